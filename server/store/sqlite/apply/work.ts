import type { Batch } from '../../graph-store.ts'
import type { Connection } from '../connection.ts'
import { BrokenTextError, DanglingReferenceError } from '../errors.ts'
import type { Held } from '../decode.ts'
import { isSame, isWellFormed } from '../is-same.ts'
import { list, type Read } from '../sql.ts'

/** One batch under way. */
export interface Work {
  readonly db: Connection
  readonly batch: Batch
  /** Who writes. */
  readonly writer: number
  readonly collections: ReadonlyMap<string, number>
  /** Ids of events that are new, differ or went. */
  readonly events: Set<string>
  /** Whether an actor, affiliation, source or collection is new, differs or went. */
  everything: boolean
  /** Records that are new, differ or went. */
  changed: number
}

/** A record given, with its key in the file where it is there already. */
export interface Differing<R> {
  readonly record: R
  readonly ref: number | null
}

/** Those of the records that are new or say something else than is held. Of several with one key the last counts. */
export function differing<R>(
  records: readonly R[],
  keyOf: (record: R) => string,
  held: readonly Held<R>[],
): Differing<R>[] {
  const heldByKey = new Map(held.map((each) => [keyOf(each.record), each]))
  const found: Differing<R>[] = []
  for (const [key, record] of new Map(records.map((each) => [keyOf(each), each]))) {
    const before = heldByKey.get(key)
    if (before && isSame(before.record, record)) continue
    if (!isWellFormed(record)) throw new BrokenTextError(key)
    found.push({ record, ref: before?.ref ?? null })
  }
  return found
}

type RefQuery = Read<{ readonly ids: string }, readonly [string, number], readonly [string, number]>

/** Keys in the file by id, found by one statement; ids that are not there are left out. */
export function refsOf(db: Connection, query: RefQuery, ids: Iterable<string>): Map<string, number> {
  return new Map(db.all(query, { ids: list(new Set(ids)) }))
}

/** The key of what a record names. @throws DanglingReferenceError */
export function demand(
  refs: ReadonlyMap<string, number>,
  record: string,
  kind: DanglingReferenceError['kind'],
  id: string,
): number {
  const ref = refs.get(id)
  if (ref === undefined) throw new DanglingReferenceError(record, kind, id)
  return ref
}
