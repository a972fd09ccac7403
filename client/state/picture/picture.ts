import type {
  ActorKind,
  ActorName,
  AffiliationType,
  Collection,
  EventKind,
  EventRow,
  Level,
  Network,
  NetworkActor,
} from '../types.ts'
import { KINDS } from '../view/view.ts'

/** An actor that is drawn. */
export interface PictureActor {
  readonly id: string
  readonly name: string
  readonly kind: ActorKind
  /** Curated place, 0 to 100 from left to right and from top to bottom; null where there is none. */
  readonly place: { readonly x: number; readonly y: number } | null
  /** The actor in whose box it stands. */
  readonly inside: string | null
  /** Drawn as a box that holds its parts. */
  readonly box: boolean
  /** Where the parts stand that this one, closed, stands for; empty where it is no closed box. */
  readonly partPlaces: readonly { readonly x: number; readonly y: number }[]
  /** Events in which it is an end. */
  readonly events: number
}

/** All events of one kind of an ordered pair. */
export interface PictureLine {
  readonly id: string
  readonly tie: string
  readonly actor: string
  readonly target: string
  readonly kind: EventKind
  readonly events: readonly EventRow[]
  readonly disputed: boolean
  readonly answered: boolean
  /** Nothing of it is done: offered or threatened. */
  readonly notDone: boolean
}

/** An affiliation that is drawn; one that a box says by holding the part is not. */
export interface PictureHairline {
  readonly id: string
  readonly type: AffiliationType
  readonly actor: string
  readonly to: string
}

export interface Picture {
  readonly actors: readonly PictureActor[]
  readonly lines: readonly PictureLine[]
  readonly hairlines: readonly PictureHairline[]
}

export const EMPTY_PICTURE: Picture = { actors: [], lines: [], hairlines: [] }

/** What is drawn of a network: at TOP each top actor once, at ACTOR those with parts as boxes. Order of everything is that of names. */
export function toPicture(network: Network, collection: Collection, level: Level): Picture {
  const lines = toLines(network)
  const ends = endsOf(lines)
  const topOf = new Map(network.actors.nodes.map((actor) => [actor.id, knownTop(network, actor)]))
  const named = new Map<string, ActorName>()
  for (const tie of network.ties.items) for (const end of [tie.actor, tie.target]) named.set(end.id, end)
  for (const actor of network.actors.nodes) {
    const top = topOf.get(actor.id) ?? actor
    const shown = level === 'TOP' ? top : actor
    named.set(shown.id, shown)
    // A box needs its owner, whether or not the collection names it.
    if (level === 'ACTOR') named.set(top.id, named.get(top.id) ?? top)
  }
  const holder = (id: string) => {
    const top = topOf.get(id)
    return top && top.id !== id ? top.id : null
  }
  const boxes = new Set([...topOf.keys()].map(holder).filter((id) => id !== null))
  const places = new Map(collection.positions.map(({ actor, x, y }) => [actor.id, { x, y }]))
  const partPlaces = (id: string) =>
    [...topOf.keys()].filter((part) => holder(part) === id).flatMap((part) => places.get(part) ?? [])
  const actors = [...named.values()].map(({ id, name, kind }) => ({
    id,
    name,
    kind,
    place: places.get(id) ?? null,
    inside: level === 'ACTOR' ? holder(id) : null,
    box: level === 'ACTOR' && boxes.has(id),
    partPlaces: level === 'TOP' ? partPlaces(id) : [],
    events: ends.get(id) ?? 0,
  }))
  actors.sort((a, b) => compare(a.name, b.name) || compare(a.id, b.id))
  return { actors, lines, hairlines: level === 'ACTOR' ? toHairlines(network, holder) : [] }
}

function toLines(network: Network): readonly PictureLine[] {
  return network.ties.items.flatMap((tie) =>
    KINDS.flatMap((kind) => {
      const events = tie.events.nodes.filter((event) => event.kind === kind)
      if (events.length === 0) return []
      return {
        id: lineId(tie.id, kind),
        tie: tie.id,
        actor: tie.actor.id,
        target: tie.target.id,
        kind,
        events,
        disputed: events.some(({ disputed }) => disputed),
        answered: events.some(({ answered }) => answered),
        notDone: events.every(({ stage }) => stage !== 'ACTUAL'),
      }
    }),
  )
}

export function lineId(tie: string, kind: EventKind): string {
  return `${tie} ${kind}`
}

const ROLLS_UP: ReadonlySet<AffiliationType> = new Set(['PART_OF', 'REPRESENTS', 'LEADS'])

/** Whether a claim that someone belongs somewhere was known on the day; what is background always was. */
function isKnown(network: Network, { reportedOn }: { readonly reportedOn?: string | null }): boolean {
  const known = network.ties.asKnownOn ?? network.stats.asKnownOn
  return !reportedOn || (known !== null && known !== undefined && reportedOn <= known)
}

/** The top actor, where what leads there was known on the day; else the actor itself. */
function knownTop(network: Network, actor: NetworkActor): ActorName {
  const byId = new Map(network.actors.nodes.map((each) => [each.id, each]))
  const seen = new Set<string>()
  const reaches = (id: string): boolean => {
    if (id === actor.top.id) return true
    if (seen.has(id)) return false
    seen.add(id)
    const affiliations = byId.get(id)?.affiliations ?? []
    return affiliations.some((each) => ROLLS_UP.has(each.type) && isKnown(network, each) && reaches(each.to.id))
  }
  return reaches(actor.id) ? actor.top : actor
}

function toHairlines(network: Network, holder: (id: string) => string | null): readonly PictureHairline[] {
  const drawn = new Set(network.actors.nodes.map(({ id }) => id))
  return network.actors.nodes.flatMap((actor) =>
    actor.affiliations
      .filter((affiliation) => drawn.has(affiliation.to.id) && holder(actor.id) !== affiliation.to.id)
      .filter((affiliation) => isKnown(network, affiliation))
      .map(({ id, type, to }) => ({ id, type, actor: actor.id, to: to.id })),
  )
}

function endsOf(lines: readonly PictureLine[]): ReadonlyMap<string, number> {
  const ends = new Map<string, number>()
  for (const { actor, target, events } of lines) {
    for (const id of [actor, target]) ends.set(id, (ends.get(id) ?? 0) + events.length)
  }
  return ends
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
