import { keyOfEntry } from '../../../domain/record-key.ts'
import { ACTOR_KINDS, codeOf } from '../../../domain/words.ts'
import { demand, differing } from '../../differing.ts'
import { entryKey } from '../../removal-plan.ts'
import { actorEntriesByKey, actorRefs, insertActors, writeActorEntry } from '../queries/actors.ts'
import { list } from '../sql.ts'
import { dropNames, indexNames } from './names.ts'
import { refsOf, type Work } from './work.ts'

/** Writes entries; an actor comes to be with its first. */
export function writeActors(work: Work): void {
  const { db, batch, version } = work
  const { actors: records = [] } = batch
  if (records.length === 0) return
  const keys = list(new Map(records.map((entry) => [entryKey(entry), [entry.actor, entry.collection]])).values())
  const changed = differing(records, entryKey, db.all(actorEntriesByKey, { keys }))
  if (changed.length === 0) return
  const ids = new Set(changed.map(({ record }) => record.actor))
  db.run(insertActors, { ids: list(ids), version })
  const actors = refsOf(db, actorRefs, ids)
  dropNames(
    db,
    changed.flatMap(({ held }) => held?.ref ?? []),
  )
  for (const { record, held: before } of changed) {
    const key = keyOfEntry(record)
    const label = `actor ${record.actor}`
    const entry = db.first(writeActorEntry, {
      actor: demand(actors, label, 'actor', record.actor),
      collection: demand(work.collections, label, 'collection', record.collection),
      kind: codeOf(ACTOR_KINDS, record.kind),
      name: record.name,
      article: record.article ? 1 : 0,
      aliases: JSON.stringify(record.aliases),
      description: record.description,
      unspecified: record.unspecified ? 1 : 0,
      writer: work.writerOf(key),
      version,
    })
    if (entry !== null) indexNames(db, entry, record)
    work.notes.add(key, before, record)
  }
  work.changed += changed.length
  work.everything = true
}
