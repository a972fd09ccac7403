import type { ActorIndex, Affiliation } from '../../domain/snapshot.ts'

/** For each actor that has an affiliation one that stands for all whom affiliations lead it to, in whatever direction. */
export function familiesOf(affiliations: readonly Affiliation[]): ReadonlyMap<ActorIndex, ActorIndex> {
  const above = new Map<ActorIndex, ActorIndex>()
  const headOf = (actor: ActorIndex): ActorIndex => {
    let head = actor
    for (let next = above.get(head); next !== undefined && next !== head; next = above.get(head)) head = next
    return head
  }
  for (const { actor, to } of affiliations) {
    const [a, b] = [headOf(actor), headOf(to)]
    // The lesser stands above, so that the same families always read the same.
    above.set(Math.max(a, b), Math.min(a, b))
  }
  const members = new Set(affiliations.flatMap(({ actor, to }) => [actor, to]))
  return new Map([...members].sort((a, b) => a - b).map((actor) => [actor, headOf(actor)]))
}
