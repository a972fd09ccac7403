import { dayStretch, roomyAxis, stretchOf, ticksOf, type Stretch } from '../../state/details/clock-axis.ts'
import type { EventRow } from '../../state/types.ts'
import { whenWords } from '../../state/tie/when.ts'
import { capitalised } from '../../state/words/words.ts'
import { dayWords, delayWords, doubtWords } from '../../state/words/dates.ts'
import { TickLines } from './TickLines.tsx'

/** Of the lanes; on a narrow screen they are a little narrower, and words still fit. */
const WIDTH = 276
/** Names of months as on a narrow screen. */
const TICKS_WIDTH = 230
const LETTER = 6.3
const PADDING = 14

/** When it happened, as wide as the doubt, and when it became known. */
export function Clocks({ event }: { readonly event: EventRow }) {
  const { occurred, reportedOn, kind } = event
  const axis = roomyAxis([event])
  const delay = delayWords(occurred, reportedOn)
  return (
    <>
      <dl className={`clocks ${kind}`}>
        <dt>Happened</dt>
        <dd>
          <Lane
            stretch={stretchOf(axis, occurred)}
            shape={occurred.extent === 'THROUGHOUT' ? 'line' : 'doubt'}
            words={capitalised(whenWords(event))}
            note={doubtWords(occurred)}
          />
        </dd>
        <dt>Became known</dt>
        <dd>
          <Lane stretch={dayStretch(axis, reportedOn)} shape="day" words={dayWords(reportedOn)} note="day" />
        </dd>
        <dt className="under" aria-hidden="true" />
        <dd aria-hidden="true">
          <TickLines ticks={ticksOf(axis, TICKS_WIDTH)} />
        </dd>
      </dl>
      {delay ? <p className="quiet">Known {delay}.</p> : null}
    </>
  )
}

interface LaneProps {
  readonly stretch: Stretch
  readonly shape: 'doubt' | 'line' | 'day'
  readonly words: string
  /** How exactly it is known. */
  readonly note: string | null
}

/** The words stand in the bar where they fit, else on the side that has more room. */
function Lane({ stretch: { from, to, openFrom, openTo }, shape, words, note }: LaneProps) {
  const inside = shape === 'doubt' && (to - from) * WIDTH > words.length * LETTER + PADDING
  const right = !inside && shape !== 'day' && (1 - to) * WIDTH > words.length * LETTER + PADDING
  const above = !inside && !right && from * WIDTH < words.length * LETTER
  const open = `${openFrom ? ' open-from' : ''}${openTo ? ' open-to' : ''}`
  // It goes without the note where there is no room for it: the sentence has both days.
  const room = (length: number) => (note ? note.length * LETTER + PADDING <= length * WIDTH : false)
  const noteRight = (inside || shape === 'day') && room(1 - to)
  const noteInside = inside && !noteRight && room(to - from - (words.length * LETTER + PADDING) / WIDTH)
  return (
    <div className={above ? 'lane tall' : 'lane'}>
      <span className={`bar ${shape}${open}`} style={{ left: `${from * 100}%`, width: `${(to - from) * 100}%` }}>
        {inside ? <strong>{words}</strong> : null}
        {noteInside ? <span className="quiet"> {note}</span> : null}
      </span>
      {inside ? null : (
        <strong
          className="beside"
          style={right ? { left: `${to * 100}%` } : above ? { left: 0 } : { right: `${(1 - from) * 100}%` }}
        >
          {words}
        </strong>
      )}
      {noteRight ? (
        <span className="beside quiet" style={{ left: `${to * 100}%` }}>
          {note}
        </span>
      ) : null}
    </div>
  )
}
