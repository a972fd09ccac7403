import type { EventRecord } from '../domain/records.ts'
import type { EventDraft } from '../ingest/case/layout.ts'
import { evidenceShape } from '../ingest/case/layout.ts'
import { toFileId } from '../ingest/case/ids.ts'
import { placeAt } from '../ingest/case/problem.ts'
import { toEvidence } from '../ingest/case/to-contents.ts'
import type { GraphStore } from '../store/graph-store.ts'
import { CaseChange, replacing } from './case-change.ts'
import { demandRoom } from './demand-room.ts'
import { demandCase, demandEventUnchanged } from './demand.ts'
import { evidenceForm } from './file-form.ts'
import { collectionOf } from './ids.ts'
import type { Plan } from './plan.ts'
import { RecordError, type EvidenceDraft } from './recorder.ts'

/** A further piece, as the last one. */
export async function addEvidence(
  store: GraphStore,
  id: string,
  draft: EvidenceDraft,
  ifVersion: number | null,
): Promise<Plan> {
  const { event, change } = await openEvent(store, id, ifVersion)
  demandRoom(event.evidence, 'evidence')
  const given = { ...draft, id: draft.id ?? nextId(event) }
  const piece = change.read(evidenceShape, evidenceForm(given, event.collection), 'evidence')
  demandSoundWith(change, event, (pieces) => [...pieces, piece])
  const evidence = [...event.evidence, toEvidence(event.collection, piece, event.evidence.length)]
  return { id, batch: { events: [{ ...event, evidence }] } }
}

export async function removeEvidence(
  store: GraphStore,
  id: string,
  evidenceId: string,
  ifVersion: number | null,
): Promise<Plan> {
  const { event, change } = await openEvent(store, id, ifVersion)
  const evidence = event.evidence.filter((each) => each.id !== evidenceId)
  if (evidence.length === event.evidence.length) {
    const ids = event.evidence.map((each) => each.id).join(', ')
    throw new RecordError('evidence', `The event has no evidence ${JSON.stringify(evidenceId)}. It has: ${ids}.`)
  }
  try {
    demandSoundWith(change, event, (pieces) => pieces.filter((each) => each?.id !== evidenceId))
  } catch (error) {
    if (!(error instanceof RecordError)) throw error
    throw new RecordError(
      error.argument,
      `${error.says} Or, if the event should not be there, retract it (retractEvent).`,
    )
  }
  return { id, batch: { events: [{ ...event, evidence }] } }
}

async function openEvent(store: GraphStore, id: string, ifVersion: number | null) {
  const { contents } = await demandCase(store, 'event', collectionOf('event', id))
  return { event: await demandEventUnchanged(store, 'event', id, ifVersion), change: new CaseChange(contents) }
}

type Pieces = NonNullable<EventDraft['evidence']>

function demandSoundWith(change: CaseChange, event: EventRecord, changed: (pieces: Pieces) => Pieces): void {
  const { draft } = change
  const own = toFileId(event.collection, event.id)
  const events = draft.events ?? []
  const before = events.find((each) => each.id === own)
  if (!before) throw new RangeError(`The case does not hold ${event.id}, which is in the store.`)
  const after = { ...before, evidence: changed(before.evidence ?? []) }
  for (const part of [after, after.evidence]) draft.places.set(part, '', placeAt('evidence'))
  change.demandSound({ ...draft, events: replacing(events, after, (each) => each.id) }, 'evidence')
}

/** The number after the greatest. */
function nextId({ evidence }: EventRecord): string {
  const numbers = evidence.map(({ id }) => (/^\d{1,9}$/.test(id) ? Number(id) : 0))
  return String(Math.max(0, evidence.length, ...numbers) + 1)
}
