import type { RecordKey } from '../domain/record-key.ts'
import type { Held } from './differing.ts'
import type { AuditEntry, Batch, Merge, RemovedRecord, Writer } from './graph-store.ts'

type Before = Pick<Held<unknown, unknown>, 'record' | 'writer'>

interface Noted {
  readonly key: RecordKey
  readonly before: Before | null
  readonly after: unknown
}

/** Who is to stand as the last writer of a record. */
export function writerOf({ as, writer }: Batch, key: RecordKey): Writer {
  return as?.get(key) ?? writer
}

/** What a batch leaves in the audit log, and what it leaves of records that a hand took away. */
export class Notes {
  readonly #batch: Batch
  readonly #at: string
  readonly #noted: Noted[] = []

  constructor(batch: Batch) {
    this.#batch = batch
    this.#at = batch.at ?? new Date().toISOString()
  }

  /** Whether records are to be added one by one. Otherwise what is about to go need not be read. */
  get byRecord(): boolean {
    return this.#batch.writer.by === 'HAND'
  }

  /** @param before null: it was not there. @param after null: it goes. */
  add(key: RecordKey, before: Before | null, after: unknown): void {
    if (this.byRecord) this.#noted.push({ key, before, after })
  }

  /**
   * @param version the one that the batch makes. @param changed how many records are new, differ or went.
   * @param unmerged what `batch.unmerge` took back.
   */
  audit(version: number, changed: number, unmerged: readonly Merge[]): readonly AuditEntry[] {
    const { action, reason = null, writer, merge = [] } = this.#batch
    if (action === undefined) return []
    const entry = (n: number, key: RecordKey | null, before: Before | null, after: unknown): AuditEntry => ({
      ...{ version, n, at: this.#at, writer, action, reason, key },
      ...{ before: before?.record ?? null, beforeWriter: before?.writer ?? null, after },
    })
    if (!this.byRecord) return [entry(1, null, null, { changed })]
    const undone = unmerged.map(({ from, into, writer }) => ({ record: { merged: { from, into } }, writer }))
    return [
      ...merge.map(({ from, into }) => ({ key: null, before: null, after: { merged: { from, into } } })),
      ...undone.map((before) => ({ key: null, before, after: null })),
      ...this.#noted,
    ].map(({ key, before, after }, index) => entry(index + 1, key, before, after))
  }

  /** What is kept of the records that a hand took away. */
  removed(version: number): readonly RemovedRecord[] {
    const { reason = null, writer } = this.#batch
    return this.#noted.flatMap(({ key, before, after }) => {
      if (after !== null || !before) return []
      const { record } = before
      const { collection, id } = record as { readonly collection?: string; readonly id?: string }
      return [{ key, collection: collection ?? id ?? '', version, at: this.#at, writer, reason, record }]
    })
  }

  /** What `batch.merge` notes. */
  merges(version: number): readonly Merge[] {
    const { merge = [], writer } = this.#batch
    return merge.map(({ from, into }) => ({ from, into, version, at: this.#at, writer }))
  }
}
