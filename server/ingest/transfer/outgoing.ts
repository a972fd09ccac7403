import { keyOf, keyOfCollection, keyOfEntry, type RecordKey } from '../../domain/record-key.ts'
import type {
  ActorEntry,
  AffiliationRecord,
  CollectionRecord,
  EventRecord,
  SourceRecord,
} from '../../domain/records.ts'
import type {
  AuditEntry,
  Batch,
  GraphStore,
  History,
  Kept,
  Merge,
  RemovedRecord,
  Writer,
} from '../../store/graph-store.ts'
import { history } from './half-copy.ts'

/** Things written by one transaction: enough that beginning and ending one costs nothing, few enough to be held twice. */
export const MOST_IN_A_BATCH = 2_000

/** Stands for no record: each has its own in `as`. */
const NOBODY: Writer = { by: 'IMPORT', name: 'copy' }

/** What is on its way into a store and not written yet. */
export class Outgoing {
  readonly #target: GraphStore
  #records = new Records()
  #past = new Past()

  constructor(target: GraphStore) {
    this.#target = target
  }

  async add(kept: Kept): Promise<void> {
    if (isRecord(kept)) this.#records.add(kept)
    else this.#past.add(kept)
    if (this.#records.size >= MOST_IN_A_BATCH) await this.#writeRecords()
    if (this.#past.size >= MOST_IN_A_BATCH) await this.#writePast(0)
  }

  /** Writes what is left. @param version of the store that all of it came from: the target goes on from there. */
  async end(version: number): Promise<void> {
    await this.#writeRecords()
    await this.#writePast(version)
  }

  async #writeRecords(): Promise<void> {
    const records = this.#records
    this.#records = new Records()
    if (records.size > 0) await this.#target.apply(records.batch())
  }

  async #writePast(version: number): Promise<void> {
    // What names records comes after them.
    await this.#writeRecords()
    const past = this.#past
    this.#past = new Past()
    await this.#target.takeOver(past.history(version))
  }
}

type KeptRecord = Extract<Kept, { readonly record: unknown }>

function isRecord(kept: Kept): kept is KeptRecord {
  return 'record' in kept
}

class Records {
  readonly #as = new Map<RecordKey, Writer>()
  readonly #collections: CollectionRecord[] = []
  readonly #sources: SourceRecord[] = []
  readonly #actors: ActorEntry[] = []
  readonly #affiliations: AffiliationRecord[] = []
  readonly #events: EventRecord[] = []

  get size(): number {
    return this.#as.size
  }

  add(kept: KeptRecord): void {
    this.#as.set(this.#place(kept), kept.writer)
  }

  batch(): Batch {
    return {
      writer: NOBODY,
      as: this.#as,
      collections: this.#collections,
      sources: this.#sources,
      actors: this.#actors,
      affiliations: this.#affiliations,
      events: this.#events,
    }
  }

  #place(kept: KeptRecord): RecordKey {
    switch (kept.type) {
      case 'collection':
        this.#collections.push(kept.record)
        return keyOfCollection(kept.record)
      case 'source':
        this.#sources.push(kept.record)
        return keyOf('source', kept.record.id)
      case 'actor':
        this.#actors.push(kept.record)
        return keyOfEntry(kept.record)
      case 'affiliation':
        this.#affiliations.push(kept.record)
        return keyOf('affiliation', kept.record.id)
      case 'event':
        this.#events.push(kept.record)
        return keyOf('event', kept.record.id)
    }
  }
}

class Past {
  readonly #held: string[] = []
  readonly #merges: Merge[] = []
  readonly #removed: RemovedRecord[] = []
  readonly #audit: AuditEntry[] = []

  get size(): number {
    return this.#held.length + this.#merges.length + this.#removed.length + this.#audit.length
  }

  add(kept: Exclude<Kept, KeptRecord>): void {
    if (kept.type === 'held') this.#held.push(kept.collection)
    else if (kept.type === 'merge') this.#merges.push(kept.merge)
    else if (kept.type === 'removed') this.#removed.push(kept.removed)
    else this.#audit.push(kept.entry)
  }

  history(version: number): History {
    return history({
      version,
      held: this.#held,
      merges: this.#merges,
      removed: this.#removed,
      audit: this.#audit,
    })
  }
}
