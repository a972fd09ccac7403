import { useStore } from '@nanostores/react'
import { $answer, $asking, $network, $view } from '../../state/app.ts'
import { latest, type Loaded } from '../../state/loaded.ts'

/** Whether what the strip says is still on its way, for the first time. */
export function useWaits(): boolean {
  const network = useStore($network)
  const answer = useStore($answer)
  const asking = useStore($asking)
  const { ask } = useStore($view)
  // A name that the network does not know either is nothing to wait for.
  const loaded: Loaded<unknown> = ask && !(asking === 'missing' && network.state === 'ok') ? answer : network
  return loaded.state !== 'error' && latest(loaded) === null
}
