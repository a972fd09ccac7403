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
import type { ImportRecord, Ownership } from '../../store/import-store.ts'
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
    if (isRecord(kept)) await this.#addRecord(kept)
    else this.#past.add(kept)
    if (this.#records.size >= MOST_IN_A_BATCH) await this.#writeRecords()
    if (this.#past.size >= MOST_IN_A_BATCH) await this.#writePast(0)
  }

  /** Writes what is left. @param version of the store that all of it came from: the target goes on from there. */
  async end(version: number): Promise<void> {
    await this.#writeRecords()
    await this.#writePast(version)
  }

  async #addRecord(kept: KeptRecord): Promise<void> {
    // What an import signs is its own only where it is known.
    if (this.#past.hasImports) await this.#writePast(0)
    const key = this.#records.add(kept)
    if (kept.owners) this.#past.addOwned({ key, owners: kept.owners })
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

  add(kept: KeptRecord): RecordKey {
    const key = this.#place(kept)
    this.#as.set(key, kept.writer)
    return key
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
  readonly #imports: ImportRecord[] = []
  readonly #owned: Ownership[] = []

  get size(): number {
    const noted = this.#held.length + this.#merges.length + this.#removed.length + this.#audit.length
    return noted + this.#imports.length + this.#owned.length
  }

  get hasImports(): boolean {
    return this.#imports.length > 0
  }

  addOwned(owned: Ownership): void {
    this.#owned.push(owned)
  }

  add(kept: Exclude<Kept, KeptRecord>): void {
    if (kept.type === 'import') this.#imports.push(kept.imported)
    else if (kept.type === 'held') this.#held.push(kept.collection)
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
      imports: this.#imports,
      owned: this.#owned,
    })
  }
}
