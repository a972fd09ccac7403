import type {
  ActorEntry,
  AffiliationRecord,
  CollectionRecord,
  EventRecord,
  SourceRecord,
} from '../../domain/records.ts'
import { DocumentError, type EntenteDocument } from './document.ts'
import { type Fields, ValueFault } from './fields.ts'
import { readActor, readAffiliation, readCollection, readEvent, readSource } from './read-records.ts'

/** The newest form of a document that is read. */
const VERSION = 1

/** Faults that are told at once. */
const MOST_FAULTS = 20

/** Gathers a document from its parts, and what is wrong with them. */
export class DocumentReading {
  readonly #file: string
  readonly #faults: string[] = []
  #more = 0
  #asKnownOn: string | null = null
  readonly #collections: CollectionRecord[] = []
  readonly #sources: SourceRecord[] = []
  readonly #actors: ActorEntry[] = []
  readonly #affiliations: AffiliationRecord[] = []
  readonly #events: EventRecord[] = []

  constructor(file: string) {
    this.#file = file
  }

  /** `format`, `version`, `asKnownOn` and `filter`. @throws DocumentError where it is of a newer Entente, or none */
  head(fields: Fields, where: string, format: string): void {
    this.try(where, () => {
      if (fields.any('format') !== format) throw new ValueFault('format', `This is to be "${format}".`)
      const version = fields.number('version', 1, Number.MAX_SAFE_INTEGER)
      if (version > VERSION)
        throw new DocumentError(`${this.#file} was written by a newer Entente than this one. Load it with that one.`)
      this.#asKnownOn = fields.textOrNull('asKnownOn')
      // What was asked for is told to people; what came of it stands in the records.
      if (fields.has('filter')) fields.any('filter')
    })
  }

  collections(values: unknown, where: string): void {
    this.#each(values, where, (value, path) => this.#collections.push(readCollection(value, path)))
  }

  sources(values: unknown, where: string): void {
    this.#each(values, where, (value, path) => this.#sources.push(readSource(value, path)))
  }

  actors(values: unknown, where: string): void {
    this.#each(values, where, (value, path) => this.#actors.push(readActor(value, path)))
  }

  affiliations(values: unknown, where: string): void {
    this.#each(values, where, (value, path) => this.#affiliations.push(readAffiliation(value, path)))
  }

  events(values: unknown, where: string): void {
    this.#each(values, where, (value, path) => this.#events.push(readEvent(value, path)))
  }

  /** Notes a fault in place of throwing it. @param where a line or a list */
  try(where: string, read: () => void): void {
    try {
      read()
    } catch (error) {
      if (!(error instanceof ValueFault)) throw error
      if (this.#faults.length >= MOST_FAULTS) this.#more++
      else
        this.#faults.push(
          `${where}${error.path === '' ? '' : `${where.endsWith(':') ? ' ' : '.'}${error.path}`}: ${error.says}`,
        )
    }
  }

  /** @throws DocumentError where anything is wrong */
  end(): EntenteDocument {
    if (this.#faults.length > 0) {
      const more = this.#more > 0 ? [`and ${this.#more} more`] : []
      throw new DocumentError(
        [`${this.#file} cannot be taken; nothing was written.`, ...this.#faults, ...more].join('\n'),
      )
    }
    return {
      asKnownOn: this.#asKnownOn,
      collections: this.#collections,
      sources: this.#sources,
      actors: this.#actors,
      affiliations: this.#affiliations,
      events: this.#events,
    }
  }

  #each(values: unknown, where: string, read: (value: unknown, path: string) => void): void {
    if (!Array.isArray(values))
      return this.try(where, () => {
        throw new ValueFault('', 'This is to be a list.')
      })
    for (const [at, value] of values.entries()) this.try(`${where}[${at}]`, () => read(value, ''))
  }
}
