import { useStore } from '@nanostores/react'
import { change, endGesture } from '../../state/actions.ts'
import { $asKnownOn, $collection, $view } from '../../state/app.ts'
import { endOf, isOn, type Axis } from '../../state/time/axis.ts'
import { shortDayOfYear } from '../../state/time/months.ts'
import { tagSide } from '../../state/time/tag-side.ts'
import type { Tick } from '../../state/time/ticks.ts'
import { withFlag, type Flag } from '../../state/time/steps.ts'
import { addDays, dayWords } from '../../state/words/dates.ts'
import { useDaySlider } from './use-day-slider.ts'

interface AxisProps {
  readonly axis: Axis
  /** px */
  readonly width: number
  readonly ticks: readonly Tick[]
}

/** The day of knowing as a line across the lanes; with a second where two days are compared. */
export function Flags({ axis, width, ticks }: AxisProps) {
  const known = useStore($asKnownOn)
  const { compare } = useStore($view)
  if (known === null) return null
  if (compare === null) {
    return (
      <FlagLine
        flag="known"
        label="As known on"
        day={known}
        least={axis.first}
        most={axis.last}
        axis={axis}
        width={width}
        ticks={ticks}
      />
    )
  }
  const [earlier, later] = compare < known ? [compare, known] : [known, compare]
  const [left, right]: readonly [Flag, Flag] = compare < known ? ['compared', 'known'] : ['known', 'compared']
  return (
    <>
      <FlagLine
        flag={left}
        label="Earlier day"
        day={earlier}
        least={axis.first}
        most={addDays(later, -1)}
        axis={axis}
        width={width}
        ticks={ticks}
      />
      <FlagLine
        flag={right}
        label="Later day"
        day={later}
        least={addDays(earlier, 1)}
        most={axis.last}
        axis={axis}
        width={width}
        ticks={ticks}
      />
    </>
  )
}

interface Props extends AxisProps {
  readonly flag: Flag
  readonly label: string
  readonly day: string
  readonly least: string
  readonly most: string
}

function FlagLine({ flag, label, day, least, most, axis, width, ticks }: Props) {
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
  const at = Math.round(endOf(axis, day) * width)
  const side = tagSide(at, width, ticks, flag === 'compared' ? 'before' : 'after')
  return (
    <div className={`flag-line ${side}`} style={{ left: at }}>
      <div className="flag-tag" id={`flag-${flag}`} {...slider}>
        {isOn(axis, day) ? shortDayOfYear(day) : dayWords(day)}
      </div>
    </div>
  )
}
