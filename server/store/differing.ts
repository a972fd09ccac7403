import { BrokenTextError, DanglingReferenceError } from './errors.ts'
import type { Writer } from './graph-store.ts'
import { isSame, isWellFormed } from './is-same.ts'

/** A record as it stands in the store, with its key there, who wrote it last, and in which version of the store. */
export interface Held<R, Ref = number> {
  readonly ref: Ref
  readonly record: R
  readonly writer: Writer
  readonly version: number
}

/** A record given, with what is held under its key, if anything. */
export interface Differing<R, Ref = number> {
  readonly record: R
  readonly held: Held<R, Ref> | null
}

/**
 * Those of the records that are new or say something else than is held. Of several with one key the last counts.
 * @throws BrokenTextError
 */
export function differing<R, Ref>(
  records: readonly R[],
  keyOf: (record: R) => string,
  held: readonly Held<R, Ref>[],
): Differing<R, Ref>[] {
  const heldByKey = new Map(held.map((each) => [keyOf(each.record), each]))
  const found: Differing<R, Ref>[] = []
  for (const [key, record] of new Map(records.map((each) => [keyOf(each), each]))) {
    const before = heldByKey.get(key)
    if (before && isSame(before.record, record)) continue
    if (!isWellFormed(record)) throw new BrokenTextError(key)
    found.push({ record, held: before ?? null })
  }
  return found
}

/** The key of what a record names. @throws DanglingReferenceError */
export function demand<Ref>(
  refs: ReadonlyMap<string, Ref>,
  record: string,
  kind: DanglingReferenceError['kind'],
  id: string,
): Ref {
  const ref = refs.get(id)
  if (ref === undefined) throw new DanglingReferenceError(record, kind, id)
  return ref
}
