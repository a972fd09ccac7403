import { formatDay } from '../../../domain/days.ts'
import { keyOf, keyOfEntry } from '../../../domain/record-key.ts'
import type { ActorEntry, AffiliationRecord, SourceRecord } from '../../../domain/records.ts'
import { demand } from '../../differing.ts'
import { BrokenTextError } from '../../errors.ts'
import { greaterEntry } from '../../greater-entry.ts'
import { isSame, isWellFormed } from '../../is-same.ts'
import { entryKey } from '../../removal-plan.ts'
import { showActorsOf } from '../apply/show-actors.ts'
import { chunksOf, demandOwnId, findByIds, present, runRows } from '../apply/work.ts'
import { createMissing, toEntryParams } from '../apply/write-actors.ts'
import { actorEntriesByKey, actorIds, writeActorEntries } from '../queries/actors.ts'
import { affiliationsById, createAffiliations } from '../queries/affiliations.ts'
import { collectionIds } from '../queries/collections.ts'
import { partOwners, partsNoted } from '../queries/owned.ts'
import { sourceIds, writeSources as writeStatement } from '../queries/sources.ts'
import type { Transaction } from '../run.ts'
import { own, signatureOf, type Into } from './into.ts'

/** Those that are there stay as they are. */
export async function writeSources(into: Into, sources: readonly SourceRecord[]): Promise<void> {
  if (sources.length === 0) return
  const { transaction } = into
  const given = unique(sources, ({ id }) => id)
  const there = await present(
    transaction,
    sourceIds,
    given.map(({ id }) => id),
  )
  const collections = await collectionsOf(transaction, given)
  const rows = given
    .filter(({ id }) => !there.has(id))
    .map((record) => {
      demandText(keyOf('source', record.id), record)
      demandOwnId(record)
      demand(collections, `source ${record.id}`, 'collection', record.collection)
      const published = record.published === null ? null : formatDay(record.published)
      return { ...record, published, ...signatureOf(into) }
    })
  await runRows(transaction, writeStatement, rows)
  await own(
    into,
    given.map(({ id }) => [keyOf('source', id), null, !there.has(id)] as const),
  )
}

/**
 * Of two entries of an actor the greater is kept: at once where this import alone has brought it, else noted, and taken when it is
 * finished.
 */
export async function writeActors(into: Into, records: readonly ActorEntry[]): Promise<void> {
  if (records.length === 0) return
  const { transaction } = into
  const given = new Map<string, ActorEntry>()
  for (const record of records) {
    const before = given.get(entryKey(record))
    given.set(entryKey(record), before ? greaterEntry(record, before) : record)
  }
  const entries = [...given.values()]
  const keys = entries.map(keyOfEntry)
  const noted = new Map(await transaction.all(partsNoted, { import: into.import, keys }))
  const others = new Set((await transaction.all(partOwners, { keys })).map(({ key }) => key))
  const there = new Map((await entriesOf(transaction, entries)).map((held) => [keyOfEntry(held.record), held]))
  const collections = await collectionsOf(transaction, entries)
  const written: ActorEntry[] = []
  const owned = entries.map((record) => {
    const key = keyOfEntry(record)
    const held = there.get(key)
    const before = noted.get(key)
    const best = before ? greaterEntry(record, before) : record
    const isOwn = before !== undefined && !others.has(key) && held?.writer.by === 'IMPORT'
    if (!held || (isOwn && !isSame(held.record, best))) {
      demandText(key, record)
      demand(collections, key, 'collection', record.collection)
      written.push(best)
    }
    return [key, best, !held] as const
  })
  await writeEntries(into, written)
  await own(into, owned)
}

/** Writes entries over those that are there. */
export async function writeEntries(into: Into, entries: readonly ActorEntry[]): Promise<void> {
  if (entries.length === 0) return
  const ids = new Set(entries.map(({ actor }) => actor))
  await createMissing(into, ids)
  const rows = entries.map((record) => toEntryParams(record, signatureOf(into)))
  await runRows(into.transaction, writeActorEntries, rows)
  await showActorsOf(into.transaction, ids)
}

/** Those that are there stay as they are. */
export async function writeAffiliations(into: Into, records: readonly AffiliationRecord[]): Promise<void> {
  if (records.length === 0) return
  const { transaction, version } = into
  const given = unique(records, ({ id }) => id)
  const found = await findByIds(
    transaction,
    affiliationsById,
    given.map(({ id }) => id),
  )
  const there = new Set(found.map(({ record }) => record.id))
  const collections = await collectionsOf(transaction, given)
  const named = given.flatMap(({ actor, to }) => [actor, to])
  const actors = await present(transaction, actorIds, named)
  const rows = given
    .filter(({ id }) => !there.has(id))
    .map((record) => {
      const { evidence: _, ...rest } = record
      const label = `affiliation ${record.id}`
      demandText(keyOf('affiliation', record.id), record)
      demandOwnId(record)
      demand(collections, label, 'collection', record.collection)
      demand(actors, label, 'actor', record.actor)
      demand(actors, label, 'actor', record.to)
      return { ...rest, ...signatureOf(into), created: version }
    })
  await runRows(transaction, createAffiliations, rows)
  await own(
    into,
    given.map(({ id }) => [keyOf('affiliation', id), null, !there.has(id)] as const),
  )
}

/** Entries of these actors in these collections, as far as they are there. */
export async function entriesOf(
  transaction: Transaction,
  wanted: readonly { readonly actor: string; readonly collection: string }[],
) {
  const held = []
  for (const chunk of chunksOf(wanted)) {
    const rows = chunk.map(({ actor, collection }) => ({ actor, collection }))
    held.push(...(await transaction.all(actorEntriesByKey, { rows })))
  }
  return held
}

async function collectionsOf(
  transaction: Transaction,
  records: readonly { readonly collection: string }[],
): Promise<ReadonlyMap<string, string>> {
  return present(
    transaction,
    collectionIds,
    records.map(({ collection }) => collection),
  )
}

function demandText(key: string, record: unknown): void {
  if (!isWellFormed(record)) throw new BrokenTextError(key)
}

function unique<R>(records: readonly R[], keyOfRecord: (record: R) => string): R[] {
  return [...new Map(records.map((each) => [keyOfRecord(each), each])).values()]
}
