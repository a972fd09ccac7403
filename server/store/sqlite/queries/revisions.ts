import type { RecordKey } from '../../../domain/record-key.ts'
import type { Revision, Writer } from '../../graph-store.ts'
import { sql, type Read } from '../sql.ts'

type RevisionRow = readonly [key: string, version: number, writerBy: Writer['by'], writerName: string]

/** JSON lists of pairs: a key and the id that it names; of entries the key, the actor's and the collection's id. */
export type RevisionParams = {
  readonly collection: string
  readonly source: string
  readonly actor: string
  readonly affiliation: string
  readonly event: string
}

export const revisions: Read<RevisionParams, RevisionRow, readonly [RecordKey, Revision]> = {
  name: 'revisions',
  text: sql`
    SELECT found.key, found.version, writer.by, writer.name
    FROM (
      SELECT wanted.value ->> 0 AS key, record.version, record.writer
        FROM json_each(@collection) AS wanted CROSS JOIN collection AS record ON record.id = wanted.value ->> 1
      UNION ALL SELECT wanted.value ->> 0, record.version, record.writer
        FROM json_each(@source) AS wanted CROSS JOIN source AS record ON record.id = wanted.value ->> 1
      UNION ALL SELECT wanted.value ->> 0, record.version, record.writer
        FROM json_each(@actor) AS wanted
        CROSS JOIN actor ON actor.id = wanted.value ->> 1
        CROSS JOIN collection ON collection.id = wanted.value ->> 2
        CROSS JOIN actor_entry AS record ON record.actor = actor.ref AND record.collection = collection.ref
      UNION ALL SELECT wanted.value ->> 0, record.version, record.writer
        FROM json_each(@affiliation) AS wanted CROSS JOIN affiliation AS record ON record.id = wanted.value ->> 1
      UNION ALL SELECT wanted.value ->> 0, record.version, record.writer
        FROM json_each(@event) AS wanted CROSS JOIN event AS record ON record.id = wanted.value ->> 1) AS found
    CROSS JOIN writer ON writer.ref = found.writer`,
  decode: ([key, version, by, name]) => [key as RecordKey, { version, writer: { by, name } }],
}
