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
    SELECT wanted.value ->> 0 AS key, record.version, record.writer_by, record.writer_name
      FROM json_each(@collection) AS wanted CROSS JOIN collection_record AS record ON record.id = wanted.value ->> 1
      WHERE record.hidden IS NOT 1
    UNION ALL SELECT wanted.value ->> 0, record.version, record.writer_by, record.writer_name
      FROM json_each(@source) AS wanted CROSS JOIN source_record AS record ON record.id = wanted.value ->> 1
      WHERE record.hidden IS NOT 1
    UNION ALL SELECT wanted.value ->> 0, record.version, record.writer_by, record.writer_name
      FROM json_each(@actor) AS wanted
      CROSS JOIN actor ON actor.id = wanted.value ->> 1
      CROSS JOIN collection ON collection.id = wanted.value ->> 2
      CROSS JOIN actor_entry_record AS record
        ON record.actor_ref = actor.ref AND record.collection_ref = collection.ref
      WHERE record.hidden IS NOT 1
    UNION ALL SELECT wanted.value ->> 0, record.version, record.writer_by, record.writer_name
      FROM json_each(@affiliation) AS wanted CROSS JOIN affiliation_record AS record ON record.id = wanted.value ->> 1
      WHERE record.hidden IS NOT 1
    UNION ALL SELECT wanted.value ->> 0, record.version, record.writer_by, record.writer_name
      FROM json_each(@event) AS wanted CROSS JOIN event_record AS record ON record.id = wanted.value ->> 1
      WHERE record.hidden IS NOT 1`,
  decode: ([key, version, by, name]) => [key as RecordKey, { version, writer: { by, name } }],
}
