import { useStore } from '@nanostores/react'
import { useEffect, useRef } from 'react'
import { $asKnownOn, $history, $network, $view } from '../../state/app.ts'
import { latest } from '../../state/loaded.ts'
import { say } from '../../state/say.ts'
import { $comparison } from '../../state/time/compare.ts'
import { flagWords } from '../../state/time/compared-words.ts'
import { $playing } from '../../state/time/play.ts'

/** Says what was known where a flag comes to rest, once the picture of that day is there; never while it moves. */
export function useFlagSaid(): void {
  const day = useStore($asKnownOn)
  const { compare } = useStore($view)
  const loaded = useStore($network)
  const comparison = useStore($comparison)
  const playing = useStore($playing)
  const { gesture } = useStore($history)
  const said = useRef<string | null>(null)
  const shown = latest(loaded)

  useEffect(() => {
    if (loaded.state !== 'ok' || shown?.asKnownOn !== day || playing || gesture !== null) return
    const at = `${day} ${compare}`
    // What the page opens with is not a change.
    said.current ??= at
    if (said.current === at) return
    if (day === null || (compare !== null && comparison?.earlier.asKnownOn !== compare)) return
    said.current = at
    const earlier = comparison
      ? { day: comparison.earlier.asKnownOn, known: comparison.earlier.network.stats.events }
      : null
    say(flagWords(day, shown.network.stats.events, earlier))
  }, [day, compare, loaded, shown, comparison, playing, gesture])
}
