import { keyOf, type RecordKey } from '../domain/record-key.ts'
import type { CollectionRecord, EventRecord } from '../domain/records.ts'
import { didYouMean } from '../ingest/case/nearest.ts'
import { recordWords, wordsWithin } from '../ingest/case/record-words.ts'
import type { GraphStore, Revision, Stored } from '../store/graph-store.ts'
import { ConflictError, RecordError } from './recorder.ts'

/** @param argument where it is named. @throws RecordError where there is no such collection. */
export async function demandCollection(store: GraphStore, argument: string, id: string): Promise<CollectionRecord> {
  const collections = await store.collections()
  const found = collections.find((each) => each.id === id)
  if (found) return found
  const ids = collections.map((each) => each.id)
  const advice = didYouMean(id, ids) || (ids.length > 0 ? ` There is: ${ids.join(', ')}.` : ' Load a case first.')
  throw new RecordError(argument, `No collection has the id ${JSON.stringify(id)}.${advice}`)
}

/** A case in full. @param argument where it is named. @throws RecordError where there is none, or it is a data set. */
export async function demandCase(store: GraphStore, argument: string, id: string): Promise<Stored> {
  const { kind } = await demandCollection(store, argument, id)
  const stored = kind === 'CASE' ? await store.readCollection(id) : null
  if (stored) return stored
  throw new RecordError(
    argument,
    `${id} is a data set: its rows take a status (setEventStatus) and can be retracted (retractEvent). Write other records into a case.`,
  )
}

/** @throws RecordError where there is none. */
async function demandEvent(store: GraphStore, argument: string, id: string): Promise<EventRecord> {
  const [event] = await store.eventDetails([id])
  if (event) return event
  throw new RecordError(argument, `No event has the id ${JSON.stringify(id)}. Write it whole: <collection>/<id>.`)
}

/**
 * That nobody has written the record since the writer saw it.
 * @param ifVersion null: it does not matter.
 * @returns when it was written last; null: it is not there.
 * @throws ConflictError
 */
export async function demandUnchanged(
  store: GraphStore,
  key: RecordKey,
  ifVersion: number | null,
): Promise<Revision | null> {
  const revision = (await store.revisions([key])).get(key) ?? null
  if (ifVersion === null) return revision
  if (!revision) {
    const says = `${recordWords(key)} is not there any more, or never was. Read it again; to make it, leave ifVersion out.`
    throw new ConflictError(key, null, says)
  }
  if (revision.version > ifVersion) throw changedSince(key, revision, ifVersion)
  return revision
}

/** That an event is there, and as the writer saw it. */
export async function demandEventUnchanged(
  store: GraphStore,
  argument: string,
  id: string,
  ifVersion: number | null,
): Promise<EventRecord> {
  await demandUnchanged(store, keyOf('event', id), ifVersion)
  return demandEvent(store, argument, id)
}

export function changedSince(key: RecordKey, { version, writer }: Revision, ifVersion: number): ConflictError {
  const says =
    `${recordWords(key)} was written by ${writer.name} in version ${version}, after the version ${ifVersion} that you saw. ` +
    `Read ${wordsWithin(key)} again and decide anew.`
  return new ConflictError(key, version, says)
}
