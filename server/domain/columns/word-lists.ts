import { Interner } from './interner.ts'

/** The words of columns, by number. They only grow, so that whoever holds them keeps reading the same. */
export class WordLists {
  readonly #subtypes = new Interner()
  readonly #scopes = new Interner()
  readonly #scopeFolds = new Interner()
  readonly #codes = new Interner()
  readonly #origins = new Interner()
  readonly #sets = new Interner()
  /** Sets of one origin by its text: nearly all rows of data sets. */
  readonly #single = new Map<string, number>()
  readonly scopeKey: number[] = []
  readonly originSets: number[][] = []

  subtype(text: string): number {
    return this.#subtypes.of(text)
  }

  scope(text: string | null): number {
    if (text === null) return -1
    const number = this.#scopes.of(text)
    if (number === this.scopeKey.length) this.scopeKey.push(this.#scopeFolds.of(foldScope(text)))
    return number
  }

  code(text: string | null): number {
    return text === null ? -1 : this.#codes.of(text)
  }

  originSet(origins: readonly string[]): number {
    const only = origins.length === 1 ? this.#single.get(origins[0] as string) : undefined
    if (only !== undefined) return only
    const numbers = origins.map((origin) => this.#origins.of(origin)).sort((a, b) => a - b)
    const number = this.#sets.of(numbers.join(','))
    if (number === this.originSets.length) this.originSets.push(numbers)
    if (origins.length === 1) this.#single.set(origins[0] as string, number)
    return number
  }

  get subtypes(): readonly string[] {
    return this.#subtypes.list
  }
  get scopes(): readonly string[] {
    return this.#scopes.list
  }
  get codes(): readonly string[] {
    return this.#codes.list
  }
  get origins(): readonly string[] {
    return this.#origins.list
  }
}

function foldScope(scope: string): string {
  return scope.trim().toLowerCase().normalize('NFC')
}
