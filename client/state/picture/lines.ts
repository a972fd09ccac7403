import type { EventKind, EventRow, Network } from '../types.ts'
import { KINDS } from '../view/view.ts'
import type { LineMark, PictureLine } from './picture.ts'
import type { RollUp } from './roll-up.ts'

const NO_MARKS: ReadonlyMap<string, LineMark> = new Map()

/**
 * One line a kind, ordered pair and mark, between those that are drawn; what happens within a closed box is no line.
 * @param marks by event
 */
export function toLines(
  network: Network,
  { drawn }: Pick<RollUp, 'drawn'>,
  marks: ReadonlyMap<string, LineMark> = NO_MARKS,
): readonly PictureLine[] {
  const pairs = new Map<string, Pair>()
  for (const tie of network.ties.items) {
    const [actor, target] = [drawn(tie.actor.id), drawn(tie.target.id)]
    if (actor === target) continue
    const key = JSON.stringify([actor, target])
    const pair = pairs.get(key) ?? { id: tie.id, actor, target, events: [] }
    // The pair has the name of the tie between the two themselves, where there is one.
    const own = tie.actor.id === actor && tie.target.id === target
    pairs.set(key, { ...pair, id: own ? tie.id : pair.id, events: [...pair.events, ...tie.events.nodes] })
  }
  return [...pairs.values()].flatMap((pair) =>
    KINDS.flatMap((kind) => {
      const ofKind = pair.events.filter((event) => event.kind === kind)
      const byMark = Map.groupBy(ofKind, ({ id }) => marks.get(id) ?? null)
      return [...byMark].map(([mark, events]) => toLine(pair, kind, mark, events))
    }),
  )
}

interface Pair {
  readonly id: string
  readonly actor: string
  readonly target: string
  readonly events: readonly EventRow[]
}

function toLine(
  { id, actor, target }: Pair,
  kind: EventKind,
  mark: LineMark | null,
  events: readonly EventRow[],
): PictureLine {
  return {
    id: lineId(id, kind) + (mark ? ` ${mark.toLowerCase()}` : ''),
    tie: id,
    actor,
    target,
    kind,
    events,
    ...signsOf(events),
    mark,
  }
}

/** What a line says of its events beside their kind. */
export function signsOf(
  events: readonly EventRow[],
): Pick<PictureLine, 'disputed' | 'answered' | 'notDone' | 'singleOrigin'> {
  return {
    disputed: events.some(({ disputed }) => disputed),
    answered: events.some(({ answered }) => answered),
    notDone: events.every(({ stage }) => stage !== 'ACTUAL'),
    singleOrigin: events.every(({ originCount }) => originCount <= 1),
  }
}

function lineId(tie: string, kind: EventKind): string {
  return `${tie} ${kind}`
}
