import { BYTES_A_ROW } from '../domain/columns/blank.ts'
import type { Intake } from '../domain/columns/intake.ts'
import { AFTER_ALL, monthOf, type Day } from '../domain/days.ts'
import type { EventTuple } from '../store/graph-store.ts'
import type { Holding } from './holding.ts'

/** While columns are made, what they are made from stands beside them. */
const BESIDE = 2
/** Taken for what is still being read. */
const BYTES_AN_ID = 24
/** Of an event that goes on. */
const NO_YEAR = Infinity

/** The events of a store do not fit into the memory that they may take. `says` names what to leave out. */
export class MemoryLimitError extends Error {
  override readonly name = 'MemoryLimitError'
  readonly says: string
  constructor(says: string) {
    super(says)
    this.says = says
  }
}

/** Whether what was taken in may still become columns. */
export function fits({ length, idBytes }: Pick<Intake, 'length' | 'idBytes'>, { limit }: Holding): boolean {
  return bytesOf(length, idBytes) <= limit
}

function bytesOf(events: number, idBytes = events * BYTES_AN_ID): number {
  return (events * BYTES_A_ROW + idBytes) * BESIDE
}

/** Counts what does not fit, so that it can be said what would. */
export class Overflow {
  readonly #holding: Holding
  /** By collection: how many events end in which year. */
  readonly #years = new Map<string, Map<number, number>>()

  constructor(holding: Holding) {
    this.#holding = holding
  }

  /** Rows that have been taken in already. @param collections ids by index. */
  takeRows({ length, numbers }: Intake, collections: readonly string[]): void {
    const { collection, latest } = numbers
    for (let row = 0; row < length; row++) {
      this.#count(collections[collection[row] as number] ?? '', latest[row] as Day)
    }
  }

  take(events: readonly EventTuple[]): void {
    for (const event of events) this.#count(event[13], event[4])
  }

  error(): MemoryLimitError {
    const { limit } = this.#holding
    const collections = [...this.#years].map(([id, years]) => ({ id, years, events: sum(years.values()) }))
    collections.sort((a, b) => b.events - a.events || (a.id < b.id ? -1 : 1))
    const events = sum(collections.map((each) => each.events))
    const told = collections.map((each) => `${each.id} has ${counted(each.events)}${spanOf(each.years)}`).join(', ')
    return new MemoryLimitError(
      `${counted(events)} events need about ${megabytes(bytesOf(events))} of memory while they are read, and ${megabytes(limit)} may be ` +
        `taken (--memory or ENTENTE_MEMORY; left out, half of what the machine has). ${told}. ${this.#advice(collections)}`,
    )
  }

  #advice(
    collections: readonly {
      readonly id: string
      readonly years: ReadonlyMap<number, number>
      readonly events: number
    }[],
  ): string {
    const { limit } = this.#holding
    const smallest: string[] = []
    let held = 0
    for (const { id, events } of collections.toReversed()) {
      if (bytesOf(held + events) > limit) break
      held += events
      smallest.push(id)
    }
    const since = this.#firstYear()
    const ways = [
      ...(since === null ? [] : [`what was over before ${since}, with ENTENTE_SINCE=${since}-01-01`]),
      ...(smallest.length === 0 ? [] : [`all collections but some, with ENTENTE_COLLECTIONS=${smallest.join(',')}`]),
    ]
    if (ways.length === 0) return 'Allow more: no collection and no year fits.'
    return `Allow more, or leave out ${ways.join('; or ')}.`
  }

  /** The first year from which on everything fits; null: not even the last does. */
  #firstYear(): number | null {
    const byYear = new Map<number, number>()
    for (const years of this.#years.values()) {
      for (const [year, events] of years) byYear.set(year, (byYear.get(year) ?? 0) + events)
    }
    let held = byYear.get(NO_YEAR) ?? 0
    let first: number | null = null
    for (const [year, events] of [...byYear].filter(([each]) => each !== NO_YEAR).sort(([a], [b]) => b - a)) {
      held += events
      if (bytesOf(held) > this.#holding.limit) break
      first = year
    }
    return first
  }

  #count(collection: string, latest: Day): void {
    let years = this.#years.get(collection)
    if (!years) this.#years.set(collection, (years = new Map()))
    const year = latest === AFTER_ALL ? NO_YEAR : monthOf(latest).year
    years.set(year, (years.get(year) ?? 0) + 1)
  }
}

function spanOf(years: ReadonlyMap<number, number>): string {
  const stated = [...years.keys()].filter((year) => year !== NO_YEAR)
  if (stated.length === 0) return ''
  const [first, last] = [Math.min(...stated), Math.max(...stated)]
  return first === last ? ` (${first})` : ` (${first} to ${last})`
}

function sum(numbers: Iterable<number>): number {
  let all = 0
  for (const each of numbers) all += each
  return all
}

function counted(many: number): string {
  return many.toLocaleString('en')
}

function megabytes(bytes: number): string {
  return `${counted(Math.ceil(bytes / 1e6))} MB`
}
