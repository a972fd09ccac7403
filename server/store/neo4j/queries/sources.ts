import type { SourceRecord } from '../../../domain/records.ts'
import type { Held } from '../../differing.ts'
import { cypher, type Ids, type NoParams, type Read, type Rows, type Write } from '../cypher.ts'
import { decodeSource, type Place, type SourceRow } from '../decode.ts'

export const allSources: Read<NoParams, SourceRow, Held<SourceRecord, Place>> = {
  name: 'sources',
  text: cypher`
    MATCH (s:Source)
    RETURN [elementId(s), s.id, s.collection, s.publisher, s.title, s.url, s.published, s.reliability, s.writtenBy, s.writer,
      s.version, s.created] AS row`,
  decode: decodeSource,
}

/** `prefix`: what the ids of its records begin with. */
export const sourcesOfCollection: Read<
  { readonly id: string; readonly prefix: string },
  SourceRow,
  Held<SourceRecord, Place>
> = {
  name: 'sources-of-collection',
  text: cypher`
    MATCH (s:Source) WHERE s.id STARTS WITH $prefix AND s.collection = $id
    RETURN [elementId(s), s.id, s.collection, s.publisher, s.title, s.url, s.published, s.reliability, s.writtenBy, s.writer,
      s.version, s.created] AS row`,
  decode: decodeSource,
}

export const sourcesById: Read<Ids, SourceRow, Held<SourceRecord, Place>> = {
  name: 'sources-by-id',
  text: cypher`
    MATCH (s:Source) WHERE s.id IN $ids
    RETURN [elementId(s), s.id, s.collection, s.publisher, s.title, s.url, s.published, s.reliability, s.writtenBy, s.writer,
      s.version, s.created] AS row`,
  decode: decodeSource,
}

/** Of these ids those that are there. */
export const sourceIds: Read<Ids, readonly [string], string> = {
  name: 'source-ids',
  text: cypher`MATCH (s:Source) WHERE s.id IN $ids RETURN [s.id] AS row`,
  decode: ([id]) => id,
}

export type SourceParams = {
  readonly id: string
  readonly collection: string
  readonly publisher: string
  readonly title: string | null
  readonly url: string | null
  /** `2025-11-11` */
  readonly published: string | null
  readonly reliability: string
  readonly writtenBy: string
  readonly writer: string
  readonly version: number
}

export const writeSources: Write<Rows<SourceParams>> = {
  name: 'write-sources',
  text: cypher`
    UNWIND $rows AS row
    MERGE (s:Source {id: row.id})
    ON CREATE SET s.created = row.version
    SET s += row, s.published = date(row.published)`,
}

/** One record whose evidence names one of these sources, as source, label and id. */
export const whoNamesSources: Read<
  Ids,
  readonly [string, string, string],
  { readonly source: string; readonly record: string }
> = {
  name: 'who-names-sources',
  text: cypher`
    MATCH (s:Source)<-[:FROM|RELAYED_FROM]-(v:Evidence)-[:ABOUT]->(what) WHERE s.id IN $ids
    RETURN [s.id, CASE WHEN what:Event THEN 'event' ELSE 'affiliation' END, what.id] AS row LIMIT 1`,
  decode: ([source, kind, id]) => ({ source, record: `${kind} ${id}` }),
}

/** Returns the ids of those that were there. */
export const deleteSources: Read<Ids, readonly [string], string> = {
  name: 'delete-sources',
  text: cypher`MATCH (s:Source) WHERE s.id IN $ids WITH s, s.id AS id DELETE s RETURN [id] AS row`,
  decode: ([id]) => id,
}
