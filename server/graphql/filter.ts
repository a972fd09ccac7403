import type { Criteria } from '../domain/criteria.ts'
import { matchesWords } from '../domain/search.ts'
import type { Row, Snapshot } from '../domain/snapshot.ts'
import { SUBTYPES } from '../domain/subtypes.ts'
import type { View } from '../domain/view.ts'
import { actorIndexes, listOf, optionalActor, searchText, wholeNumber, windowOf, type Given } from './arguments.ts'
import type { RequestContext } from './context.ts'
import { ArgumentError, BackwardsError } from './errors.ts'
import type { EventFilter } from './generated/schema.ts'
import { knownWords } from './known-evidence.ts'
import { narrowedView, rootView } from './read-under.ts'

/** A filter read: under which view, and what narrows in it. */
export interface Filtered {
  readonly view: View
  readonly criteria: Criteria
}

const path = (argument: string) => `filter.${argument}`

/**
 * Reads a filter. A list that is empty is as if it were not given.
 * @param above the view of the answer that the filter stands in; null at the root.
 * @throws ArgumentError
 */
export async function readFilter(
  context: RequestContext,
  given: Given<EventFilter>,
  above: View | null = null,
): Promise<Filtered> {
  const filter = given ?? {}
  const view = above ? await narrowedView(context, above, filter, path) : await rootView(context, filter, path)
  const criteria = toCriteria(view.snapshot, filter)
  const text = searchText('filter.text', filter.text)
  if (text === undefined) return { view, criteria }
  return { view, criteria: { ...criteria, eventIds: await matchingEvents(context, view, text) } }
}

function toCriteria(snapshot: Snapshot, filter: EventFilter): Criteria {
  const { since, until } = windowOf(
    ['filter.occurredSince', filter.occurredSince],
    ['filter.occurredUntil', filter.occurredUntil],
  )
  const reported = windowOf(
    ['filter.reportedSince', filter.reportedSince],
    ['filter.reportedUntil', filter.reportedUntil],
  )
  return given({
    actors: actorIndexes(snapshot, 'filter.actors', filter.actors),
    actor: optionalActor(snapshot, 'filter.actor', filter.actor),
    target: optionalActor(snapshot, 'filter.target', filter.target),
    between: actorIndexes(snapshot, 'filter.between', filter.between),
    kinds: listOf(filter.kinds),
    subtypes: subtypesOf(snapshot, filter.subtypes),
    stages: listOf(filter.stages),
    statuses: listOf(filter.statuses),
    disputed: filter.disputed ?? undefined,
    answered: filter.answered ?? undefined,
    ...originsOf(filter),
    occurredSince: since,
    occurredUntil: until,
    reportedSince: reported.since,
    reportedUntil: reported.until,
  })
}

function subtypesOf(snapshot: Snapshot, subtypes: Given<readonly string[]>): readonly string[] | undefined {
  const known = new Set([...Object.values(SUBTYPES).flatMap((list) => Object.keys(list)), ...snapshot.events.subtypes])
  const unknown = subtypes?.find((subtype) => !known.has(subtype))
  if (unknown !== undefined) {
    const says = `filter.subtypes: there is no subtype ${JSON.stringify(unknown)}. There are: ${[...known].sort().join(', ')}.`
    throw new ArgumentError('filter.subtypes', says)
  }
  return listOf(subtypes)
}

function originsOf({ minOrigins, maxOrigins }: EventFilter): Pick<Criteria, 'minOrigins' | 'maxOrigins'> {
  const anyNumber = { least: 0, most: Infinity, otherwise: 0 }
  const least = wholeNumber('filter.minOrigins', minOrigins, anyNumber)
  const most = wholeNumber('filter.maxOrigins', maxOrigins, { ...anyNumber, otherwise: Infinity })
  if (most < least) throw new BackwardsError('filter.minOrigins', 'filter.maxOrigins', least, most)
  return given({ minOrigins: minOrigins ?? undefined, maxOrigins: maxOrigins ?? undefined })
}

/** Without what is undefined: a key that is there narrows. */
function given<T extends object>(all: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}

/** Events of the view whose words match by what was known on its day: a quote that came later finds nothing before. */
async function matchingEvents(context: RequestContext, view: View, text: string): Promise<ReadonlySet<string>> {
  const { events } = view.snapshot
  const matching = (await context.textCandidates(text)).filter((each) => matchesWords(text, each.text))
  const grewLater = (row: Row) => (events.lastWord.get(row) ?? view.knownOn) > view.knownOn
  const unsure = matching.filter((each) => grewLater(events.find(each.event))).map((each) => each.event)
  const ids = new Set(matching.map((each) => each.event))
  const details = await context.eventDetails.loadMany(unsure)
  for (const [at, id] of unsure.entries()) {
    const event = details[at]
    if (event instanceof Error) throw event
    if (!event || !matchesWords(text, knownWords(view, event))) ids.delete(id)
  }
  return ids
}
