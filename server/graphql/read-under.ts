import { formatDay, isDay, type Day } from '../domain/days.ts'
import type { View } from '../domain/view.ts'
import { collectionIndexes, dayOf, type Given } from './arguments.ts'
import type { RequestContext } from './context.ts'
import { ArgumentError } from './errors.ts'

/** Under what an answer is to be read. */
export interface ReadUnder {
  readonly asKnownOn?: Given<string>
  readonly collections?: Given<readonly string[]>
}

/** The view that the arguments of a root field ask for. @throws UnknownIdError */
export async function rootView(
  context: RequestContext,
  given: ReadUnder = {},
  path = (argument: string) => argument,
): Promise<View> {
  const snapshot = await context.snapshot()
  const day = dayOf(path('asKnownOn'), given.asKnownOn) ?? null
  return context.view(day, collectionIndexes(snapshot, path('collections'), given.collections))
}

/**
 * The view that the arguments of a field inside an answer ask for. It only narrows: what the answer hides stays hidden, so of two
 * days the earlier holds, and collections are chosen among the answer's.
 * @throws UnknownIdError, ArgumentError
 */
export async function narrowedView(
  context: RequestContext,
  above: View,
  given: ReadUnder,
  path = (argument: string) => argument,
): Promise<View> {
  const chosen = collectionIndexes(above.snapshot, path('collections'), given.collections)
  const day = dayOf(path('asKnownOn'), given.asKnownOn)
  if (chosen === null && day === undefined) return above
  const outside = above.collections && chosen?.find((collection) => !above.collections?.has(collection))
  if (outside !== undefined && outside !== null) {
    const of = [...(above.collections ?? [])].map((each) => above.snapshot.collections[each]?.id).join(', ')
    throw new ArgumentError(
      path('collections'),
      `${path('collections')}: this answer is read in ${of} alone; choose among these.`,
    )
  }
  const collections = chosen ?? (above.collections ? [...above.collections] : null)
  const own = await context.view(day ?? null, collections)
  const knownOn: Day = Math.min(own.knownOn, above.knownOn)
  return knownOn === own.knownOn ? own : context.view(knownOn, collections)
}

/** The day under which a view is read as it is written; null while there is nothing. */
export function writtenDay(view: View): string | null {
  return isDay(view.knownOn) ? formatDay(view.knownOn) : null
}
