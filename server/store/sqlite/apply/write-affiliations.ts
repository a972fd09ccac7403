import { keyOf } from '../../../domain/record-key.ts'
import { AFFILIATION_TYPES, codeOf } from '../../../domain/words.ts'
import { demand, differing } from '../../differing.ts'
import { actorRefs } from '../queries/actors.ts'
import {
  affiliationsById,
  deleteAffiliationEvidence,
  insertAffiliationEvidence,
  writeAffiliation,
} from '../queries/affiliations.ts'
import { list } from '../sql.ts'
import { sourcesNamed, toEvidenceParams } from './evidence.ts'
import { refsOf, type Work } from './work.ts'

export function writeAffiliations(work: Work): void {
  const { db, batch, version } = work
  const { affiliations: records = [] } = batch
  if (records.length === 0) return
  const held = db.all(affiliationsById, { ids: list(new Set(records.map(({ id }) => id))) })
  const changed = differing(records, ({ id }) => id, held)
  if (changed.length === 0) return
  const actors = refsOf(
    db,
    actorRefs,
    changed.flatMap(({ record }) => [record.actor, record.to]),
  )
  const sources = sourcesNamed(work, changed)
  for (const { record, held: before } of changed) {
    const key = keyOf('affiliation', record.id)
    const label = `affiliation ${record.id}`
    const affiliation = db.first(writeAffiliation, {
      id: record.id,
      collection: demand(work.collections, label, 'collection', record.collection),
      type: codeOf(AFFILIATION_TYPES, record.type),
      actor: demand(actors, label, 'actor', record.actor),
      whom: demand(actors, label, 'actor', record.to),
      role: record.role,
      since: record.since,
      until: record.until,
      writer: work.writerOf(key),
      version,
    })
    work.notes.add(key, before, record)
    if (affiliation === null) continue
    if (before) db.run(deleteAffiliationEvidence, { affiliation })
    for (const [n, evidence] of record.evidence.entries()) {
      db.run(insertAffiliationEvidence, { affiliation, ...toEvidenceParams(evidence, n, label, sources) })
    }
  }
  work.changed += changed.length
  work.everything = true
}
