import type { StatusRecord } from '../domain/records.ts'
import { statusShape } from '../ingest/case/layout.ts'
import { Problems } from '../ingest/case/problem.ts'
import { Places } from '../ingest/case/read-shape.ts'
import type { GraphStore } from '../store/graph-store.ts'
import { readGiven } from './case-change.ts'
import { demandEventUnchanged } from './demand.ts'
import { demandRoom } from './demand-room.ts'
import { statusForm } from './file-form.ts'
import type { Plan } from './plan.ts'
import { RecordError, type StatusDraft } from './recorder.ts'
import { refuse } from './refuse.ts'

/** A step of the history in its place among the others; in place of one of the same day. */
export async function setEventStatus(
  store: GraphStore,
  id: string,
  draft: StatusDraft,
  ifVersion: number | null,
): Promise<Plan> {
  const event = await demandEventUnchanged(store, 'event', id, ifVersion)
  const problems = new Problems()
  const step = readGiven(
    statusShape,
    statusForm(draft),
    (keys) => (keys.length === 0 ? 'status' : keys.join('.')),
    { places: new Places() },
    problems,
  )
  refuse(problems.sorted(), 'status')
  const others = event.history.filter(({ on }) => on !== draft.on)
  demandRoom(others, 'status')
  const history = [...others, toStep(step)].sort((a, b) => a.on - b.on)
  return { id, batch: { events: [{ ...event, history }] } }
}

function toStep({
  status,
  on,
  note,
}: { readonly [K in keyof StatusRecord]: StatusRecord[K] | undefined }): StatusRecord {
  if (status === undefined || on === undefined) throw new RecordError('status', 'Write a status and a day.')
  return { status, on, note: note ?? null }
}
