import { compareCodePoints } from './code-points.ts'
import type { Actor } from './snapshot.ts'

/** Negative, 0 or positive: two names by Unicode code point in NFC, the same in every locale. 0 where they read the same. */
export function compareNames(a: string, b: string): number {
  return a === b ? 0 : compareCodePoints(a.normalize('NFC'), b.normalize('NFC'))
}

/** Places of actors in two orders, by index of the actor. */
export interface NameOrder {
  /** Place by name; actors whose names read the same share one. */
  readonly byName: Int32Array
  /** Place by name, then id; no two share one. */
  readonly byNameAndId: Int32Array
  /** No two names read the same: both orders are one. */
  readonly areDistinct: boolean
}

const orders = new WeakMap<readonly Actor[], NameOrder>()

/** The order of a snapshot's actors by `compareNames`, made once a list, so that large answers are ranked without comparing text. */
export function nameOrder(actors: readonly Actor[]): NameOrder {
  const known = orders.get(actors)
  if (known) return known
  const named = actors.map((actor) => ({ index: actor.index, id: actor.id, name: actor.name.normalize('NFC') }))
  named.sort((a, b) => compareCodePoints(a.name, b.name) || compareCodePoints(a.id, b.id))
  const byName = new Int32Array(actors.length)
  const byNameAndId = new Int32Array(actors.length)
  let place = -1
  let last: string | null = null
  named.forEach((actor, i) => {
    if (actor.name !== last) place = i
    last = actor.name
    byName[actor.index] = place
    byNameAndId[actor.index] = i
  })
  const order = { byName, byNameAndId, areDistinct: byName.every((each, index) => each === byNameAndId[index]) }
  orders.set(actors, order)
  return order
}
