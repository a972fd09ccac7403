import { compareCodePoints } from '../domain/code-points.ts'
import type { ActorEntry } from '../domain/records.ts'

/**
 * Which of two entries of one actor is kept, where imports write both: the one with the greater name by code point; of equal names the
 * greater text, so that it does not matter which came first.
 */
export function greaterEntry(one: ActorEntry, other: ActorEntry): ActorEntry {
  const names = compareCodePoints(one.name, other.name)
  const order = names === 0 ? compareCodePoints(textOf(one), textOf(other)) : names
  return order >= 0 ? one : other
}

function textOf({ kind, article, aliases, description, unspecified }: ActorEntry): string {
  return JSON.stringify([kind, article, aliases, description, unspecified])
}
