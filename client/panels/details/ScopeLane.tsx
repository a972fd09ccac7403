import { verbWords } from '../../state/answers/deeds.ts'
import { stretchOf } from '../../state/details/clock-axis.ts'
import { continues, whenWords } from '../../state/tie/when.ts'
import type { Axis } from '../../state/time/axis.ts'
import type { EventRow } from '../../state/types.ts'
import { occurredWords } from '../../state/words/dates.ts'

interface Props {
  readonly events: readonly EventRow[]
  readonly axis: Axis
  readonly width: number
}

const LETTER = 6.1
const PADDING = 12

/** Acts of one scope: a band as wide as the doubt, a line for what lasted, with words where there is one act. */
export function ScopeLane({ events, axis, width }: Props) {
  const [only, ...more] = events
  const words = only && more.length === 0 ? laneWords(only) : null
  const stretch = only && stretchOf(axis, only.occurred)
  const inside =
    words !== null &&
    only?.occurred.extent === 'ONE_DAY' &&
    stretch !== undefined &&
    (stretch.to - stretch.from) * width > words.length * LETTER + PADDING
  return (
    <div className={words === null || inside ? 'lane' : 'lane worded'}>
      {events.map((event) => {
        const { from, to, openFrom, openTo } = stretchOf(axis, event.occurred)
        const shape = event.occurred.extent === 'THROUGHOUT' ? 'line' : 'doubt'
        const open = `${openFrom ? ' open-from' : ''}${openTo ? ' open-to' : ''}${continues(event) ? ' continues' : ''}`
        return (
          <span
            key={event.id}
            className={`bar ${shape} ${event.kind}${open}`}
            style={{ left: `${from * 100}%`, width: `${(to - from) * 100}%` }}
          />
        )
      })}
      {words === null || !stretch ? null : (
        <span
          className="words"
          style={inside ? { left: `${stretch.from * 100}%` } : placed(stretch.from, stretch.to, words, width)}
        >
          {words}
        </span>
      )}
    </div>
  )
}

/** Beneath the bar, at its middle, kept inside the lane. */
function placed(from: number, to: number, words: string, width: number): { readonly left: string } {
  const own = (words.length * LETTER + PADDING) / width
  const left = Math.min(Math.max(0, (from + to - own) / 2), Math.max(0, 1 - own))
  return { left: `${left * 100}%` }
}

function laneWords(event: EventRow): string {
  const { occurred } = event
  if (occurred.extent === 'THROUGHOUT') return whenWords(event)
  const day = occurred.earliest && occurred.earliest === occurred.latest ? '' : 'some day, '
  return `${verbWords(event)} ${day}${occurredWords(occurred)}`
}
