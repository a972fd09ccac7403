import { keyOf, keyOfCollection, type RecordKey } from '../domain/record-key.ts'
import type { CollectionRecord, EventRecord } from '../domain/records.ts'
import { withoutHeadline, withoutLinks } from '../ingest/case/without-events.ts'
import type { GraphStore, Stored, Writer } from '../store/graph-store.ts'
import { demandCollection, demandEventUnchanged } from './demand.ts'
import { collectionOf } from './ids.ts'
import type { Plan } from './plan.ts'
import { RecordError } from './recorder.ts'

/**
 * The event goes, and with it what names it: links of other events, the headline. Those records keep who wrote them, so that files
 * go on being loaded over them.
 */
export async function retractEvent(
  store: GraphStore,
  id: string,
  reason: string,
  ifVersion: number | null,
): Promise<Plan> {
  if (!/\S/.test(reason))
    throw new RecordError('reason', 'Write why the event should not be there; it is kept in the audit log.')
  await demandEventUnchanged(store, 'event', id, ifVersion)
  const { id: collection, kind } = await demandCollection(store, 'event', collectionOf('event', id))
  const stored = kind === 'CASE' ? await store.readCollection(collection) : null
  return { id, batch: { ...(stored ? withoutNames(stored, id) : {}), remove: { events: [id] } } }
}

function withoutNames({ contents, writtenBy }: Stored, id: string) {
  const isGone = (event: string) => event === id
  const events = contents.events.flatMap((event): readonly EventRecord[] => {
    const without = withoutLinks(event, isGone)
    return without === event || event.id === id ? [] : [without]
  })
  const collection = withoutHeadline(contents.collection, isGone)
  const collections: readonly CollectionRecord[] = collection === contents.collection ? [] : [collection]
  const keys: readonly RecordKey[] = [
    ...events.map((each) => keyOf('event', each.id)),
    ...collections.map(keyOfCollection),
  ]
  const as = new Map(
    keys.flatMap((key): readonly [RecordKey, Writer][] => {
      const writer = writtenBy.get(key)
      return writer ? [[key, writer]] : []
    }),
  )
  return { events, collections, as }
}
