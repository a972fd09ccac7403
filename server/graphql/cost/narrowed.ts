import type { Level } from '../../domain/words.ts'
import type { Args, Place } from './place.ts'
import { lesser, together, type Pool } from './pool.ts'
import type { Sizes } from './sizes.ts'

/** What of a filter an estimate looks at. */
export interface Narrowing {
  readonly collections: readonly unknown[] | null
  readonly hasText: boolean
  /** It names the one who acted or was acted toward, and so which rows are read. */
  readonly hasEnd: boolean
  readonly hasActors: boolean
}

export function narrowingOf(filter: unknown): Narrowing {
  const { collections, text, actor, target, actors } = (filter ?? {}) as Args
  return {
    collections: listOf(collections),
    hasText: isGiven(text),
    hasEnd: isGiven(actor) || isGiven(target),
    hasActors: listOf(actors) !== null,
  }
}

/** The events of the collections that are chosen here. What is no collection is refused and gives none. */
export function poolUnder(here: Place, collections: readonly unknown[] | null, sizes: Sizes): Pool {
  if (collections === null) return here.pool
  const chosen = new Set(collections.map((id) => sizes.collectionIndex.get(String(id))))
  return lesser(here.pool, together([...chosen].flatMap((index) => sizes.pools[index ?? -1] ?? [])))
}

/** Selecting from all events, once for each that stands here. */
export function selection(here: Place, filter: unknown, sizes: Sizes) {
  const { hasText } = narrowingOf(filter)
  return {
    // With words, what the store finds is looked at once more.
    rows: here.count * sizes.rows * (hasText ? 2 : 1),
    records: hasText ? here.count * sizes.grewLater : 0,
  }
}

/** Selecting the events of which each actor that stands here is one end. */
export function selectionOfEnds(here: Place, filter: unknown, level: Level, sizes: Sizes) {
  const { hasText, hasEnd, hasActors } = narrowingOf(filter)
  const { rows: all, tail, rowsOfActor } = sizes
  const others = hasText || hasActors ? all : 0
  // At TOP, and where the filter names an end, each actor is answered from rows that are not its own.
  const isOwn = level === 'ACTOR' && !hasEnd
  const own = isOwn ? Math.min(here.count * rowsOfActor, here.groups * 2 * all) : here.count * all
  return {
    rows: own + here.count * (tail + others + (hasText && hasActors ? all : 0)),
    records: hasText ? here.count * sizes.grewLater : 0,
  }
}

export function listOf(given: unknown): readonly unknown[] | null {
  return Array.isArray(given) && given.length > 0 ? given : null
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null
}
