import type { Merge, Writer } from '../../graph-store.ts'
import { sql, type NoParams, type Read, type Write } from '../sql.ts'

type MergeRow = readonly [
  from: string,
  into: string,
  version: number,
  at: string,
  writerBy: Writer['by'],
  writerName: string,
]

/** Oldest first. */
export const allMerges: Read<NoParams, MergeRow, Merge> = {
  name: 'merges',
  text: sql`
    SELECT from_actor, into_actor, version, at,
      (SELECT writer.by FROM writer WHERE writer.ref = merged.writer),
      (SELECT writer.name FROM writer WHERE writer.ref = merged.writer)
    FROM merged ORDER BY version, from_actor`,
  decode: ([from, into, version, at, by, name]) => ({ from, into, version, at, writer: { by, name } }),
}

type MergeParams = {
  readonly from: string
  readonly into: string
  readonly version: number
  readonly at: string
  readonly writer: number
}

/** In place of one of the same actor. */
export const writeMerge: Write<MergeParams> = {
  name: 'write-merge',
  text: sql`
    INSERT OR REPLACE INTO merged (from_actor, into_actor, version, at, writer)
    VALUES (@from, @into, @version, @at, @writer)`,
}

/** One of the same actor that is there already stays as it is. */
export const takeOverMerge: Write<MergeParams> = {
  name: 'take-over-merge',
  text: sql`
    INSERT INTO merged (from_actor, into_actor, version, at, writer)
    VALUES (@from, @into, @version, @at, @writer)
    ON CONFLICT DO NOTHING`,
}

/** `ids`: a JSON list. */
export const deleteMerges: Write<{ readonly ids: string }> = {
  name: 'delete-merges',
  text: sql`DELETE FROM merged WHERE from_actor IN (SELECT value FROM json_each(@ids))`,
}
