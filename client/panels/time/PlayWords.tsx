import { useStore } from '@nanostores/react'
import { change } from '../../state/actions.ts'
import { $view } from '../../state/app.ts'
import type { Axis } from '../../state/time/axis.ts'
import { $speed, type Speed } from '../../state/time/play.ts'
import { playStep } from '../../state/time/playback.ts'
import { count } from '../../state/words/dates.ts'
import { Segments, type Segment } from '../parts/Segments.tsx'
import { CLOCKS } from './clocks.ts'

const SPEEDS: readonly Segment<Speed>[] = [
  { value: '0.5', words: '½×' },
  { value: '1', words: '1×' },
  { value: '4', words: '4×' },
]

/** The clock that playback and the window go by, and how fast. */
export function PlayWords({ axis }: { readonly axis: Axis }) {
  const { clock } = useStore($view)
  const speed = useStore($speed)
  const step = playStep(axis)
  const days = step === 1 ? 'a day' : count(step, 'day')
  return (
    <>
      <Segments
        legend="Clock"
        segments={CLOCKS}
        chosen={clock}
        onChoose={(chosen) => change((view) => ({ ...view, clock: chosen }))}
      />
      <p className="time-note hint">
        {clock === 'KNOWN' ? `Play moves the date flag ${days} a step` : `Play opens the window ${days} a step`}
      </p>
      <Segments legend="Speed" segments={SPEEDS} chosen={speed} onChoose={(chosen) => $speed.set(chosen)} />
    </>
  )
}
