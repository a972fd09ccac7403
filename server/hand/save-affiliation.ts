import { keyOf } from '../domain/record-key.ts'
import { affiliationId, derivedAffiliationId, toFileId, toStoreId } from '../ingest/case/ids.ts'
import { affiliationShape } from '../ingest/case/layout.ts'
import { toAffiliation } from '../ingest/case/to-contents.ts'
import type { GraphStore } from '../store/graph-store.ts'
import { CaseChange, replacing } from './case-change.ts'
import { demandCase, demandUnchanged } from './demand.ts'
import { affiliationForm } from './file-form.ts'
import { collectionOf, ownId } from './ids.ts'
import { meantActor } from './one-actor.ts'
import type { Plan } from './plan.ts'
import { RecordError, type AffiliationDraft } from './recorder.ts'

export async function saveAffiliation(
  store: GraphStore,
  given: AffiliationDraft,
  ifVersion: number | null,
): Promise<Plan> {
  const { collection, type } = given
  const { contents } = await demandCase(store, 'affiliation.collection', collection)
  const merges = await store.merges()
  const draft = { ...given, actor: meantActor(merges, given.actor), to: meantActor(merges, given.to) }
  const named = typeof given.id === 'string' ? ownId(collection, 'affiliation.id', given.id) : null
  const own = named ?? derivedAffiliationId(draft.actor, type, draft.to)
  const id = toStoreId(collection, own)
  await demandUnchanged(store, keyOf('affiliation', id), ifVersion)
  const change = new CaseChange(contents)
  const affiliation = change.read(affiliationShape, affiliationForm(draft, named), 'affiliation')
  const affiliations = replacing(change.draft.affiliations, affiliation, affiliationId)
  change.demandSound({ ...change.draft, affiliations }, 'affiliation')
  return { id, batch: { affiliations: [toAffiliation(collection, affiliation)] } }
}

export async function removeAffiliation(store: GraphStore, id: string, ifVersion: number | null): Promise<Plan> {
  const collection = collectionOf('id', id)
  const { contents } = await demandCase(store, 'id', collection)
  const revision = await demandUnchanged(store, keyOf('affiliation', id), ifVersion)
  if (!revision)
    throw new RecordError('id', `No affiliation has the id ${JSON.stringify(id)}. Write it whole: <collection>/<id>.`)
  const change = new CaseChange(contents)
  const own = toFileId(collection, id)
  const affiliations = (change.draft.affiliations ?? []).filter((each) => affiliationId(each) !== own)
  change.demandSound({ ...change.draft, affiliations }, 'id')
  return { id, batch: { remove: { affiliations: [id] } } }
}
