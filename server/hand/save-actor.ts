import { keyOfEntry } from '../domain/record-key.ts'
import { actorShape } from '../ingest/case/layout.ts'
import { toActor } from '../ingest/case/to-contents.ts'
import type { GraphStore } from '../store/graph-store.ts'
import { CaseChange, replacing } from './case-change.ts'
import { demandCase, demandUnchanged } from './demand.ts'
import { actorForm } from './file-form.ts'
import type { Plan } from './plan.ts'
import { RecordError, type ActorDraft } from './recorder.ts'

export async function saveActor(store: GraphStore, draft: ActorDraft, ifVersion: number | null): Promise<Plan> {
  const { contents } = await demandCase(store, 'actor.collection', draft.collection)
  await demandUnchanged(store, keyOfEntry({ actor: draft.id, collection: draft.collection }), ifVersion)
  const merged = (await store.merges()).find(({ from }) => from === draft.id)
  if (merged) {
    throw new RecordError(
      'actor.id',
      `${merged.from} was merged into ${merged.into}. Write ${merged.into}, or undo the merge.`,
    )
  }
  const change = new CaseChange(contents)
  const actor = change.read(actorShape, actorForm(draft), 'actor')
  change.demandSound({ ...change.draft, actors: replacing(change.draft.actors, actor, ({ id }) => id) }, 'actor')
  return { id: draft.id, batch: { actors: [toActor(draft.collection, actor)] } }
}
