import { formatDay, toDate } from '../../../domain/days.ts'
import { parseEdtf, toFlags } from '../../../domain/edtf.ts'
import { keyOf } from '../../../domain/record-key.ts'
import type { EventRecord } from '../../../domain/records.ts'
import { FLAG } from '../../../domain/snapshot.ts'
import { demand, differing, type Differing } from '../../differing.ts'
import { foldedWords } from '../../event-words.ts'
import { actorIds } from '../queries/actors.ts'
import type { EventPlace } from '../decode.ts'
import { eventsById } from '../queries/events.ts'
import { createEvents, updateEvents, type EventParts } from '../queries/write-events.ts'
import { writeEventNodes } from './event-nodes.ts'
import { deleteEdgesOf } from './remove.ts'
import { chunksOf, demandOwnId, findByIds, present, runRows, signature, type Signature, type Work } from './work.ts'

type Change = Differing<EventRecord, EventPlace>

/** Chunk by chunk, so that a large batch does not stand in memory twice. Of several records with one id the last counts. */
export async function writeEvents(work: Work): Promise<void> {
  const { events = [] } = work.batch
  const records = [...new Map(events.map((record) => [record.id, record])).values()]
  for (const chunk of chunksOf(records)) await writeChunk(work, chunk)
}

async function writeChunk(work: Work, records: readonly EventRecord[]): Promise<void> {
  const { transaction, notes } = work
  const held = await findByIds(
    transaction,
    eventsById,
    records.map(({ id }) => id),
  )
  const changed = differing(records, ({ id }) => id, held)
  if (changed.length === 0) return
  await demandAll(work, changed)
  const moved = changed.filter((each) => each.held && !isInPlace(each))
  await deleteEdgesOf(
    transaction,
    moved.flatMap((each) => each.held?.ref.key ?? []),
  )
  const stay = changed.flatMap((each) => (each.held && isInPlace(each) ? { ...each, key: each.held.ref.key } : []))
  await runRows(
    transaction,
    createEvents,
    changed.filter((each) => !isInPlace(each)).map((each) => toParts(work, each)),
  )
  await runRows(
    transaction,
    updateEvents,
    stay.map((each) => [...toParts(work, each), each.key] as const),
  )
  await writeEventNodes(work, changed)
  for (const { record, held } of changed) {
    work.events.add(record.id)
    notes.add(keyOf('event', record.id), held, record)
  }
  work.changed += changed.length
}

/** Whether the edge can stay: its type and its ends are those of kind, actor and target. */
function isInPlace({ record, held }: Change): boolean {
  return (
    held !== null &&
    held.record.kind === record.kind &&
    held.record.actor === record.actor &&
    held.record.target === record.target
  )
}

async function demandAll(work: Work, changed: readonly Change[]): Promise<void> {
  const actors = await present(
    work.transaction,
    actorIds,
    changed.flatMap(({ record }) => [record.actor, record.target]),
  )
  for (const { record } of changed) {
    const label = `event ${record.id}`
    demandOwnId(record)
    demand(work.collections, label, 'collection', record.collection)
    demand(actors, label, 'actor', record.actor)
    demand(actors, label, 'actor', record.target)
  }
}

function toParts(work: Work, { record, held }: Change): EventParts {
  return toEventParts(record, signature(work, keyOf('event', record.id)), held?.ref ?? null)
}

/** The edge of an event. @param place of the edge that it takes the place of. @throws EdtfError */
export function toEventParts(
  record: EventRecord,
  { writtenBy, writer, version }: Signature,
  place: Omit<EventPlace, 'key'> | null,
): EventParts {
  const occurrence = parseEdtf(record.occurred)
  const { coded } = record
  return [
    record.id,
    record.actor,
    record.target,
    record.kind,
    record.collection,
    record.subtype,
    record.stage,
    record.strength,
    record.mark,
    record.scope,
    record.summary,
    record.occurred,
    toDate(occurrence.earliest),
    toDate(occurrence.latest),
    coded ? formatDay(coded.reported) : null,
    occurrence.earliest,
    occurrence.latest,
    coded?.reported ?? null,
    toFlags(occurrence) | (coded?.mirror ? FLAG.MIRROR : 0),
    coded?.code ?? null,
    coded?.system ?? null,
    coded?.goldstein ?? null,
    coded?.actorName ?? null,
    coded?.targetName ?? null,
    coded?.publisher ?? null,
    coded?.mirror ? true : null,
    coded?.locator ?? null,
    foldedWords(record) || null,
    writtenBy,
    writer,
    version,
    place?.created ?? version,
    place?.import ?? null,
    place && place.also.length > 0 ? place.also : null,
  ]
}
