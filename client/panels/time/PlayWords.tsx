import { useStore } from '@nanostores/react'
import { change } from '../../state/actions.ts'
import { $view } from '../../state/app.ts'
import type { Axis } from '../../state/time/axis.ts'
import { CLOCK_WORDS } from '../../state/time/lanes.ts'
import { SPEEDS, $speed, type Speed } from '../../state/time/play.ts'
import { playStep } from '../../state/time/playback.ts'
import type { Clock } from '../../state/view/view.ts'
import { count } from '../../state/words/dates.ts'

const CLOCKS: readonly Clock[] = ['HAPPENED', 'KNOWN']
const SPEED_WORDS: Readonly<Record<Speed, string>> = { 0.5: '½×', 1: '1×', 4: '4×' }

/** The clock that playback and the window go by, and how fast. */
export function PlayWords({ axis }: { readonly axis: Axis }) {
  const { clock } = useStore($view)
  const speed = useStore($speed)
  const step = playStep(axis)
  const days = step === 1 ? 'a day' : count(step, 'day')
  return (
    <>
      <fieldset className="segments">
        <legend className="unseen">Clock</legend>
        {CLOCKS.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === clock}
            onClick={() => change((view) => ({ ...view, clock: each }))}
          >
            {CLOCK_WORDS[each]}
          </button>
        ))}
      </fieldset>
      <p className="time-note">
        {clock === 'KNOWN' ? `Play moves the date flag ${days} a step` : `Play opens the window ${days} a step`}
      </p>
      <fieldset className="segments">
        <legend className="unseen">Speed</legend>
        {SPEEDS.map((each) => (
          <button key={each} type="button" aria-pressed={each === speed} onClick={() => $speed.set(each)}>
            {SPEED_WORDS[each]}
          </button>
        ))}
      </fieldset>
    </>
  )
}
