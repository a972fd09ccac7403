import { formatDay, parseDay, type Day } from '../domain/days.ts'
import { fold } from '../domain/search.ts'
import type { ActorIndex, Snapshot } from '../domain/snapshot.ts'
import type { Level } from '../domain/words.ts'
import { ArgumentError, BackwardsError, OutOfRangeError, TextError, UnknownIdError } from './errors.ts'

/** Characters of a text that is searched for. */
const LONGEST_TEXT = 200

/** What an argument may be when it is left out or given as null. */
export type Given<T> = T | null | undefined

/** A whole number within limits, else its default. @throws OutOfRangeError */
export function wholeNumber(
  argument: string,
  given: Given<number>,
  allowed: { readonly least: number; readonly most: number; readonly otherwise: number },
): number {
  const value = given ?? allowed.otherwise
  if (value < allowed.least || value > allowed.most)
    throw new OutOfRangeError(argument, value, allowed.least, allowed.most)
  return value
}

/** A page's size. @throws OutOfRangeError */
export function pageSize(given: Given<number>, otherwise = 50): number {
  return wholeNumber('first', given, { least: 1, most: 500, otherwise })
}

/** @throws ArgumentError where the text is no day; the scalar has refused those before. */
export function dayOf(argument: string, given: Given<string>): Day | undefined {
  return given === null || given === undefined ? undefined : givenDay(argument, given)
}

/** The same for a day that must be given. @throws ArgumentError */
export function givenDay(argument: string, given: string): Day {
  const day = parseDay(given)
  if (day === null)
    throw new ArgumentError(argument, `${argument} is no day of the calendar: ${given}. Write it as 2025-11-11.`)
  return day
}

/** Two days of which the second is not before the first. @throws BackwardsError */
export function windowOf(
  [sinceArgument, since]: readonly [argument: string, given: Given<string>],
  [untilArgument, until]: readonly [argument: string, given: Given<string>],
): { readonly since: Day | undefined; readonly until: Day | undefined } {
  const from = dayOf(sinceArgument, since)
  const to = dayOf(untilArgument, until)
  if (from !== undefined && to !== undefined && to < from) {
    throw new BackwardsError(sinceArgument, untilArgument, formatDay(from), formatDay(to))
  }
  return { since: from, until: to }
}

/** @throws UnknownIdError */
export function actorIndex(snapshot: Snapshot, argument: string, id: string): ActorIndex {
  const index = snapshot.actorIndex.get(id)
  if (index === undefined) throw new UnknownIdError(argument, id, 'actor', 'search(text) finds the ids of actors.')
  return index
}

/** @throws UnknownIdError */
export function actorIndexes(
  snapshot: Snapshot,
  argument: string,
  ids: Given<readonly string[]>,
): ActorIndex[] | undefined {
  return ids?.length ? ids.map((id) => actorIndex(snapshot, argument, id)) : undefined
}

/** @throws UnknownIdError */
export function optionalActor(snapshot: Snapshot, argument: string, id: Given<string>): ActorIndex | undefined {
  return id === null || id === undefined ? undefined : actorIndex(snapshot, argument, id)
}

/** Null: all collections. @throws UnknownIdError */
export function collectionIndexes(
  snapshot: Snapshot,
  argument: string,
  ids: Given<readonly string[]>,
): readonly number[] | null {
  return ids?.length ? ids.map((id) => collectionIndex(snapshot, argument, id)) : null
}

/** @throws UnknownIdError */
export function collectionIndex(snapshot: Snapshot, argument: string, id: string): number {
  const index = snapshot.collectionIndex.get(id)
  const known = snapshot.collections.map((each) => each.id).sort()
  if (index === undefined)
    throw new UnknownIdError(argument, id, 'collection', `There are: ${known.join(', ') || 'none yet'}.`)
  return index
}

/** The text as it is. @throws TextError */
export function shortEnough(argument: string, text: string): string {
  if (text.length <= LONGEST_TEXT) return text
  throw new TextError(argument, `${argument} has at most ${LONGEST_TEXT} characters; it had ${text.length}.`)
}

/** The text folded; undefined where none is given. @throws TextError where nothing is left of it, or it is too long. */
export function searchText(argument: string, given: Given<string>): string | undefined {
  if (given === null || given === undefined) return undefined
  const folded = fold(shortEnough(argument, given))
  if (folded !== '') return folded
  throw new TextError(argument, `${argument} has at least one letter or digit; leave it out to take everything.`)
}

/** The level, else its default. */
export function levelOf(given: Given<Level>, otherwise: Level): Level {
  return given ?? otherwise
}

/** A list that narrows; an empty one is as if it were not given. */
export function listOf<T>(given: Given<readonly T[]>): readonly T[] | undefined {
  return given?.length ? given : undefined
}
