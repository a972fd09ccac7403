/** What was read when something was left out. */
export type Reading = 'collections' | 'sources' | 'actors' | 'affiliations' | 'events'

const ORDER: readonly Reading[] = ['collections', 'sources', 'actors', 'affiliations', 'events']
/** Sentences that are kept. */
const LISTED = 20

/** What one reading left out. */
export class LeftOut {
  readonly says: string[] = []
  total = 0

  /** @param what such as `The event case/2`. @param fault such as `has no stage`. */
  add(what: string, fault: string): void {
    this.total += 1
    if (this.says.length < LISTED) this.says.push(`${what} ${fault} and was left out.`)
  }
}

/** What the last full readings of the lists and of the columns left out. */
export class Unreadable {
  readonly #last = new Map<Reading, LeftOut>()

  /** To be called when a reading has come to its end. */
  note(reading: Reading, left: LeftOut): void {
    this.#last.set(reading, left)
  }

  get total(): number {
    return this.#all().reduce((sum, { total }) => sum + total, 0)
  }

  /** At most 20 sentences. */
  get says(): readonly string[] {
    return this.#all()
      .flatMap(({ says }) => says)
      .slice(0, LISTED)
  }

  #all(): LeftOut[] {
    return ORDER.flatMap((reading) => this.#last.get(reading) ?? [])
  }
}
