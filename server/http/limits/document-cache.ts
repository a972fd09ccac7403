import type { DocumentNode } from 'graphql'

/** Characters of all texts together: what is read of them takes some fifty times as much memory. */
const MOST_CHARACTERS = 300_000

/** Documents that were read, by their text. The one that was asked for longest ago goes first. */
export class DocumentCache {
  readonly #documents = new Map<string, DocumentNode>()
  #characters = 0

  get(text: string): DocumentNode | undefined {
    const document = this.#documents.get(text)
    if (!document) return undefined
    this.#documents.delete(text)
    this.#documents.set(text, document)
    return document
  }

  set(text: string, document: DocumentNode): void {
    if (this.#documents.has(text) || text.length > MOST_CHARACTERS / 10) return
    this.#documents.set(text, document)
    this.#characters += text.length
    for (const oldest of this.#documents.keys()) {
      if (this.#characters <= MOST_CHARACTERS) return
      this.#documents.delete(oldest)
      this.#characters -= oldest.length
    }
  }
}

/** Nothing is kept of texts that could not be read: each may be as long as a request. */
export const NO_ERRORS = { get: () => undefined, set: () => {} }
