import type { Change } from '../view/view.ts'
import type { EventRow, Network } from '../types.ts'
import type { LineMark } from './picture.ts'
import type { Compared } from './to-picture.ts'

/** One day of a comparison: its network, filled up so that both days have the same actors at the same places. */
export interface Side {
  readonly network: Network
  readonly compared: Compared
}

/**
 * Two days as two pictures of one layout. At the left stand what was known and, as ghosts, what had happened unreported; at the right
 * what is known, with what has ended or changed its status since.
 * @param changes what became of each event
 */
export function toSides(
  earlier: Network,
  later: Network,
  changes: ReadonlyMap<string, Change>,
): { readonly left: Side; readonly right: Side } {
  const ties = mergedTies(earlier, later)
  const whole = { ...later, ties: { ...later.ties, items: ties } }
  const before = eventsOf(earlier)
  const after = eventsOf(later)
  const side = (of: Network, own: ReadonlyMap<string, EventRow>, markOf: (id: string) => LineMark | null): Side => {
    const marks = new Map<string, LineMark>()
    const items = ties.flatMap((tie) => {
      const nodes = tie.events.nodes.flatMap((event) => {
        const mark = markOf(event.id)
        if (mark) marks.set(event.id, mark)
        const known = own.get(event.id)
        return known ?? (mark ? event : [])
      })
      return nodes.length > 0 ? { ...tie, total: nodes.length, events: { ...tie.events, nodes } } : []
    })
    return {
      network: { ...later, ties: { ...later.ties, items }, events: of.events },
      compared: { marks, whole, earlier: of === earlier },
    }
  }
  return {
    left: side(earlier, before, (id) => (changes.get(id) === 'UNREPORTED' && !before.has(id) ? 'GHOST' : null)),
    right: side(later, after, (id) => {
      const change = changes.get(id)
      if (change === 'ENDED') return 'ENDED'
      return change === 'STATUS' && after.has(id) ? 'STATUS' : null
    }),
  }
}

function eventsOf({ ties }: Network): ReadonlyMap<string, EventRow> {
  return new Map(ties.items.flatMap((tie) => tie.events.nodes.map((event) => [event.id, event])))
}

/** Every tie of either day with the events of both, each as it is known last. */
function mergedTies(earlier: Network, later: Network): Network['ties']['items'] {
  const byId = new Map(later.ties.items.map((tie) => [tie.id, tie]))
  for (const tie of earlier.ties.items) {
    const last = byId.get(tie.id)
    const held = new Set(last?.events.nodes.map(({ id }) => id))
    const gone = tie.events.nodes.filter(({ id }) => !held.has(id))
    if (!last) byId.set(tie.id, tie)
    else byId.set(tie.id, { ...last, events: { ...last.events, nodes: [...last.events.nodes, ...gone] } })
  }
  return [...byId.values()]
}
