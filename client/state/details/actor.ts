import { eventsInside } from '../picture/inside.ts'
import type { ActorDetails, ActorName, EventKind, Level, Network } from '../types.ts'
import { KINDS, type Selection } from '../view/view.ts'
import { count } from '../words/dates.ts'

export interface KindCount {
  readonly kind: EventKind
  readonly events: number
}

/** Another actor, with all events in both directions. */
export interface Partner {
  readonly actor: ActorName
  readonly events: number
  /** Those that occur, in the order of kinds. */
  readonly counts: readonly KindCount[]
  /** The direction with more events. */
  readonly opens: Selection
}

type Tie = ActorDetails['ties']['items'][number]

/** With whom an actor has events, most first. */
export function toPartners(actor: ActorDetails): readonly Partner[] {
  const byOther = Map.groupBy(actor.ties.items, (tie) => otherEnd(tie, actor).id)
  const partners = [...byOther].flatMap(([, of]) => {
    const main = of.toSorted((a, b) => b.total - a.total)[0]
    if (!main) return []
    const opens: Selection = { what: 'tie', actor: main.actor.id, target: main.target.id }
    return { actor: otherEnd(main, actor), events: sum(of.map(({ total }) => total)), counts: toCounts(of), opens }
  })
  return partners.sort((a, b) => b.events - a.events || (a.actor.name < b.actor.name ? -1 : 1))
}

/** At the top level ties are those of the actor that this one rolls up to. */
function otherEnd({ actor, target }: Tie, { id, top }: ActorDetails): ActorName {
  if (actor.id === id) return target
  if (target.id === id) return actor
  return actor.id === top.id ? target : actor
}

/** Events by kind over ties. */
export function toCounts(ties: readonly { readonly counts: readonly KindCount[] }[]): readonly KindCount[] {
  const all = ties.flatMap(({ counts }) => counts)
  return KINDS.flatMap((kind) => {
    const events = sum(all.filter((each) => each.kind === kind).map((each) => each.events))
    return events > 0 ? { kind, events } : []
  })
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

/** `7 more events by or toward its parts.` At the top level, where these count as its own: `3 more events inside it.` Null: none. */
export function moreWords(network: Network, id: string, level: Level): string | null {
  const [more, where] =
    level === 'TOP'
      ? [eventsInside(network, id).length, 'inside it']
      : [eventsOfParts(network, id), 'by or toward its parts']
  return more > 0 ? `${count(more, 'more event')} ${where}.` : null
}

/** Events by or toward those that roll up to an actor, in which it is no end itself; as in the counts of ties none that is denied. */
function eventsOfParts(network: Network, id: string): number {
  const parts = new Set(network.actors.nodes.filter(({ top }) => top.id === id).map((actor) => actor.id))
  return network.events.nodes.filter(({ actor, target, status }) => {
    if (actor.id === id || target.id === id || status === 'DENIED') return false
    return parts.has(actor.id) || parts.has(target.id)
  }).length
}
