import { compareCodePoints } from '../domain/code-points.ts'
import { parseKey, type RecordKey } from '../domain/record-key.ts'
import type { Held } from './differing.ts'
import { BrokenTextError } from './errors.ts'
import type { AuditEntry, Batch, Merge, RemovedRecord, Writer } from './graph-store.ts'
import { isWellFormed } from './is-same.ts'

type Before = Pick<Held<unknown, unknown>, 'record' | 'writer'>
type Noted = Pick<AuditEntry, 'key' | 'after'> & { readonly before: Before | null }
type NotedRecord = Noted & { readonly key: RecordKey }

/** In which order the entries of one batch stand: what is named before what names it. */
const KINDS = ['collection', 'source', 'actor', 'affiliation', 'event'] as const

/** Who is to stand as the last writer of a record. */
export function writerOf({ as, writer }: Batch, key: RecordKey): Writer {
  return as?.get(key) ?? writer
}

/** What a batch leaves in the audit log, of merges, and of records that a hand took away. */
export class Notes {
  readonly #batch: Batch
  readonly #at: string
  readonly #records: NotedRecord[] = []
  #merges: readonly Noted[] = []
  #made: readonly Pick<Merge, 'from' | 'into'>[] = []

  /** @throws BrokenTextError for a reason that no store keeps as it is. */
  constructor(batch: Batch) {
    if (!isWellFormed(batch.reason)) throw new BrokenTextError('the reason')
    this.#batch = batch
    this.#at = batch.at ?? new Date().toISOString()
  }

  /** Whether records are to be added one by one. Otherwise what is about to go need not be read. */
  get byRecord(): boolean {
    return this.#batch.writer.by === 'HAND'
  }

  /** @param before null: it was not there. @param after null: it goes. */
  add(key: RecordKey, before: Before | null, after: unknown): void {
    if (this.byRecord) this.#records.push({ key, before, after })
  }

  /**
   * To be called, with all merges that stand, where the batch names some: works out which of them it makes and which it takes back.
   * One that stands already is no change; merging wins over taking back.
   * @returns ids of the actors that no longer count as merged; whether anything changes.
   */
  merging(standing: readonly Merge[]): { readonly gone: readonly string[]; readonly changes: boolean } {
    const { merge = [], unmerge = [] } = this.#batch
    const held = new Map(standing.map((each) => [each.from, each]))
    const wanted = new Map(merge.map(({ from, into }) => [from, into]))
    this.#made = [...wanted]
      .filter(([from, into]) => held.get(from)?.into !== into)
      .map(([from, into]) => ({ from, into }))
    const undone = [...new Set(unmerge)].flatMap((from) => (wanted.has(from) ? [] : (held.get(from) ?? [])))
    this.#merges = [
      ...this.#made.map((each) => ({ key: null, before: toBefore(held.get(each.from)), after: { merged: each } })),
      ...undone.map((each) => ({ key: null, before: toBefore(each), after: null })),
    ]
    return { gone: undone.map(({ from }) => from), changes: this.#merges.length > 0 }
  }

  /** @param version the one that the batch makes. @param changed how many records are new, differ or went. */
  audit(version: number, changed: number): readonly AuditEntry[] {
    const { action, reason = null, writer } = this.#batch
    if (action === undefined) return []
    const noted = this.byRecord
      ? [...this.#merges, ...this.#records.toSorted(byKey)]
      : [{ key: null, before: null, after: { changed } }]
    return noted.map(({ key, before, after }, index) => ({
      version,
      n: index + 1,
      at: this.#at,
      writer,
      action,
      reason,
      key,
      before: before?.record ?? null,
      beforeWriter: before?.writer ?? null,
      after,
    }))
  }

  /** What is kept of the records that a hand took away; nothing of those that it unmade. */
  removed(version: number): readonly RemovedRecord[] {
    const { reason = null, writer } = this.#batch
    const unmade = new Set(this.#batch.unmade)
    return this.#records.flatMap(({ key, before, after }) => {
      if (after !== null || !before || unmade.has(key)) return []
      return [
        { key, collection: parseKey(key).collection, version, at: this.#at, writer, reason, record: before.record },
      ]
    })
  }

  /** The merges that the batch makes, each in place of one of the same actor that may stand. */
  merges(version: number): readonly Merge[] {
    return this.#made.map(({ from, into }) => ({ from, into, version, at: this.#at, writer: this.#batch.writer }))
  }
}

function toBefore(merge: Merge | undefined): Before | null {
  return merge ? { record: { merged: { from: merge.from, into: merge.into } }, writer: merge.writer } : null
}

function byKey(a: NotedRecord, b: NotedRecord): number {
  const kind = KINDS.indexOf(parseKey(a.key).kind) - KINDS.indexOf(parseKey(b.key).kind)
  return kind === 0 ? compareCodePoints(a.key, b.key) : kind
}
