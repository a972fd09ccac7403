import { keyOf, keyOfCollection, keyOfEntry, type RecordKey } from '../../domain/record-key.ts'
import type { Held } from '../differing.ts'
import type { Stored, Writer } from '../graph-store.ts'
import type { Connection } from './connection.ts'
import { actorEntriesOfCollection } from './queries/actors.ts'
import { affiliationsOfCollection } from './queries/affiliations.ts'
import { seenCollection } from './queries/collections.ts'
import { eventsOfCollection } from './queries/events.ts'
import { sourcesOfCollection } from './queries/sources.ts'

/** A collection in full with who wrote what, from one state of the file; null where it is not there. */
export function readCollection(db: Connection, id: string): Stored | null {
  return db.reading(() => {
    const held = db.first(seenCollection, { id })
    if (!held) return null
    const collection = held.ref
    const writtenBy = new Map<RecordKey, Writer>([[keyOfCollection(held.record), held.writer]])
    const take = <R>(rows: readonly Held<R>[], toKey: (record: R) => RecordKey): R[] => {
      for (const { record, writer } of rows) writtenBy.set(toKey(record), writer)
      return rows.map(({ record }) => record)
    }
    const contents = {
      collection: held.record,
      actors: take(db.all(actorEntriesOfCollection, { collection }), keyOfEntry),
      affiliations: take(db.all(affiliationsOfCollection, { collection }), ({ id }) => keyOf('affiliation', id)),
      sources: take(db.all(sourcesOfCollection, { collection }), ({ id }) => keyOf('source', id)),
      events: take(db.all(eventsOfCollection, { collection }), ({ id }) => keyOf('event', id)),
    }
    return { contents, writtenBy }
  })
}
