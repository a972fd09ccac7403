import { useStore } from '@nanostores/react'
import { change, endGesture } from '../../state/actions.ts'
import { $view } from '../../state/app.ts'
import { endOf, startOf, type Axis } from '../../state/time/axis.ts'
import { CLOCK_WORDS } from '../../state/time/lanes.ts'
import { withWindowOn } from '../../state/time/steps.ts'
import type { Window } from '../../state/view/view.ts'
import { useDaySlider } from './use-day-slider.ts'

interface Props {
  readonly axis: Axis
  /** px, as are the heights of the two lanes. */
  readonly width: number
  readonly happened: number
  readonly known: number
}

/** The window that was narrowed to, in the lane of its clock: what lies outside is veiled; its two ends are handles. */
export function TimeWindow({ axis, width, happened, known }: Props) {
  const { window, clock } = useStore($view)
  if (!window) return null
  const since = window.since ?? axis.first
  const until = window.until ?? axis.last
  const left = Math.round(startOf(axis, since) * width)
  const right = Math.round(endOf(axis, until) * width)
  const move = (to: Partial<Window>) =>
    change((view) => withWindowOn(view, clock, { since: window.since, until: window.until, ...to }), 'window')
  return (
    <div
      className="time-window"
      style={clock === 'HAPPENED' ? { top: 0, height: happened } : { top: happened, height: known }}
    >
      <div className="veil" style={{ left: 0, width: left }} />
      <div className="veil" style={{ left: right, width: width - right }} />
      <Handle
        label={`${CLOCK_WORDS[clock]} from`}
        axis={axis}
        day={since}
        least={axis.first}
        most={until}
        atEnd={false}
        at={left}
        onMove={(day) => move({ since: day <= axis.first ? null : day })}
      />
      <Handle
        label={`${CLOCK_WORDS[clock]} until`}
        axis={axis}
        day={until}
        least={since}
        most={axis.last}
        atEnd
        at={right}
        onMove={(day) => move({ until: day >= axis.last ? null : day })}
      />
    </div>
  )
}

interface HandleProps {
  readonly label: string
  readonly axis: Axis
  readonly day: string
  readonly least: string
  readonly most: string
  readonly atEnd: boolean
  readonly at: number
  readonly onMove: (day: string) => void
}

function Handle({ at, ...given }: HandleProps) {
  const slider = useDaySlider({ ...given, onRest: endGesture })
  return <div className="window-handle" style={{ left: at }} {...slider} />
}
