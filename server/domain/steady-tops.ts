import { AFTER_ALL, BEFORE_ALL } from './days.ts'
import type { ActorIndex, Affiliation } from './snapshot.ts'

/** The top that an actor has on every day; -1 where it may change. */
export type SteadyTops = Int32Array

/**
 * Of all actors but those that have a dated affiliation above them. Nearly every event of a data set is rolled up by one look at it.
 * @param topOf as of any day, of an actor that has something above it.
 */
export function steadyTops(
  actors: number,
  rising: readonly Affiliation[],
  topOf: (actor: ActorIndex) => ActorIndex,
): SteadyTops {
  const tops = new Int32Array(actors)
  for (let actor = 0; actor < actors; actor++) tops[actor] = actor
  for (const actor of underDated(rising)) tops[actor] = -1
  for (const { actor } of rising) if (tops[actor] !== -1) tops[actor] = topOf(actor)
  return tops
}

function underDated(rising: readonly Affiliation[]): ReadonlySet<ActorIndex> {
  const isDated = ({ from, through }: Affiliation) => from !== BEFORE_ALL || through !== AFTER_ALL
  const found = new Set(rising.filter(isDated).map(({ actor }) => actor))
  for (let before = -1; before !== found.size;) {
    before = found.size
    for (const each of rising) if (found.has(each.to)) found.add(each.actor)
  }
  return found
}
