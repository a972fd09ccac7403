import { keyOf, keyOfCollection, keyOfEntry, type RecordKey } from '../../../domain/record-key.ts'
import type { ImportRecord } from '../../import-store.ts'
import { findByIds } from '../apply/work.ts'
import { actorEntriesOfCollection } from '../queries/actors.ts'
import { affiliationsOfCollection } from '../queries/affiliations.ts'
import { collectionsById } from '../queries/collections.ts'
import { disownParts, partsOfImport } from '../queries/owned.ts'
import { sourcesOfCollection } from '../queries/sources.ts'
import * as undo from '../queries/undo.ts'
import { prefixOf } from '../read-collection.ts'
import type { Transaction } from '../run.ts'

/**
 * Takes from an import what goes with nobody: parts that a hand has changed since, that are still named, or that what stays leads to. They
 * belong to nobody from now on.
 */
export async function keepNeeded(transaction: Transaction, { id, collection }: ImportRecord): Promise<void> {
  const owner = { id: collection, prefix: prefixOf(collection) }
  const parts = await transaction.all(partsOfImport, { import: id })
  const all = new Set(parts.filter(({ others }) => others === 0).map(({ key }) => key))
  const going = new Set(all)
  const keep = (key: RecordKey): void => void going.delete(key)
  const others = await transaction.all(undo.namedByOthers, { import: id, prefix: owner.prefix })
  const isFree = others.some(({ free }) => free)

  const entries = await transaction.all(actorEntriesOfCollection, { id: collection })
  const affiliations = await transaction.all(affiliationsOfCollection, owner)
  const sources = await transaction.all(sourcesOfCollection, owner)

  const ids = entries.map(({ record }) => record.actor)
  const elsewhere = new Set<string>()
  for (const each of await transaction.all(undo.actorsElsewhere, { ids, collection })) {
    if (each.isNamed) elsewhere.add(each.actor)
  }
  const needed = new Set(others.map(({ actor }) => actor))
  for (const { record, writer } of entries) {
    const stays = writer.by !== 'IMPORT' || !going.has(keyOfEntry(record)) || elsewhere.has(record.actor)
    if (stays) needed.add(record.actor)
  }
  // Who stays keeps what it is part of: until nothing more is found.
  for (let before = -1; before !== needed.size;) {
    before = needed.size
    for (const { record, writer } of affiliations) {
      const key = keyOf('affiliation', record.id)
      if (!needed.has(record.actor) && going.has(key) && writer.by === 'IMPORT') continue
      keep(key)
      needed.add(record.actor).add(record.to)
    }
  }
  for (const { record } of entries) if (needed.has(record.actor)) keep(keyOfEntry(record))

  const cited = new Set(
    await findByIds(
      transaction,
      undo.sourcesNamed,
      sources.map(({ record }) => record.id),
    ),
  )
  for (const { record, writer } of sources) {
    if (isFree || writer.by !== 'IMPORT' || cited.has(record.id)) keep(keyOf('source', record.id))
  }
  const [held] = await transaction.all(collectionsById, { ids: [collection] })
  if (held) {
    const key = keyOfCollection(held.record)
    const isLeft = sources.length + entries.length + affiliations.length > going.size - (going.has(key) ? 1 : 0)
    if (isLeft || isFree || held.writer.by !== 'IMPORT') keep(key)
  }
  await transaction.run(disownParts, { import: id, keys: [...all].filter((key) => !going.has(key)) })
}
