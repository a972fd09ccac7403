import type { TimeAct } from './acts.ts'
import { endOf, startOf, type Axis } from './axis.ts'

/** Where an act is drawn. Numbers are px from the left of the axis. */
export interface PlacedAct {
  readonly act: TimeAct
  readonly track: number
  readonly left: number
  readonly width: number
  /** Room for the label, up to what comes next in the track; what does not fit is cut. */
  readonly labelLeft: number
  readonly labelWidth: number
}

/** A day alone is drawn this wide at least. */
const LEAST_WIDTH = 5
/** A label that begins beyond its act, or is shorter than this, is drawn beside it. */
const LEAST_LABEL = 96
const MOST_WANTED = 200
const CHARACTER = 6.1
const GAP = 4

/** Every act in the first track that has room for it and for the beginning of its label. */
export function toTracks(acts: readonly TimeAct[], axis: Axis, width: number): readonly PlacedAct[] {
  const tracks: { free: number; placed: { act: TimeAct; left: number; width: number }[] }[] = []
  for (const act of acts) {
    const left = act.from === null ? 0 : startOf(axis, act.from) * width
    const right = act.to === null ? width : endOf(axis, act.to) * width
    const wide = Math.max(LEAST_WIDTH, right - left)
    const wanted = Math.min(MOST_WANTED, act.label.length * CHARACTER)
    const takes = isInside(act, wide) ? wide : Math.max(wide, act.shape === 'line' ? wanted : wide + wanted)
    let track = tracks.find(({ free }) => free <= left + 0.5)
    if (!track) tracks.push((track = { free: 0, placed: [] }))
    track.free = Math.min(left + takes, width)
    track.placed.push({ act, left: Math.min(left, width - LEAST_WIDTH), width: wide })
  }
  return tracks.flatMap(({ placed }, track) =>
    placed.map(({ act, left, width: wide }, at) => {
      const next = placed[at + 1]?.left ?? width
      const beside = act.shape !== 'line' && !isInside(act, wide)
      const labelLeft = beside ? left + wide : left
      const until = isInside(act, wide) && act.shape !== 'line' ? left + wide : next
      return { act, track, left, width: wide, labelLeft, labelWidth: Math.max(0, until - labelLeft - GAP) }
    }),
  )
}

/** Whether the label stands over the act. */
function isInside(act: TimeAct, wide: number): boolean {
  return wide >= LEAST_LABEL || wide >= act.label.length * CHARACTER
}
