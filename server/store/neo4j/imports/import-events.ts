import type { EventRecord } from '../../../domain/records.ts'
import { demand, type Held } from '../../differing.ts'
import { BrokenTextError } from '../../errors.ts'
import type { BatchOutcome } from '../../import-store.ts'
import { isSame, isWellFormed } from '../../is-same.ts'
import { chunksOf, demandOwnId, findByIds, present, runRows } from '../apply/work.ts'
import { toEventParts } from '../apply/write-events.ts'
import type { EventPlace } from '../decode.ts'
import { actorIds } from '../queries/actors.ts'
import { collectionIds } from '../queries/collections.ts'
import { eventsById } from '../queries/events.ts'
import { ownEvents } from '../queries/import-events.ts'
import { createEvents } from '../queries/write-events.ts'
import { signatureOf, type Into } from './into.ts'

/** Writes new events and finds out about those that are there. @throws DanglingReferenceError, BrokenTextError, EdtfError */
export async function importEvents(into: Into, events: readonly EventRecord[]): Promise<BatchOutcome> {
  if (events.length === 0) return { events: 0, held: [], differing: [] }
  const { transaction, version } = into
  const found = await findByIds(
    transaction,
    eventsById,
    events.map(({ id }) => id),
  )
  const there = new Map(found.map((held) => [held.record.id, held]))
  const fresh = events.filter(({ id }) => !there.has(id))
  await demandNamed(into, fresh)
  const place = { created: version, import: into.import, also: [] }
  const signed = signatureOf(into)
  await runRows(
    transaction,
    createEvents,
    fresh.map((record) => toEventParts(record, signed, place)),
  )
  return there.size === 0 ? { events: events.length, held: [], differing: [] } : compare(into, events, there)
}

async function demandNamed({ transaction }: Into, events: readonly EventRecord[]): Promise<void> {
  const collections = await present(
    transaction,
    collectionIds,
    events.map(({ collection }) => collection),
  )
  const named = events.flatMap(({ actor, target }) => [actor, target])
  const actors = await present(transaction, actorIds, named)
  for (const record of events) {
    const label = `event ${record.id}`
    if (!isWellFormed(record)) throw new BrokenTextError(record.id)
    demandOwnId(record)
    demand(collections, label, 'collection', record.collection)
    demand(actors, label, 'actor', record.actor)
    demand(actors, label, 'actor', record.target)
  }
}

/** Events that are there: the import's own, those of others, and those that say something else. */
async function compare(
  { transaction, import: own }: Into,
  events: readonly EventRecord[],
  there: ReadonlyMap<string, Held<EventRecord, EventPlace>>,
): Promise<BatchOutcome> {
  const held: number[] = []
  const differing: number[] = []
  const keys: string[] = []
  for (const [index, record] of events.entries()) {
    const before = there.get(record.id)
    if (!before) continue
    if (before.writer.by !== 'HAND' && !saysSame(before.record, record)) {
      differing.push(index)
    } else if (before.ref.import !== own) {
      held.push(index)
      keys.push(before.ref.key)
    }
  }
  for (const chunk of chunksOf(keys)) await transaction.run(ownEvents, { import: own, keys: chunk })
  return { events: events.length - held.length - differing.length, held, differing }
}

/** Whether a row is a second half is no word of the row's own. */
function saysSame(held: EventRecord, given: EventRecord): boolean {
  const mirror = given.coded?.mirror ?? false
  return isSame(held.coded ? { ...held, coded: { ...held.coded, mirror } } : held, given)
}
