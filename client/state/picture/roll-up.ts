import type { ActorName, AffiliationType, Level, Network, NetworkActor } from '../types.ts'

/** Which actors stand in which box, and which of the boxes are closed. */
export interface RollUp {
  /** The actor as which an actor is drawn: the owner of its box where that is closed, else itself. */
  readonly drawn: (id: string) => string
  /** The owner of the box that an actor stands in; null where it stands in none. */
  readonly owner: (id: string) => string | null
  readonly isClosed: (owner: string) => boolean
  /** Owners with their parts, in the order of the network. */
  readonly boxes: ReadonlyMap<string, readonly string[]>
  readonly tops: ReadonlyMap<string, ActorName>
}

/** @param boxes owners of the boxes that are not as the level has them: closed at ACTOR, opened at TOP */
export function toRollUp(network: Network, level: Level, boxes: readonly string[]): RollUp {
  const tops = new Map(network.actors.nodes.map((actor) => [actor.id, knownTop(network, actor)]))
  const owner = (id: string) => {
    const top = tops.get(id)
    return top && top.id !== id ? top.id : null
  }
  const parts = new Map<string, string[]>()
  for (const id of tops.keys()) {
    const top = owner(id)
    if (top !== null) parts.set(top, [...(parts.get(top) ?? []), id])
  }
  const isClosed = (id: string) => (level === 'TOP') !== boxes.includes(id)
  const drawn = (id: string) => {
    const top = owner(id)
    return top !== null && isClosed(top) ? top : id
  }
  return { drawn, owner, isClosed, boxes: parts, tops }
}

export const ROLLS_UP: ReadonlySet<AffiliationType> = new Set(['PART_OF', 'REPRESENTS', 'LEADS'])

/** Whether a claim that someone belongs somewhere was known on the day; what is background always was. */
export function isKnown(network: Network, { reportedOn }: { readonly reportedOn?: string | null }): boolean {
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
