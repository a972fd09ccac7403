import type { Day } from '../../../server/domain/days.ts'
import { ROLL_UP_TYPES } from '../../../server/domain/words.ts'
import { distinct } from './order.ts'
import type { World } from './world.ts'

/** The actor that this one rolls up to on the day; itself where nothing is above it or where that is not told. */
export function topOn(world: World, actor: string, day: Day): string {
  if (reachable(world, actor, day).has(actor)) return actor
  const tops = distinct(parentsOn(world, actor, day).map((parent) => topOn(world, parent, day)))
  return tops.length === 1 ? (tops[0] ?? actor) : actor
}

/** Whether an actor is `above` or rolls up to it on the day. */
export function isUnder(world: World, actor: string, above: string, day: Day): boolean {
  if (actor === above) return true
  if (topOn(world, actor, day) === actor) return false
  return parentsOn(world, actor, day).some((parent) => isUnder(world, parent, above, day))
}

function parentsOn(world: World, actor: string, day: Day): string[] {
  const active = world.affiliations.filter(
    (each) => each.record.actor === actor && each.from <= day && day <= each.through,
  )
  for (const type of ROLL_UP_TYPES) {
    const parents = active.filter((each) => each.record.type === type).map((each) => each.record.to)
    if (parents.length > 0) return distinct(parents)
  }
  return []
}

function reachable(world: World, actor: string, day: Day): Set<string> {
  const found = new Set<string>()
  const waiting = parentsOn(world, actor, day)
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue
    found.add(next)
    waiting.push(...parentsOn(world, next, day))
  }
  return found
}
