import type {
  ActorEntry,
  AffiliationRecord,
  CollectionContents,
  CollectionRecord,
  EventRecord,
  SourceRecord,
} from '../../domain/records.ts'

/** What an export of Entente holds: records as a store has them. */
export interface EntenteDocument {
  /** The day as known on which it was written, `2025-11-12`; null: nothing was known. */
  readonly asKnownOn: string | null
  readonly collections: readonly CollectionRecord[]
  readonly sources: readonly SourceRecord[]
  readonly actors: readonly ActorEntry[]
  readonly affiliations: readonly AffiliationRecord[]
  readonly events: readonly EventRecord[]
}

/** A document that cannot be taken. `says` is a sentence with the file, then a line for each thing that is wrong. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError'
  readonly says: string
  constructor(says: string) {
    super(says)
    this.says = says
  }
}

/** The document by its collections, records sorted by id as a store gives them. */
export function byCollection(document: EntenteDocument): readonly CollectionContents[] {
  return document.collections.map((collection) => {
    const own = <R extends { readonly collection: string }>(
      records: readonly R[],
      id: (record: R) => string,
    ): readonly R[] =>
      records.filter((record) => record.collection === collection.id).toSorted((a, b) => compare(id(a), id(b)))
    return {
      collection,
      actors: own(document.actors, ({ actor }) => actor),
      affiliations: own(document.affiliations, ({ id }) => id),
      sources: own(document.sources, ({ id }) => id),
      events: own(document.events, ({ id }) => id),
    }
  })
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
