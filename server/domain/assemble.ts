import { standingOf, type Claim } from './claims.ts'
import { compareCodePoints } from './code-points.ts'
import { AFTER_ALL, BEFORE_ALL, type Day } from './days.ts'
import { firstDay, lastDay } from './edtf.ts'
import type { ActorEntry, AffiliationRecord, CollectionRecord, EvidenceRecord, SourceRecord } from './records.ts'
import type { Actor, Affiliation, Collection, EventColumns, Source } from './snapshot.ts'

/** The numbers by which a snapshot names what records name by id. */
export interface Indexes {
  readonly actors: ReadonlyMap<string, number>
  readonly sources: ReadonlyMap<string, number>
  readonly collections: ReadonlyMap<string, number>
}

/**
 * What is shown of an actor. Kind, name and description are those of its first entry: entries of cases come before those of data
 * sets, then by the id of the collection.
 */
export function toActor(
  index: number,
  id: string,
  entries: readonly ActorEntry[],
  collections: readonly CollectionRecord[],
  indexes: Indexes,
): Actor {
  const isCase = (entry: ActorEntry) => collections[indexes.collections.get(entry.collection) ?? -1]?.kind === 'CASE'
  const ranked = entries.toSorted(
    (a, b) => Number(isCase(b)) - Number(isCase(a)) || compareCodePoints(a.collection, b.collection),
  )
  const head = ranked[0]
  const name = head?.name ?? id
  const names = ranked.flatMap((entry) =>
    [entry.name, ...entry.aliases].map((each) => ({
      name: each,
      collection: indexes.collections.get(entry.collection) ?? -1,
    })),
  )
  return {
    index,
    id,
    name,
    article: head?.article ?? false,
    kind: head?.kind ?? 'ORGANISATION',
    description: ranked.find((entry) => entry.description !== null)?.description ?? null,
    unspecified: entries.length > 0 && entries.every((entry) => entry.unspecified),
    aliases: [...new Set(names.map((each) => each.name))].filter((each) => each !== name).sort(compareCodePoints),
    collections: [...new Set(names.map((each) => each.collection))].sort((a, b) => a - b),
    names,
    entries: entries.toSorted((a, b) => compareCodePoints(a.collection, b.collection)),
  }
}

/** An affiliation with the days on which it may hold and on which it became known. */
export function toAffiliation(
  record: AffiliationRecord,
  index: number,
  indexes: Indexes,
  sources: readonly SourceRecord[],
): Affiliation {
  const claims = record.evidence.map((evidence) => toClaim(evidence, sources, indexes))
  const standing = standingOf(claims)
  return {
    id: record.id,
    index,
    type: record.type,
    actor: indexes.actors.get(record.actor) ?? -1,
    to: indexes.actors.get(record.to) ?? -1,
    role: record.role,
    since: record.since,
    until: record.until,
    from: firstDay(record.since),
    through: lastDay(record.until),
    collection: indexes.collections.get(record.collection) ?? -1,
    reported: claims.length === 0 ? BEFORE_ALL : standing.reported,
    lastWord: claims.length === 0 || standing.reported === AFTER_ALL ? BEFORE_ALL : standing.lastWord,
    evidenceCount: record.evidence.length,
  }
}

/** What evidence counts for. */
export function toClaim(
  evidence: Pick<EvidenceRecord, 'source' | 'relayedFrom' | 'stance' | 'about'>,
  sources: readonly SourceRecord[],
  indexes: Indexes,
): Claim {
  return {
    published: sources[indexes.sources.get(evidence.source) ?? -1]?.published ?? null,
    origin: evidence.relayedFrom ?? evidence.source,
    stance: evidence.stance,
    about: evidence.about,
  }
}

/** A source with its place in the snapshot. */
export function toSource(record: SourceRecord, index: number, indexes: Indexes): Source {
  return { ...record, index, collection: indexes.collections.get(record.collection) ?? -1 }
}

/** @param lastKnown by collection index. */
export function toCollection(record: CollectionRecord, index: number, lastKnown: readonly Day[]): Collection {
  return { ...record, index, lastKnown: lastKnown[index] ?? BEFORE_ALL }
}

/** For each collection the greatest day on which anything in it became known; BEFORE_ALL where nothing did. */
export function lastKnownDays(count: number, events: EventColumns, affiliations: readonly Affiliation[]): Day[] {
  const last = new Array<Day>(count).fill(BEFORE_ALL)
  const learn = (collection: number, day: Day) => {
    if (day !== AFTER_ALL && day > (last[collection] ?? AFTER_ALL)) last[collection] = day
  }
  for (let row = 0; row < events.length; row++) {
    if (!events.dead.has(row)) learn(events.collection[row] as number, events.reported[row] as Day)
  }
  for (const [row, day] of events.lastWord) if (!events.dead.has(row)) learn(events.collection[row] as number, day)
  for (const each of affiliations) learn(each.collection, each.lastWord)
  return last
}

/** Index by id. */
export function indexById(records: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  return new Map(records.map((record, index) => [record.id, index]))
}
