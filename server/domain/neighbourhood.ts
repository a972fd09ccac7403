import { nameOrder } from './names.ts'
import type { ActorIndex, Affiliation } from './snapshot.ts'
import type { Tie } from './ties.ts'
import type { View } from './view.ts'

export interface Neighbourhood {
  readonly centre: ActorIndex
  /** Without the centre: nearest first, then most events, then by name and id. */
  readonly members: readonly Neighbour[]
  /** Ties among the centre and the members, in the order given. */
  readonly ties: readonly Tie[]
  /** Affiliations among them that are visible. */
  readonly affiliations: readonly Affiliation[]
  /** Neighbours in all. */
  readonly total: number
  readonly truncated: boolean
}

export interface Neighbour {
  readonly actor: ActorIndex
  /** Steps of one tie in either direction. */
  readonly distance: number
  /** Events with those nearer or equally near, whether these are shown or not. */
  readonly events: number
}

/**
 * An actor with those that it is tied to. An actor without a tie is alone.
 * @param ties of one level; at TOP the centre is a top actor.
 * @param depth most steps. @param first most members.
 */
export function neighbourhood(
  view: View,
  ties: readonly Tie[],
  centre: ActorIndex,
  depth: number,
  first: number,
): Neighbourhood {
  const distances = distancesFrom(centre, ties, depth)
  const events = new Map<ActorIndex, number>()
  for (const { actor, target, total } of ties) {
    const a = distances.get(actor)
    const b = distances.get(target)
    if (a === undefined || b === undefined) continue
    if (b <= a) events.set(actor, (events.get(actor) ?? 0) + total)
    if (a <= b) events.set(target, (events.get(target) ?? 0) + total)
  }
  const all = [...distances]
    .filter(([actor]) => actor !== centre)
    .map(([actor, distance]) => ({ actor, distance, events: events.get(actor) ?? 0 }))
  const { byNameAndId } = nameOrder(view.snapshot.actors)
  all.sort(
    (a, b) =>
      a.distance - b.distance ||
      b.events - a.events ||
      (byNameAndId[a.actor] as number) - (byNameAndId[b.actor] as number),
  )
  const members = all.slice(0, first)
  const shown = new Set([centre, ...members.map((member) => member.actor)])
  return {
    centre,
    members,
    ties: ties.filter((tie) => shown.has(tie.actor) && shown.has(tie.target)),
    affiliations: view.rollUp.affiliations().filter((each) => shown.has(each.actor) && shown.has(each.to)),
    total: all.length,
    truncated: members.length < all.length,
  }
}

/** Steps to each actor within reach, the centre among them. */
function distancesFrom(centre: ActorIndex, ties: readonly Tie[], depth: number): Map<ActorIndex, number> {
  const distances = new Map([[centre, 0]])
  for (let distance = 1, before = 0; distance <= depth && before < distances.size; distance++) {
    before = distances.size
    for (const { actor, target } of ties) {
      if (distances.get(actor) === distance - 1 && !distances.has(target)) distances.set(target, distance)
      if (distances.get(target) === distance - 1 && !distances.has(actor)) distances.set(actor, distance)
    }
  }
  return distances
}
