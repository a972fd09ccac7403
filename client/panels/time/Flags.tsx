import { useStore } from '@nanostores/react'
import { change, endGesture } from '../../state/actions.ts'
import { $collection } from '../../state/app.ts'
import { isOn, type Axis } from '../../state/time/axis.ts'
import type { FlagLine } from '../../state/time/flag-lines.ts'
import { shortDayOfYear } from '../../state/words/months.ts'
import { withFlag } from '../../state/time/steps.ts'
import { dayWords } from '../../state/words/dates.ts'
import { useDaySlider } from './use-day-slider.ts'

interface Props {
  readonly axis: Axis
  readonly lines: readonly FlagLine[]
}

/** The day of knowing as a line across the lanes; with a second where two days are compared. */
export function Flags({ axis, lines }: Props) {
  return lines.map((line) => <FlagHandle key={line.label} axis={axis} {...line} />)
}

function FlagHandle({ axis, flag, label, day, least, most, at, side }: FlagLine & { readonly axis: Axis }) {
  const standard = useStore($collection)?.defaultAsKnownOn ?? null
  const slider = useDaySlider({
    axis,
    label,
    day,
    least,
    most,
    atEnd: true,
    onMove: (to) => change((view) => withFlag(view, flag, to, standard), `flag ${flag}`),
    onRest: endGesture,
  })
  return (
    <div className={`flag-line ${side}`} style={{ left: at }}>
      <div className="flag-tag" {...slider}>
        {isOn(axis, day) ? shortDayOfYear(day) : dayWords(day)}
      </div>
    </div>
  )
}
