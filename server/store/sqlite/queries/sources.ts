import type { SourceRecord } from '../../../domain/records.ts'
import type { Held } from '../../differing.ts'
import { decodeSource, type SourceRow } from '../decode.ts'
import { sql, type NoParams, type Read, type Write } from '../sql.ts'

/** Oldest first. */
export const allSources: Read<NoParams, SourceRow, Held<SourceRecord>> = {
  name: 'sources',
  text: sql`
    SELECT ref, id, collection, publisher, title, url, published, reliability, writer_by, writer_name, version
    FROM source_record WHERE hidden IS NOT 1 ORDER BY created, id`,
  decode: decodeSource,
}

export const sourcesOfCollection: Read<{ readonly collection: number }, SourceRow, Held<SourceRecord>> = {
  name: 'sources-of-collection',
  text: sql`
    SELECT ref, id, collection, publisher, title, url, published, reliability, writer_by, writer_name, version
    FROM source_record WHERE collection_ref = @collection AND hidden IS NOT 1 ORDER BY id`,
  decode: decodeSource,
}

/** Hidden ones too. */
export const allSourcesOfCollection: Read<{ readonly collection: number }, SourceRow, Held<SourceRecord>> = {
  name: 'all-sources-of-collection',
  text: sql`
    SELECT ref, id, collection, publisher, title, url, published, reliability, writer_by, writer_name, version
    FROM source_record WHERE collection_ref = @collection`,
  decode: decodeSource,
}

/** Hidden ones too. `ids`: a JSON list. */
export const sourcesById: Read<{ readonly ids: string }, SourceRow, Held<SourceRecord>> = {
  name: 'sources-by-id',
  text: sql`
    SELECT ref, record.id, collection, publisher, title, url, published, reliability, writer_by, writer_name, version
    FROM json_each(@ids) AS wanted CROSS JOIN source_record AS record ON record.id = wanted.value`,
  decode: decodeSource,
}

export const sourceRefs: Read<{ readonly ids: string }, readonly [string, number], readonly [string, number]> = {
  name: 'source-refs',
  text: sql`SELECT source.id, source.ref FROM json_each(@ids) AS wanted CROSS JOIN source ON source.id = wanted.value`,
  decode: (row) => row,
}

export type SourceParams = {
  readonly id: string
  readonly collection: number
  readonly publisher: string
  readonly title: string | null
  readonly url: string | null
  readonly published: number | null
  readonly reliability: number
  readonly writer: number
  readonly version: number
}

export const writeSource: Write<SourceParams> = {
  name: 'write-source',
  text: sql`
    INSERT INTO source (id, collection, publisher, title, url, published, reliability, writer, version, created)
    VALUES (@id, @collection, @publisher, @title, @url, @published, @reliability, @writer, @version, @version)
    ON CONFLICT (id) DO UPDATE SET collection = excluded.collection, publisher = excluded.publisher,
      title = excluded.title, url = excluded.url, published = excluded.published, reliability = excluded.reliability,
      writer = excluded.writer, version = excluded.version`,
}

/** One record whose evidence still names one of these sources, such as `event x/1`. */
export const whoNamesSources: Read<{ readonly ids: string }, readonly [string, string], readonly [string, string]> = {
  name: 'who-names-sources',
  text: sql`
    SELECT * FROM (
      SELECT source.id, coalesce(
        (SELECT 'event ' || event.id FROM evidence JOIN event ON event.ref = evidence.event
          WHERE evidence.source = source.ref),
        (SELECT 'event ' || event.id FROM evidence JOIN event ON event.ref = evidence.event
          WHERE evidence.relayed_from = source.ref),
        (SELECT 'affiliation ' || affiliation.id FROM affiliation_evidence AS evidence
          JOIN affiliation ON affiliation.ref = evidence.affiliation WHERE evidence.source = source.ref),
        (SELECT 'affiliation ' || affiliation.id FROM affiliation_evidence AS evidence
          JOIN affiliation ON affiliation.ref = evidence.affiliation WHERE evidence.relayed_from = source.ref)) AS record
      FROM json_each(@ids) AS wanted CROSS JOIN source ON source.id = wanted.value)
    WHERE record IS NOT NULL LIMIT 1`,
  decode: (row) => row,
}

/** Returns the ids of those that were there. */
export const deleteSources: Read<{ readonly ids: string }, readonly [string], string> = {
  name: 'delete-sources',
  text: sql`DELETE FROM source WHERE id IN (SELECT value FROM json_each(@ids)) RETURNING id`,
  decode: ([id]) => id,
}
