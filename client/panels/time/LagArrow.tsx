import type { Stack } from '../../state/time/stacks.ts'
import type { PlacedAct } from '../../state/time/tracks.ts'
import { delayWords } from '../../state/words/dates.ts'

interface Props {
  readonly act: PlacedAct
  readonly stack: Stack
  /** Height of a track, px. */
  readonly pitch: number
  /** Of the lane of when it happened, and of both, px. */
  readonly happened: number
  readonly height: number
}

/** From when the open event happened to when it became known, with the days between. */
export function LagArrow({ act, stack, pitch, happened, height }: Props) {
  const [event] = act.act.events
  const lag = event ? delayWords(event.occurred, event.reportedOn) : null
  const from = act.left + act.width / 2
  const to = stack.left - 3
  const top = Math.min(happened, (act.track + 1) * pitch)
  const bottom = height - 4
  // Without days between there is nothing to draw it along.
  if (to - from < 12) return null
  return (
    <div className="lag" aria-hidden="true">
      <svg width="100%" height={height}>
        <path className="lag-line" d={`M${from} ${top}V${bottom}H${to - 4}`} />
        <path className="lag-head" d={`M${to - 6} ${bottom - 3.5}L${to} ${bottom}L${to - 6} ${bottom + 3.5}Z`} />
      </svg>
      {lag ? (
        <span className="lag-words" style={{ left: from + 6, top: bottom - 16 }}>
          {lag}
        </span>
      ) : null}
    </div>
  )
}
