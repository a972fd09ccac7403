import type { Resolved } from '../names/names.ts'

/** What became of the names of the rows. */
export interface NameReport {
  readonly known: NameCount
  readonly new: NameCount
  readonly asked: NameCount
}

export interface NameCount {
  /** Different names. */
  readonly names: number
  /** How often they stand in the rows. */
  readonly uses: number
  /** The commonest. */
  readonly examples: readonly NameExample[]
}

export interface NameExample {
  readonly name: string
  readonly uses: number
  /** Whom it is taken for. */
  readonly actor: NamedActor
  /** Whom it may mean, where that is asked. */
  readonly candidates: readonly NamedActor[]
}

export interface NamedActor {
  readonly id: string
  readonly name: string
}

interface Seen {
  readonly resolved: Resolved
  uses: number
}

/** So many different names are told apart; further ones are counted by their uses alone. */
const MOST_NAMES = 200_000
const EXAMPLES = { known: 20, new: 20, asked: 200 }

/** Counts what became of names. */
export class NameTally {
  readonly #seen = new Map<string, Seen>()
  readonly #further = { known: 0, new: 0, asked: 0 }

  add(name: string, resolved: Resolved): void {
    const seen = this.#seen.get(name)
    if (seen) seen.uses++
    else if (this.#seen.size < MOST_NAMES) this.#seen.set(name, { resolved, uses: 1 })
    else this.#further[resolved.how]++
  }

  report(): NameReport {
    return { known: this.#count('known'), new: this.#count('new'), asked: this.#count('asked') }
  }

  #count(how: Resolved['how']): NameCount {
    const found = [...this.#seen].filter(([, { resolved }]) => resolved.how === how)
    found.sort(([a, { uses: left }], [b, { uses: right }]) => right - left || (a < b ? -1 : 1))
    const uses = found.reduce((sum, [, seen]) => sum + seen.uses, this.#further[how])
    return { names: found.length, uses, examples: found.slice(0, EXAMPLES[how]).map(toExample) }
  }
}

function toExample([name, { resolved, uses }]: readonly [string, Seen]): NameExample {
  const candidates = resolved.candidates.map((each) => ({ id: each.id, name: each.name }))
  return { name, uses, actor: { id: resolved.actor.id, name: resolved.actor.name }, candidates }
}
