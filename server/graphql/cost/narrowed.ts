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
  /** How often a row is looked at: once whether it is visible, and once for each thing that is asked of it. */
  readonly passes: number
}

export function narrowingOf(filter: unknown, level: Level = 'ACTOR'): Narrowing {
  const { collections, asKnownOn: _, ...asked } = (filter ?? {}) as Args
  const { text, actor, target, actors, between } = asked
  const isOneOf = (listOf(actors)?.length ?? 0) + (listOf(between)?.length ?? 0)
  return {
    collections: listOf(collections),
    hasText: isGiven(text),
    hasEnd: isGiven(actor) || isGiven(target),
    hasActors: listOf(actors) !== null,
    // At TOP it is looked for each of them whether an end of the event stands under it.
    passes: 1 + Object.values(asked).filter(isGiven).length + (level === 'TOP' ? isOneOf / 2 : 0),
  }
}

/** The events of the collections that are chosen here. What is no collection is refused and gives none. */
export function poolUnder(here: Place, collections: readonly unknown[] | null, sizes: Sizes): Pool {
  if (collections === null) return here.pool
  const chosen = new Set(collections.map((id) => sizes.collectionIndex.get(String(id))))
  return lesser(here.pool, together([...chosen].flatMap((index) => sizes.pools[index ?? -1] ?? [])))
}

/** Selecting from all events, once for each that stands here. */
export function selection(here: Place, filter: unknown, sizes: Sizes, level: Level = 'ACTOR') {
  const { hasText, passes } = narrowingOf(filter, level)
  return {
    rows: here.count * sizes.rows * (passes + (hasText ? 1 : 0)),
    records: hasText ? here.count * sizes.grewLater : 0,
  }
}

/** Selecting the events of which each actor that stands here is one end. */
export function selectionOfEnds(here: Place, filter: unknown, level: Level, sizes: Sizes) {
  const { hasText, hasEnd, hasActors, passes } = narrowingOf(filter, level)
  const { rows: all, tail, rowsOfActor } = sizes
  // At TOP, and where the filter names an end, each actor is answered from rows that are not its own.
  const isOwn = level === 'ACTOR' && !hasEnd
  const own = isOwn ? Math.min(here.count * rowsOfActor, here.groups * 2 * all) : here.count * all
  const selected = own + here.count * (tail + (hasActors ? all : 0))
  return {
    rows: selected * (passes + 1) + (hasText ? here.count * all : 0),
    records: hasText ? here.count * sizes.grewLater : 0,
  }
}

export function levelOf(given: unknown, otherwise: Level): Level {
  return given === 'TOP' || given === 'ACTOR' ? given : otherwise
}

export function listOf(given: unknown): readonly unknown[] | null {
  return Array.isArray(given) && given.length > 0 ? given : null
}

export function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null
}
