import type { Held } from '../differing.ts'
import type { Stored, Writer } from '../graph-store.ts'
import type { Connection } from './connection.ts'
import { actorEntriesOfCollection } from './queries/actors.ts'
import { affiliationsOfCollection } from './queries/affiliations.ts'
import { collectionsById } from './queries/collections.ts'
import { eventsOfCollection } from './queries/events.ts'
import { sourcesOfCollection } from './queries/sources.ts'
import { list } from './sql.ts'

/** A collection in full with who wrote what, from one state of the file; null where it is not there. */
export function readCollection(db: Connection, id: string): Stored | null {
  return db.reading(() => {
    const held = db.first(collectionsById, { ids: list([id]) })
    if (!held) return null
    const collection = held.ref
    const writtenBy = new Map<string, Writer>([['collection', held.writer]])
    const take = <R>(kind: string, rows: readonly Held<R>[], idOf: (record: R) => string): R[] => {
      for (const { record, writer } of rows) writtenBy.set(`${kind}:${idOf(record)}`, writer)
      return rows.map(({ record }) => record)
    }
    const contents = {
      collection: held.record,
      actors: take('actor', db.all(actorEntriesOfCollection, { collection }), ({ actor }) => actor),
      affiliations: take('affiliation', db.all(affiliationsOfCollection, { collection }), (record) => record.id),
      sources: take('source', db.all(sourcesOfCollection, { collection }), (record) => record.id),
      events: take('event', db.all(eventsOfCollection, { collection }), (record) => record.id),
    }
    return { contents, writtenBy }
  })
}
