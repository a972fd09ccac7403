import { useStore } from '@nanostores/react'
import { $answer, $network, $view } from '../../state/app.ts'
import { latest, type Loaded } from '../../state/loaded.ts'

/** Whether what the strip says is still on its way, for the first time. */
export function useWaits(): boolean {
  const network = useStore($network)
  const answer = useStore($answer)
  const { ask } = useStore($view)
  const loaded: Loaded<unknown> = ask ? answer : network
  return loaded.state !== 'error' && latest(loaded) === null
}
