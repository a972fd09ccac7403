import { isDay, type Day } from '../domain/days.ts'
import type {
  AffiliationRecord,
  CollectionRecord,
  EventRecord,
  EvidenceRecord,
  SourceRecord,
} from '../domain/records.ts'
import type { Collection, Row, Snapshot, Source } from '../domain/snapshot.ts'
import { isAnswered, isDisputed, isVisible, originsOn, statusOn, type View } from '../domain/view.ts'
import type { GraphStore } from '../store/graph-store.ts'
import type { Outgoing, OutgoingActor, OutgoingEvent } from './outgoing.ts'

/** Events that are read from the store at once. */
const AT_ONCE = 500

export interface Gathered {
  readonly view: View
  /** What leaves, in pair order. */
  readonly rows: ArrayLike<Row>
  /** What was asked for. */
  readonly filter: Readonly<Record<string, unknown>>
  /** Leave out actors, affiliations and sources that these events do not name. */
  readonly onlyNamed: boolean
  readonly store: Pick<GraphStore, 'eventDetails' | 'affiliationDetails'>
}

/**
 * What leaves of a view: nothing that became known after its day, be it an event, evidence, a source, a status or a word of the
 * collection about one of them.
 */
export async function gather({ view, rows, filter, onlyNamed, store }: Gathered): Promise<Outgoing> {
  const { snapshot } = view
  const named = onlyNamed ? namedBy(view, rows) : allOf(view)
  const { actors, collections } = named
  const affiliations = view.rollUp
    .affiliations()
    .filter((each) => actors.has(each.actor) && actors.has(each.to) && collections.has(each.collection))
    .map(({ id }) => id)
  const isKnown = knownSources(view, rows, 'asKnownOn' in filter)
  const sources = snapshot.sources.filter((source) => isKnown(source) && collections.has(source.collection))
  const byId = new Map(sources.map((source) => [source.id, source]))
  const only = onlyNamed ? new Set(Array.from(rows)) : null
  return {
    knownOn: isDay(view.knownOn) ? view.knownOn : null,
    filter,
    collections: snapshot.collections
      .filter(({ index }) => collections.has(index))
      .map((collection) => collectionRecord(view, collection, actors, only)),
    sources: sources.map((source) => sourceRecord(snapshot, source)),
    actors: outgoingActors(view, named),
    affiliations: await affiliationRecords(store, affiliations, byId),
    total: rows.length,
    events: () => eventsOf(view, rows, store, { sources: byId, only }),
  }
}

function isChosen({ collections }: View, collection: number): boolean {
  return collections === null || collections.has(collection)
}

/**
 * A source without a day makes nothing known. It leaves all the same, but where a day was asked for: then only if what was known on
 * that day goes back to it.
 */
function knownSources(view: View, rows: ArrayLike<Row>, isDayAsked: boolean): (source: Source) => boolean {
  const { events } = view.snapshot
  const origins = new Set<string>()
  if (isDayAsked)
    for (let at = 0; at < rows.length; at++)
      for (const origin of originsOn(view, rows[at] as Row)) origins.add(events.origins[origin] ?? '')
  return ({ id, published }) => (published === null ? !isDayAsked || origins.has(id) : published <= view.knownOn)
}

interface Named {
  readonly actors: ReadonlySet<number>
  readonly collections: ReadonlySet<number>
}

/** The ends of events and whom they belong to on whatever day; the collections that tell of the events, or else of an actor. */
function namedBy(view: View, rows: ArrayLike<Row>): Named {
  const { events, actors: all } = view.snapshot
  const actors = new Set<number>()
  const collections = new Set<number>()
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as Row
    actors.add(events.actor[row] ?? -1).add(events.target[row] ?? -1)
    collections.add(events.collection[row] ?? -1)
  }
  const upward = Map.groupBy(view.rollUp.affiliations(), ({ actor }) => actor)
  // A set gives what is added while it is walked.
  for (const actor of actors) for (const { to } of upward.get(actor) ?? []) actors.add(to)
  for (const actor of actors) {
    const chosen = (all[actor]?.collections ?? []).filter((collection) => isChosen(view, collection))
    const [first] = chosen
    if (first !== undefined && !chosen.some((collection) => collections.has(collection))) collections.add(first)
  }
  return { actors, collections }
}

/** All that the view shows. */
function allOf({ snapshot, collections }: View): Named {
  return {
    actors: new Set(snapshot.actors.map(({ index }) => index)),
    collections: collections ?? new Set(snapshot.collections.map(({ index }) => index)),
  }
}

function outgoingActors({ snapshot }: View, named: Named): readonly OutgoingActor[] {
  const { actors, collectionIndex } = snapshot
  return actors.flatMap(({ index, id, name, kind, description, aliases, unspecified, entries }) => {
    if (!named.actors.has(index)) return []
    const own = entries.filter(({ collection }) => named.collections.has(collectionIndex.get(collection) ?? -1))
    if (own.length === 0) return []
    return [{ id, name, kind, description, aliases, unspecified, entries: own }]
  })
}

/** @param only rows of the events that leave; null: all that are visible. */
function collectionRecord(
  view: View,
  collection: Collection,
  actors: ReadonlySet<number>,
  only: ReadonlySet<Row> | null,
): CollectionRecord {
  const { id, kind, title, description, headline, positions, questions } = collection
  const { events, actorIndex } = view.snapshot
  const row = headline === null ? -1 : events.find(headline)
  const isNamed = (actor: string | null) => actor === null || actors.has(actorIndex.get(actor) ?? -1)
  return {
    id,
    kind,
    title,
    description,
    headline: (only === null ? isVisible(view, row) : only.has(row)) ? headline : null,
    positions: positions.filter(({ actor }) => isNamed(actor)),
    questions: questions.filter(
      ({ toward, by, dates }) => isNamed(toward) && isNamed(by) && dates.every((day) => day <= view.knownOn),
    ),
  }
}

function sourceRecord(snapshot: Snapshot, source: Source): SourceRecord {
  const { id, publisher, title, url, published, reliability } = source
  const collection = snapshot.collections[source.collection]?.id ?? ''
  return { id, collection, publisher, title, url, published, reliability }
}

async function affiliationRecords(
  store: Gathered['store'],
  ids: readonly string[],
  sources: ReadonlyMap<string, Source>,
): Promise<readonly AffiliationRecord[]> {
  const records: AffiliationRecord[] = []
  for (let at = 0; at < ids.length; at += AT_ONCE)
    for (const record of await store.affiliationDetails(ids.slice(at, at + AT_ONCE)))
      records.push({ ...record, evidence: knownOf(record.evidence, sources) })
  return records.sort((a, b) => (a.id < b.id ? -1 : 1))
}

async function* eventsOf(
  view: View,
  rows: ArrayLike<Row>,
  store: Gathered['store'],
  known: Known,
): AsyncIterable<readonly OutgoingEvent[]> {
  const { events } = view.snapshot
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const these = Array.from({ length: Math.min(AT_ONCE, rows.length - from) }, (_, at) => rows[from + at] as Row)
    const details = await store.eventDetails(these.map((row) => events.id.get(row)))
    const byId = new Map(details.map((record) => [record.id, record]))
    yield these.flatMap((row) => {
      // What was removed meanwhile does not leave.
      const record = byId.get(events.id.get(row))
      return record ? [outgoingEvent(view, row, record, known)] : []
    })
  }
}

/** What events may name. */
interface Known {
  readonly sources: ReadonlyMap<string, Source>
  /** Rows of the events that leave; null: all that are visible. */
  readonly only: ReadonlySet<Row> | null
}

function outgoingEvent(view: View, row: Row, record: EventRecord, { sources, only }: Known): OutgoingEvent {
  const { events } = view.snapshot
  const isThere = (id: string) => {
    const other = events.find(id)
    return only === null ? isVisible(view, other) : only.has(other)
  }
  return {
    record: {
      ...record,
      history: record.history.filter(({ on }) => on <= view.knownOn),
      breaks: record.breaks.filter(isThere),
      restores: record.restores.filter(isThere),
      evidence: knownOf(record.evidence, sources),
    },
    earliest: day(events.earliest[row]),
    latest: day(events.latest[row]),
    reported: events.reported[row] as Day,
    status: statusOn(view, row),
    disputed: isDisputed(view, row) || isAnswered(view, row),
    origins: originsOn(view, row).length,
  }
}

function knownOf(evidence: readonly EvidenceRecord[], sources: ReadonlyMap<string, Source>): readonly EvidenceRecord[] {
  return evidence
    .filter(({ source }) => sources.has(source))
    .map((each) => ({
      ...each,
      relayedFrom: each.relayedFrom !== null && sources.has(each.relayedFrom) ? each.relayedFrom : null,
    }))
}

function day(value: Day | undefined): Day | null {
  return value !== undefined && isDay(value) ? value : null
}
