import { keyOf, keyOfEntry, type RecordKey } from '../../../domain/record-key.ts'
import type { ActorEntry, AffiliationRecord, SourceRecord } from '../../../domain/records.ts'
import { AFFILIATION_TYPES, codeOf, RELIABILITIES } from '../../../domain/words.ts'
import { demand } from '../../differing.ts'
import { BrokenTextError } from '../../errors.ts'
import { greaterEntry } from '../../greater-entry.ts'
import { isSame, isWellFormed } from '../../is-same.ts'
import { entryKey } from '../../removal-plan.ts'
import { actorEntriesByKey, actorRefs, insertActors } from '../queries/actors.ts'
import { affiliationsById, writeAffiliation } from '../queries/affiliations.ts'
import { collectionRefs } from '../queries/collections.ts'
import { ownParts, partOwners, partsNoted } from '../queries/part-owners.ts'
import { sourcesById, writeSource } from '../queries/sources.ts'
import type { Connection } from '../connection.ts'
import { list } from '../sql.ts'
import { writeEntry } from './write-entry.ts'

/** Where parts of an import are written. */
export interface Into {
  readonly db: Connection
  readonly import: number
  readonly writer: number
  readonly version: number
}

/** Notes that the import brings these, as far as they are new or brought by another. */
export function own(into: Into, owned: readonly (readonly [RecordKey, ActorEntry | null, boolean])[]): void {
  if (owned.length === 0) return
  const rows = owned.map(([key, record, isNew]) => [key, record && JSON.stringify(record), isNew ? 1 : 0])
  into.db.run(ownParts, { import: into.import, owned: list(rows) })
}

/** Those that are there stay as they are. */
export function writeSources(into: Into, sources: readonly SourceRecord[]): void {
  if (sources.length === 0) return
  const { db, writer, version } = into
  const ids = new Set(db.all(sourcesById, { ids: list(new Set(sources.map(({ id }) => id))) }).map(idOf))
  const collections = collectionsOf(db, sources)
  const owned = unique(sources, ({ id }) => id).map((record) => {
    const key = keyOf('source', record.id)
    const isNew = !ids.has(record.id)
    if (isNew) {
      demandText(key, record)
      db.run(writeSource, {
        id: record.id,
        collection: demand(collections, `source ${record.id}`, 'collection', record.collection),
        publisher: record.publisher,
        title: record.title,
        url: record.url,
        published: record.published,
        reliability: codeOf(RELIABILITIES, record.reliability),
        writer,
        version,
      })
    }
    return [key, null, isNew] as const
  })
  own(into, owned)
}

/**
 * Of two entries of an actor the greater is kept: at once where this import alone has brought it, else noted, and taken when it is
 * finished.
 */
export function writeActors(into: Into, records: readonly ActorEntry[]): void {
  if (records.length === 0) return
  const { db, version } = into
  const given = new Map<string, ActorEntry>()
  for (const record of records) {
    const before = given.get(entryKey(record))
    given.set(entryKey(record), before ? greaterEntry(record, before) : record)
  }
  const entries = [...given.values()]
  const keys = list(entries.map(keyOfEntry))
  const noted = new Map(db.all(partsNoted, { import: into.import, keys }))
  const others = new Set(db.all(partOwners, { keys }).map(({ key }) => key))
  const pairs = list(entries.map(({ actor, collection }) => [actor, collection]))
  const there = new Map(db.all(actorEntriesByKey, { keys: pairs }).map((held) => [keyOfEntry(held.record), held]))
  const collections = collectionsOf(db, entries)
  db.run(insertActors, { ids: list(new Set(entries.map(({ actor }) => actor))), version })
  const actors = new Map(db.all(actorRefs, { ids: list(new Set(entries.map(({ actor }) => actor))) }))
  const owned = entries.map((record) => {
    const key = keyOfEntry(record)
    const held = there.get(key)
    const before = noted.get(key)
    const best = before ? greaterEntry(record, before) : record
    const isOwn = before !== undefined && !others.has(key) && held?.writer.by === 'IMPORT'
    if (!held || (isOwn && !isSame(held.record, best))) {
      demandText(key, record)
      writeEntry(db, {
        record: best,
        actor: demand(actors, key, 'actor', record.actor),
        collection: demand(collections, key, 'collection', record.collection),
        held: held?.ref ?? null,
        writer: into.writer,
        version,
      })
    }
    return [key, best, !held] as const
  })
  own(into, owned)
}

/** Those that are there stay as they are. */
export function writeAffiliations(into: Into, records: readonly AffiliationRecord[]): void {
  if (records.length === 0) return
  const { db, writer, version } = into
  const ids = new Set(db.all(affiliationsById, { ids: list(new Set(records.map(({ id }) => id))) }).map(idOf))
  const collections = collectionsOf(db, records)
  const actors = new Map(db.all(actorRefs, { ids: list(new Set(records.flatMap(({ actor, to }) => [actor, to]))) }))
  const owned = unique(records, ({ id }) => id).map((record) => {
    const key = keyOf('affiliation', record.id)
    const label = `affiliation ${record.id}`
    const isNew = !ids.has(record.id)
    if (isNew) {
      demandText(key, record)
      db.first(writeAffiliation, {
        id: record.id,
        collection: demand(collections, label, 'collection', record.collection),
        type: codeOf(AFFILIATION_TYPES, record.type),
        actor: demand(actors, label, 'actor', record.actor),
        whom: demand(actors, label, 'actor', record.to),
        role: record.role,
        since: record.since,
        until: record.until,
        writer,
        version,
      })
    }
    return [key, null, isNew] as const
  })
  own(into, owned)
}

function collectionsOf(db: Connection, records: readonly { readonly collection: string }[]): Map<string, number> {
  return new Map(db.all(collectionRefs, { ids: list(new Set(records.map(({ collection }) => collection))) }))
}

function demandText(key: string, record: unknown): void {
  if (!isWellFormed(record)) throw new BrokenTextError(key)
}

function idOf({ record }: { readonly record: { readonly id: string } }): string {
  return record.id
}

function unique<R>(records: readonly R[], keyOfRecord: (record: R) => string): R[] {
  return [...new Map(records.map((each) => [keyOfRecord(each), each])).values()]
}
