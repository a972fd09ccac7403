import type { Merge } from '../../graph-store.ts'
import { cypher, type Ids, type NoParams, type Read, type Rows, type Write } from '../cypher.ts'
import { decodeWriter } from '../decode.ts'

/** Which actors were merged into which. */
export const allMerges: Read<NoParams, readonly [string, string, number, string, string, string], Merge> = {
  name: 'merges',
  text: cypher`MATCH (m:Merge) RETURN [m.from, m.into, m.version, m.at, m.by, m.writer] AS row`,
  decode: ([from, into, version, at, by, writer]) => ({ from, into, version, at, writer: decodeWriter(by, writer) }),
}

export const deleteMerges: Write<Ids> = {
  name: 'delete-merges',
  text: cypher`MATCH (m:Merge) WHERE m.from IN $ids DELETE m`,
}

export type MergeParams = {
  readonly from: string
  readonly into: string
  readonly version: number
  readonly at: string
  readonly by: string
  readonly writer: string
}

/** In place of a merge of the same actor. */
export const writeMerges: Write<Rows<MergeParams>> = {
  name: 'write-merges',
  text: cypher`
    UNWIND $rows AS row
    MERGE (m:Merge {from: row.from})
    SET m += row`,
}

/** What is there already stays as it is. */
export const insertMerges: Write<Rows<MergeParams>> = {
  name: 'insert-merges',
  text: cypher`
    UNWIND $rows AS row
    MERGE (m:Merge {from: row.from})
    ON CREATE SET m += row`,
}

export function toMergeParams({ from, into, version, at, writer }: Merge): MergeParams {
  return { from, into, version, at, by: writer.by, writer: writer.name }
}
