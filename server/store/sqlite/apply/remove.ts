import { DanglingReferenceError } from '../../errors.ts'
import type { RemovalPlan } from '../../removal-plan.ts'
import { actorEntriesByKey, deleteActorEntries, deleteActors, unnamedActors } from '../queries/actors.ts'
import { deleteAffiliations } from '../queries/affiliations.ts'
import { deleteCollections } from '../queries/collections.ts'
import { deleteEvents, deleteEventWords } from '../queries/events.ts'
import { deleteSources, whoNamesSources } from '../queries/sources.ts'
import { list } from '../sql.ts'
import { dropNames } from './names.ts'
import type { Work } from './work.ts'

/** Takes away what names others: before anything is written. */
export function removeActs(work: Work, plan: RemovalPlan): void {
  if (plan.events.size > 0) {
    const gone = work.db.all(deleteEvents, { ids: list(plan.events) })
    work.db.run(deleteEventWords, { refs: list(gone.map(([, ref]) => ref)) })
    for (const [id] of gone) work.events.add(id)
    work.changed += gone.length
  }
  if (plan.affiliations.size > 0) {
    countGone(work, work.db.all(deleteAffiliations, { ids: list(plan.affiliations) }).length)
  }
}

/**
 * Takes away what others name: after everything is written.
 * @throws DanglingReferenceError where something still names it.
 */
export function removeNamed(work: Work, plan: RemovalPlan): void {
  const { db } = work
  if (plan.sources.size > 0) {
    const named = db.first(whoNamesSources, { ids: list(plan.sources) })
    if (named) throw new DanglingReferenceError(named[1], 'source', named[0])
    countGone(work, db.all(deleteSources, { ids: list(plan.sources) }).length)
  }
  if (plan.entries.size > 0) removeEntries(work, [...plan.entries.values()])
  if (plan.collections.size > 0) countGone(work, db.all(deleteCollections, { ids: list(plan.collections) }).length)
}

function removeEntries(work: Work, entries: readonly { readonly actor: string; readonly collection: string }[]): void {
  const { db } = work
  const keys = list(entries.map(({ actor, collection }) => [actor, collection]))
  const gone = db.all(actorEntriesByKey, { keys })
  const refs = gone.map(({ ref }) => ref)
  dropNames(db, refs)
  db.run(deleteActorEntries, { refs: list(refs) })
  countGone(work, gone.length)

  const unnamed = db.all(unnamedActors, { ids: list(new Set(gone.map(({ record }) => record.actor))) })
  for (const [actor, record] of unnamed) if (record !== null) throw new DanglingReferenceError(record, 'actor', actor)
  if (unnamed.length > 0) db.run(deleteActors, { ids: list(unnamed.map(([actor]) => actor)) })
}

function countGone(work: Work, records: number): void {
  work.changed += records
  if (records > 0) work.everything = true
}
