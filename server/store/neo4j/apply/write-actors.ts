import { keyOfEntry } from '../../../domain/record-key.ts'
import type { ActorEntry } from '../../../domain/records.ts'
import { fold } from '../../../domain/search.ts'
import { demand, differing } from '../../differing.ts'
import { entryKey } from '../../removal-plan.ts'
import * as actors from '../queries/actors.ts'
import { takeRefs } from '../queries/version.ts'
import { toTerms } from '../search-terms.ts'
import { showActorsOf } from './show-actors.ts'
import { chunksOf, present, runRows, signature, type Signature, type Work } from './work.ts'

/** Writes entries; an actor comes to be with its first. */
export async function writeActors(work: Work): Promise<void> {
  const { transaction, batch } = work
  const { actors: records = [] } = batch
  if (records.length === 0) return
  const held = []
  for (const chunk of chunksOf(records)) {
    const rows = chunk.map(({ actor, collection }) => ({ actor, collection }))
    held.push(...(await transaction.all(actors.actorEntriesByKey, { rows })))
  }
  const changed = differing(records, entryKey, held)
  if (changed.length === 0) return
  const rows = changed.map(({ record }) => {
    demand(work.collections, `actor ${record.actor}`, 'collection', record.collection)
    return toEntryParams(record, signature(work, keyOfEntry(record)))
  })
  const ids = new Set(rows.map(({ actor }) => actor))
  await createMissing(work, ids)
  await runRows(transaction, actors.writeActorEntries, rows)
  await showActorsOf(transaction, ids)
  for (const { record, held } of changed) work.notes.add(keyOfEntry(record), held, record)
  work.changed += changed.length
  work.everything = true
}

/** Makes those of these actors that are not there. */
export async function createMissing(
  { transaction, version }: Pick<Work, 'transaction' | 'version'>,
  ids: ReadonlySet<string>,
): Promise<void> {
  const there = await present(transaction, actors.actorIds, ids)
  const missing = [...ids].filter((id) => !there.has(id))
  if (missing.length === 0) return
  const [last = 0] = await transaction.all(takeRefs, { many: missing.length })
  const rows = missing.map((id, at) => ({ id, ref: last - missing.length + 1 + at, version }))
  await runRows(transaction, actors.createActors, rows)
}

export function toEntryParams(record: ActorEntry, signed: Signature): actors.ActorEntryParams {
  const folded = [record.name, ...record.aliases].map(fold)
  return { ...record, folded, terms: toTerms(folded), ...signed }
}
