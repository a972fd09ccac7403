import type { RecordKey } from '../../../domain/record-key.ts'
import type { Batch } from '../../graph-store.ts'
import type { Notes } from '../../notes.ts'
import type { Connection } from '../connection.ts'
import { list, type Read } from '../sql.ts'

/** One batch under way. */
export interface Work {
  readonly db: Connection
  readonly batch: Batch
  readonly notes: Notes
  /** The one that the batch makes. */
  readonly version: number
  /** Who is to stand as the writer of a record. */
  readonly writerOf: (key: RecordKey) => number
  collections: ReadonlyMap<string, number>
  /** Ids of events that are new, differ or went. */
  readonly events: Set<string>
  /** Whether an actor, affiliation, source or collection is new, differs or went. */
  everything: boolean
  /** Records that are new, differ or went. */
  changed: number
}

type RefQuery = Read<{ readonly ids: string }, readonly [string, number], readonly [string, number]>

/** Keys in the file by id, found by one statement; ids that are not there are left out. */
export function refsOf(db: Connection, query: RefQuery, ids: Iterable<string>): Map<string, number> {
  return new Map(db.all(query, { ids: list(new Set(ids)) }))
}
