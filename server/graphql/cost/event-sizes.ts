import { AFTER_ALL, BEFORE_ALL } from '../../domain/days.ts'
import { ENDED_BY } from '../../domain/distancing/restored.ts'
import { ruleOf } from '../../domain/distancing/rules.ts'
import type { EventColumns, Row } from '../../domain/snapshot.ts'
import { codeOf, EVENT_KINDS } from '../../domain/words.ts'
import { NO_EVENTS, together, type Pool } from './pool.ts'

/** What the columns of events bound. Dead rows count as if they were there. */
export interface EventSizes {
  /** What each collection holds, by its index. */
  readonly pools: readonly Pool[]
  /** Distinct days on which events may be put in time: a timeline has no more buckets. */
  readonly days: number
  /** Most base rows of which one actor is an end. */
  readonly rowsOfActor: number
  /** Most base rows of one ordered pair. */
  readonly rowsOfPair: number
  /**
   * Passed over in search of what ended the acts that data sets end by code: for each such act the rows of its pair, and those that
   * came after the base.
   */
  readonly rowsForEndings: number
}

/** What can be said of some rows, in one pass. */
interface Part {
  readonly pools: readonly Pool[]
  readonly firstDay: number
  readonly lastDay: number
  readonly endings: number
}

type Base = Part & Pick<EventSizes, 'rowsOfActor' | 'rowsOfPair' | 'rowsForEndings'>

const known = new WeakMap<Int32Array, Base>()

/** @param collections how many there are. */
export function eventSizesOf(events: EventColumns, collections: number): EventSizes {
  const base = baseOf(events)
  const tail = partOf(events, events.baseLength, events.length)
  const tailLength = events.length - events.baseLength
  const firstDay = Math.min(base.firstDay, tail.firstDay)
  const lastDay = Math.max(base.lastDay, tail.lastDay)
  return {
    pools: Array.from({ length: collections }, (_, index) =>
      together([base.pools[index] ?? NO_EVENTS, tail.pools[index] ?? NO_EVENTS]),
    ),
    // One more on either side: the first of the window, and where those stand whose start is unknown or open.
    days: Math.min(events.length, lastDay < firstDay ? 1 : lastDay - firstDay + 3),
    rowsOfActor: base.rowsOfActor,
    rowsOfPair: base.rowsOfPair,
    rowsForEndings: base.rowsForEndings + tail.endings * base.rowsOfPair + (base.endings + tail.endings) * tailLength,
  }
}

/** Worked out once for the base, which most changes leave as it is. */
function baseOf(events: EventColumns): Base {
  let base = known.get(events.outStart)
  if (!base) {
    base = { ...partOf(events, 0, events.baseLength), ...ofPairs(events), rowsOfActor: mostRowsOfActor(events) }
    known.set(events.outStart, base)
  }
  return base
}

function partOf(events: EventColumns, from: Row, end: Row): Part {
  const pools: Pool[] = []
  const cooperation = codeOf(EVENT_KINDS, 'COOPERATION')
  const isEndable = endable(events)
  let firstDay = Infinity
  let lastDay = -Infinity
  let endings = 0
  for (let row = from; row < end; row++) {
    const pool = (pools[events.collection[row] as number] ??= { ...NO_EVENTS, admitted: { ...NO_EVENTS.admitted } })
    const evidence = events.evidenceCount[row] as number
    pool.events++
    pool.evidence += evidence
    if (evidence > pool.mostEvidence) pool.mostEvidence = evidence
    if (events.kind[row] === cooperation) pool.cooperation++
    const rule = ruleOf(events, row)
    if (rule !== null) pool.admitted[rule]++
    if (isEndable(row)) endings++
    const day = events.earliest[row] as number
    if (day === BEFORE_ALL || day === AFTER_ALL) continue
    if (day < firstDay) firstDay = day
    if (day > lastDay) lastDay = day
  }
  return { pools, firstDay, lastDay, endings }
}

/** Base rows of a pair stand together. */
function ofPairs(events: EventColumns): Pick<Base, 'rowsOfPair' | 'rowsForEndings'> {
  const { baseLength, actor, target } = events
  const isEndable = endable(events)
  let rowsOfPair = 0
  let rowsForEndings = 0
  for (let start = 0; start < baseLength;) {
    let end = start
    let endings = 0
    for (; end < baseLength && actor[end] === actor[start] && target[end] === target[start]; end++) {
      if (isEndable(end)) endings++
    }
    rowsOfPair = Math.max(rowsOfPair, end - start)
    rowsForEndings += endings * (end - start)
    start = end
  }
  return { rowsOfPair, rowsForEndings }
}

function endable({ codes, code }: EventColumns): (row: Row) => boolean {
  const ended = codes.map((each) => ENDED_BY[each] !== undefined)
  return (row) => ended[code[row] as number] === true
}

function mostRowsOfActor({ outStart, inStart }: EventColumns): number {
  let most = 0
  for (let actor = 0; actor + 1 < outStart.length; actor++) {
    const out = (outStart[actor + 1] ?? 0) - (outStart[actor] ?? 0)
    most = Math.max(most, out + (inStart[actor + 1] ?? 0) - (inStart[actor] ?? 0))
  }
  return most
}
