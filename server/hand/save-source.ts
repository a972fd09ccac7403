import { keyOf } from '../domain/record-key.ts'
import { toStoreId } from '../ingest/case/ids.ts'
import { sourceShape } from '../ingest/case/layout.ts'
import { toSource } from '../ingest/case/to-contents.ts'
import type { GraphStore } from '../store/graph-store.ts'
import { CaseChange, replacing } from './case-change.ts'
import { demandCase, demandUnchanged } from './demand.ts'
import { sourceForm } from './file-form.ts'
import { ownId } from './ids.ts'
import type { Plan } from './plan.ts'
import type { SourceDraft } from './recorder.ts'

export async function saveSource(store: GraphStore, draft: SourceDraft, ifVersion: number | null): Promise<Plan> {
  const { collection } = draft
  const { contents } = await demandCase(store, 'source.collection', collection)
  const own = ownId(collection, 'source.id', draft.id)
  const id = toStoreId(collection, own)
  await demandUnchanged(store, keyOf('source', id), ifVersion)
  const change = new CaseChange(contents)
  const source = change.read(sourceShape, sourceForm(draft, own), 'source')
  change.demandSound({ ...change.draft, sources: replacing(change.draft.sources, source, (each) => each.id) }, 'source')
  return { id, batch: { sources: [toSource(collection, source)] } }
}
