import type { ActorName, Collection, Level, Network } from '../types.ts'
import type { Moved } from '../view/view.ts'
import { insideBy } from './inside.ts'
import { toLines } from './lines.ts'
import type { LineMark, Picture, PictureActor, PictureHairline, PictureLine, Place } from './picture.ts'
import { isKnown, toRollUp, type RollUp } from './roll-up.ts'
import { compareTexts } from '../words/compare.ts'

/** What the reader chose of the picture. */
export interface PictureWish {
  readonly level: Level
  /** Boxes that are not as the level has them. */
  readonly boxes: readonly string[]
  /** Boxes that are open although a narrow page closes all. */
  readonly unfolded: readonly string[]
  readonly moved: readonly Moved[]
  readonly affiliations: boolean
}

export function wishAt(level: Level): PictureWish {
  return { level, boxes: [], unfolded: [], moved: [], affiliations: true }
}

/** What is true of single events beside another day. */
export interface Compared {
  readonly marks: ReadonlyMap<string, LineMark>
  /** The ties of both days: actors are as large on the one as on the other. */
  readonly whole: Network
  /** Of the earlier day: who has no tie there is not spoken of yet. */
  readonly earlier: boolean
}

/**
 * What is drawn of a network that was asked for at ACTOR, or at TOP with no box opened: every top actor that is closed once, those that
 * are open as boxes with their parts. Order of everything is that of names.
 */
export function toPicture(
  network: Network,
  collection: Pick<Collection, 'positions'>,
  wish: PictureWish,
  compared: Compared | null = null,
): Picture {
  const rollUp = toRollUp(network, wish.level, wish.boxes)
  const lines = toLines(network, rollUp, compared?.marks)
  const actors = toActors(network, collection, wish, rollUp, lines, compared)
  return {
    actors,
    lines,
    hairlines: wish.affiliations ? toHairlines(network, rollUp) : [],
    drawnAs: new Map(network.actors.nodes.map(({ id }) => [id, rollUp.drawn(id)])),
  }
}

function toActors(
  network: Network,
  { positions }: Pick<Collection, 'positions'>,
  wish: PictureWish,
  rollUp: RollUp,
  lines: readonly PictureLine[],
  compared: Compared | null,
): readonly PictureActor[] {
  const here = endsOf(lines)
  const ends = compared ? endsOf(toLines(compared.whole, rollUp)) : here
  const inside = insideBy(network)
  const places = new Map(positions.map(({ actor, x, y }): [string, Place] => [actor.id, { x, y }]))
  const moved = new Map(wish.moved.map(({ actor, x, y }): [string, Place] => [actor, { x, y }]))
  const actors = [...drawnActors(network, rollUp).values()].map(({ id, name, kind }): PictureActor => {
    const parts = rollUp.boxes.get(id) ?? []
    const closed = parts.length > 0 && rollUp.isClosed(id)
    return {
      id,
      name,
      kind,
      place: places.get(id) ?? null,
      moved: moved.get(id) ?? null,
      inside: rollUp.owner(id),
      box: parts.length > 0 && !closed,
      parts: closed ? parts : [],
      partPlaces: closed ? parts.flatMap((part) => places.get(part) ?? []) : [],
      eventsInside: closed ? (inside.get(id)?.length ?? 0) : 0,
      events: ends.get(id)?.events ?? 0,
      ties: ends.get(id)?.ties.size ?? 0,
      absent: compared !== null && !here.has(id) && (compared.earlier || ends.has(id)),
    }
  })
  return actors.sort((a, b) => compareTexts(a.name, b.name) || compareTexts(a.id, b.id))
}

/** Every actor of the collection and every end of a tie, as it is drawn; a box needs its owner, whether or not it is among these. */
function drawnActors(network: Network, { drawn, tops }: RollUp): ReadonlyMap<string, ActorName> {
  const named = new Map<string, ActorName>()
  for (const { actor, target } of network.ties.items) for (const end of [actor, target]) named.set(end.id, end)
  for (const actor of network.actors.nodes) named.set(actor.id, actor)
  for (const top of tops.values()) named.set(top.id, named.get(top.id) ?? top)
  const found = new Map<string, ActorName>()
  for (const id of named.keys()) {
    const shown = named.get(drawn(id))
    if (shown) found.set(shown.id, shown)
  }
  return found
}

function toHairlines(network: Network, { drawn, owner }: RollUp): readonly PictureHairline[] {
  const known = new Set(network.actors.nodes.map(({ id }) => id))
  return network.actors.nodes.flatMap((actor) => {
    if (drawn(actor.id) !== actor.id) return []
    return actor.affiliations
      .filter(({ to }) => known.has(to.id) && drawn(to.id) === to.id && owner(actor.id) !== to.id)
      .filter((affiliation) => isKnown(network, affiliation))
      .map(({ id, type, to }) => ({ id, type, actor: actor.id, to: to.id }))
  })
}

interface Ends {
  readonly events: number
  readonly ties: ReadonlySet<string>
}

function endsOf(lines: readonly PictureLine[]): ReadonlyMap<string, Ends> {
  const ends = new Map<string, Ends>()
  for (const { actor, target, events, tie } of lines) {
    for (const id of [actor, target]) {
      const last = ends.get(id)
      ends.set(id, { events: (last?.events ?? 0) + events.length, ties: new Set(last?.ties).add(tie) })
    }
  }
  return ends
}
