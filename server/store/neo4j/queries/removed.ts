import type { RecordKey } from '../../../domain/record-key.ts'
import type { RemovedRecord } from '../../graph-store.ts'
import { cypher, type Ids, type NoParams, type Read, type Rows, type Write } from '../cypher.ts'
import { decodeWriter, fromJson } from '../decode.ts'

/** What hands took away. */
export const allRemoved: Read<
  NoParams,
  readonly [RecordKey, string, number, string, string, string, string | null, string],
  RemovedRecord
> = {
  name: 'removed',
  text: cypher`
    MATCH (r:Removed)
    RETURN [r.record, r.collection, r.version, r.at, r.by, r.writer, r.reason, r.was] AS row`,
  decode: ([key, collection, version, at, by, writer, reason, was]) => ({
    key,
    collection,
    version,
    at,
    writer: decodeWriter(by, writer),
    reason,
    record: fromJson(was),
  }),
}

/** How many there are; the database keeps count. */
export const countRemoved: Read<NoParams, readonly [number], number> = {
  name: 'count-removed',
  text: cypher`MATCH (r:Removed) RETURN [count(r)] AS row`,
  decode: ([many]) => many,
}

export const removedKeys: Read<NoParams, readonly [string], string> = {
  name: 'removed-keys',
  text: cypher`MATCH (r:Removed) RETURN [r.record] AS row`,
  decode: ([key]) => key,
}

/** By record keys. */
export const deleteRemoved: Write<Ids> = {
  name: 'delete-removed',
  text: cypher`MATCH (r:Removed) WHERE r.record IN $ids DELETE r`,
}

export type RemovedParams = {
  readonly record: string
  readonly collection: string
  readonly version: number
  readonly at: string
  readonly by: string
  readonly writer: string
  readonly reason: string | null
  /** JSON. */
  readonly was: string
}

/** What is there already stays as it is. */
export const writeRemoved: Write<Rows<RemovedParams>> = {
  name: 'write-removed',
  text: cypher`
    UNWIND $rows AS row
    MERGE (r:Removed {record: row.record})
    ON CREATE SET r += row`,
}

export function toRemovedParams({ key, writer, record, ...rest }: RemovedRecord): RemovedParams {
  const { collection, version, at, reason } = rest
  const was = JSON.stringify(record)
  return { record: key, collection, version, at, by: writer.by, writer: writer.name, reason, was }
}
