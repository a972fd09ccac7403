import { placesByGroup, startsOf } from './counting-sort.ts'
import type { ActorIndex, Affiliation } from './snapshot.ts'
import type { Tie } from './ties.ts'

/**
 * Who is next to whom along ties and affiliations, in either direction. The neighbours of an actor stand from `start[actor]` to
 * `start[actor + 1]`, each once.
 */
export interface Adjacency {
  readonly start: Int32Array
  readonly neighbour: Int32Array
  /** Events between the two, in both directions. */
  readonly events: Int32Array
}

/** @param actors how many there are. */
export function adjacencyOf(
  actors: number,
  ties: readonly Tie[],
  affiliations: readonly Affiliation[] = [],
): Adjacency {
  const all = bothWays(actors, ties, affiliations)
  const start = new Int32Array(actors + 1)
  const neighbour = new Int32Array(all.neighbour.length)
  const events = new Int32Array(all.neighbour.length)
  /** Where the neighbour stands among those of the actor at hand, if it stands at or after their start. */
  const placeOf = new Int32Array(actors).fill(-1)
  let length = 0
  for (let actor = 0; actor < actors; actor++) {
    const own = length
    start[actor] = own
    for (let at = all.start[actor] as number; at < (all.start[actor + 1] as number); at++) {
      const other = all.neighbour[at] as ActorIndex
      let place = placeOf[other] as number
      if (place < own) {
        placeOf[other] = place = length++
        neighbour[place] = other
      }
      events[place] = (events[place] as number) + (all.events[at] as number)
    }
  }
  start[actors] = length
  return { start, neighbour: neighbour.subarray(0, length), events: events.subarray(0, length) }
}

/** The same with a neighbour as often as there are ties and affiliations with it. */
function bothWays(actors: number, ties: readonly Tie[], affiliations: readonly Affiliation[]): Adjacency {
  const ends = new Int32Array(2 * (ties.length + affiliations.length))
  const totals = new Int32Array(ties.length + affiliations.length)
  ties.forEach((tie, link) => {
    ends[2 * link] = tie.actor
    ends[2 * link + 1] = tie.target
    totals[link] = tie.total
  })
  affiliations.forEach((affiliation, i) => {
    ends[2 * (ties.length + i)] = affiliation.actor
    ends[2 * (ties.length + i) + 1] = affiliation.to
  })
  const start = startsOf(ends, actors)
  const places = placesByGroup(ends, start)
  return {
    start,
    // The two ends of a link stand side by side.
    neighbour: places.map((place) => ends[place ^ 1] as ActorIndex),
    events: places.map((place) => totals[place >> 1] as number),
  }
}
