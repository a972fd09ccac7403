import { keyOf } from '../../../domain/record-key.ts'
import { demand, differing } from '../../differing.ts'
import { actorIds } from '../queries/actors.ts'
import * as affiliations from '../queries/affiliations.ts'
import { createAffiliationEvidence } from '../queries/evidence.ts'
import { toEvidenceParams } from './evidence.ts'
import { deleteEdgesOf } from './remove.ts'
import { demandOwnId, findByIds, present, runIds, runRows, signature, type Work } from './work.ts'

/** An affiliation that differs is taken away and made anew: its type and its ends are what it is. */
export async function writeAffiliations(work: Work): Promise<void> {
  const { transaction, batch } = work
  const { affiliations: records = [] } = batch
  if (records.length === 0) return
  const ids = records.map(({ id }) => id)
  const changed = differing(records, ({ id }) => id, await findByIds(transaction, affiliations.affiliationsById, ids))
  if (changed.length === 0) return
  const now = changed.map(({ record }) => record)
  const actors = await present(
    transaction,
    actorIds,
    now.flatMap(({ actor, to }) => [actor, to]),
  )
  const rows = changed.map(({ record: { evidence: _, ...record }, held }) => {
    const label = `affiliation ${record.id}`
    demandOwnId(record)
    demand(work.collections, label, 'collection', record.collection)
    demand(actors, label, 'actor', record.actor)
    demand(actors, label, 'actor', record.to)
    const created = held ? held.ref.created : work.version
    return { ...record, ...signature(work, keyOf('affiliation', record.id)), created }
  })
  const evidence = await toEvidenceParams(work, 'affiliation', now)
  await deleteEdgesOf(
    transaction,
    changed.flatMap(({ held }) => held?.ref.key ?? []),
  )
  await runIds(
    transaction,
    affiliations.deleteAffiliationNodes,
    changed.flatMap(({ held }) => (held && held.record.evidence.length > 0 ? [held.record.id] : [])),
  )
  await runRows(transaction, affiliations.createAffiliations, rows)
  const nodes = now.filter((record) => record.evidence.length > 0).map(({ id, actor, to }) => ({ id, actor, to }))
  await runRows(transaction, affiliations.createAffiliationNodes, nodes)
  await runRows(transaction, createAffiliationEvidence, evidence)
  for (const { record, held } of changed) work.notes.add(keyOf('affiliation', record.id), held, record)
  work.changed += changed.length
  work.everything = true
}
