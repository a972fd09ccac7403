import type { Level } from '../../../server/domain/words.ts'
import { selectForAggregate, type Filter } from './filter.ts'
import { byCodePoint, distinct, firstOf } from './order.ts'
import { ties } from './ties.ts'
import type { World } from './world.ts'

/** A way from one actor to another, both ends in it. */
export interface Path {
  readonly actors: readonly string[]
  readonly events: number
}

/** Every path without repeats up to the length, in either direction of each step: shortest, then most events, then names. */
export function paths(
  world: World,
  from: string,
  to: string,
  filter: Filter,
  affiliations: boolean,
  maxLength: number,
): Path[] {
  const events = selectForAggregate(world, filter, 'ACTOR')
  const links = [
    ...events.map(({ record }) => [record.actor, record.target] as const),
    ...(affiliations ? world.affiliations.map(({ record }) => [record.actor, record.to] as const) : []),
  ]
  const ends = distinct(links.flat())
  const neighbours = new Map(
    ends.map((actor) => [
      actor,
      distinct(links.flatMap(([a, b]) => (a === actor ? [b] : b === actor ? [a] : []))).filter((one) => one !== actor),
    ]),
  )
  return walks([from])
    .map((actors) => ({ actors, events: eventsAlong(actors) }))
    .sort((a, b) =>
      firstOf(a.actors.length - b.actors.length, b.events - a.events, byCodePoint(namesOf(a), namesOf(b))),
    )

  function walks(sofar: readonly string[]): string[][] {
    const here = sofar.at(-1) ?? from
    if (here === to) return sofar.length > 1 ? [[...sofar]] : []
    if (sofar.length > maxLength) return []
    return (neighbours.get(here) ?? [])
      .filter((next) => !sofar.includes(next))
      .flatMap((next) => walks([...sofar, next]))
  }

  function eventsAlong(actors: readonly string[]): number {
    const isStep = (a: string, b: string) => actors.some((actor, at) => actor === a && actors[at + 1] === b)
    return events.filter(({ record: { actor, target } }) => isStep(actor, target) || isStep(target, actor)).length
  }

  function namesOf({ actors }: Path): string {
    return actors.map((actor) => (world.names.get(actor) ?? '').normalize('NFC')).join('\u0000')
  }
}

/** Steps of one tie from the actor to each that can be reached within the depth, the actor itself left out. */
export function distances(
  world: World,
  centre: string,
  depth: number,
  filter: Filter,
  level: Level,
): Map<string, number> {
  const found = new Map([[centre, 0]])
  const all = ties(world, filter, level)
  for (let distance = 1; distance <= depth; distance++) {
    const nearer = new Set(found.keys())
    for (const { actor, target } of all) {
      if (nearer.has(actor) && !found.has(target)) found.set(target, distance)
      if (nearer.has(target) && !found.has(actor)) found.set(actor, distance)
    }
  }
  found.delete(centre)
  return found
}
