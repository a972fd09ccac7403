import type { Pane } from '../picture/panes.ts'
import { eventsInside } from '../picture/inside.ts'
import type { ActorKind, EventRow, Network } from '../types.ts'
import { compareTexts } from '../words/compare.ts'

export interface TieEnd {
  readonly id: string
  readonly name: string
  readonly nameInSentence: string
  readonly kind: ActorKind
  /** Drawn as a box that holds its parts. */
  readonly box: boolean
}

/** All events of an ordered pair, as the picture draws them; of an actor with itself, those inside it. */
export interface OpenTie {
  readonly actor: TieEnd
  readonly target: TieEnd
  /** Newest known first. */
  readonly events: readonly EventRow[]
  /** Events of the other direction; 0 of an actor with itself. */
  readonly back: number
  readonly asKnownOn: string | null
}

/** The tie of the pane that draws it, the main one first; null where none draws both ends. */
export function tieOf(
  panes: readonly Pane[],
  network: Network | undefined,
  ends: { readonly actor: string; readonly target: string },
): OpenTie | null {
  const ties = [...panes]
    .sort((a, b) => Number(b.id === 'main') - Number(a.id === 'main'))
    .flatMap((pane) => tieIn(pane, network, ends) ?? [])
  return ties.find(({ events }) => events.length > 0) ?? ties[0] ?? null
}

function tieIn(
  { picture, asKnownOn }: Pane,
  network: Network | undefined,
  ends: { readonly actor: string; readonly target: string },
): OpenTie | null {
  const end = (id: string): TieEnd | null => {
    const drawn = picture.actors.find((each) => each.id === id)
    if (!drawn) return null
    const { name, kind, box } = drawn
    return { id, name, nameInSentence: inSentence(network, id) ?? name, kind, box }
  }
  const actor = end(ends.actor)
  const target = end(ends.target)
  if (!actor || !target) return null
  const self = actor.id === target.id
  const between = (from: TieEnd, to: TieEnd) =>
    picture.lines.filter((line) => line.actor === from.id && line.target === to.id).flatMap(({ events }) => events)
  const events = self && network ? eventsInside(network, actor.id) : between(actor, target)
  const back = self ? 0 : between(target, actor).length
  return { actor, target, events: events.toSorted(newestFirst), back, asKnownOn }
}

function inSentence(network: Network | undefined, id: string): string | null {
  for (const actor of network?.actors.nodes ?? []) {
    if (actor.id === id) return actor.nameInSentence
    if (actor.top.id === id) return actor.top.nameInSentence
  }
  return null
}

function newestFirst(a: EventRow, b: EventRow): number {
  return (
    compareTexts(b.reportedOn, a.reportedOn) ||
    compareTexts(b.occurred.earliest ?? '', a.occurred.earliest ?? '') ||
    compareTexts(a.id, b.id)
  )
}
