import { hash } from 'node:crypto'
import { compareCodePoints } from '../../domain/code-points.ts'
import type { CodedRow } from '../../store/import-store.ts'
import { pairsWith } from '../meaning/mirror-codes.ts'
import { GrowingBytes, GrowingNumbers } from './growing.ts'

/** Codes that go with one code, at most. */
const MOST_OTHERS = 2

/**
 * Pairs rows that code one meeting from both sides: A toward B and B toward A on the same day, by codes that go together; one to one,
 * the likeliest codes first. Which row comes when does not matter. Holds some 70 bytes a row.
 */
export class MirrorPairs {
  readonly #codes: readonly string[]
  readonly #prefix: number
  /** Numbers of names, and of actors, as they came. */
  readonly #names = new Map<string, number>()
  readonly #actors = new Map<string, number>()
  readonly #low = new GrowingNumbers()
  readonly #high = new GrowingNumbers()
  readonly #day = new GrowingNumbers()
  readonly #name = new GrowingNumbers()
  /** The code's place, and 1 in the lowest bit where the row goes from the higher actor to the lower. */
  readonly #side = new GrowingNumbers()
  readonly #rank = new GrowingNumbers()
  readonly #start = new GrowingNumbers()
  readonly #ids = new GrowingBytes()
  readonly #collection: string

  /** @param codes those that may pair; rows of others are left out. */
  constructor(collection: string, codes: readonly string[]) {
    this.#collection = collection
    this.#codes = codes
    this.#prefix = collection.length + 1
  }

  add(row: CodedRow): void {
    const code = this.#codes.indexOf(row.code)
    if (code < 0) return
    const [actor, target] = [numberOf(this.#actors, row.actor), numberOf(this.#actors, row.target)]
    const isBack = actor > target
    this.#low.push(isBack ? target : actor)
    this.#high.push(isBack ? actor : target)
    this.#day.push(row.earliest)
    this.#name.push(numberOf(this.#names, row.actorName))
    this.#side.push(code * 2 + (isBack ? 1 : 0))
    this.#rank.push(hash('sha1', row.id, 'buffer').readInt32BE(0))
    this.#start.push(this.#ids.push(row.id.slice(this.#prefix)))
  }

  /** Ids of the second rows, some thousand at a time. */
  async *seconds(atOnce = 5_000): AsyncGenerator<readonly string[]> {
    let batch: string[] = []
    for (const row of this.#flagged()) {
      batch.push(`${this.#collection}/${this.#ids.text(this.#start.at(row), this.#start.at(row + 1))}`)
      if (batch.length < atOnce) continue
      yield batch
      batch = []
    }
    if (batch.length > 0) yield batch
  }

  *#flagged(): Generator<number> {
    const size = this.#side.length
    this.#start.push(this.#ids.length)
    const order = new Uint32Array(size).map((_, row) => row).sort((a, b) => this.#compare(a, b))
    for (let from = 0; from < size;) {
      let to = from + 1
      while (to < size && this.#isSameMeeting(order[from] as number, order[to] as number)) to++
      if (to - from > 1) yield* this.#paired(order.subarray(from, to))
      from = to
    }
  }

  #isSameMeeting(a: number, b: number): boolean {
    return (
      this.#low.at(a) === this.#low.at(b) &&
      this.#high.at(a) === this.#high.at(b) &&
      this.#day.at(a) === this.#day.at(b)
    )
  }

  /** By pair and day; then in an order of its own, whichever came first. */
  #compare(a: number, b: number): number {
    return (
      this.#low.at(a) - this.#low.at(b) ||
      this.#high.at(a) - this.#high.at(b) ||
      this.#day.at(a) - this.#day.at(b) ||
      this.#rank.at(a) - this.#rank.at(b) ||
      compareCodePoints(this.#idOf(a), this.#idOf(b))
    )
  }

  #idOf(row: number): string {
    const isLast = row + 1 === this.#side.length
    return this.#ids.text(this.#start.at(row), isLast ? this.#ids.length : this.#start.at(row + 1))
  }

  /** The flagged rows of one pair of actors on one day. */
  *#paired(rows: Uint32Array): Generator<number> {
    const there = this.#bySide(rows, 0)
    const back = this.#bySide(rows, 1)
    for (let round = 0; round < MOST_OTHERS; round++) {
      for (const [code, ours] of there) {
        const theirs = back.get(this.#otherOf(code, round)) ?? []
        const count = Math.min(ours.length, theirs.length)
        const others = theirs.splice(0, count)
        for (const [at, row] of ours.splice(0, count).entries()) yield this.#second(row, others[at] as number)
      }
    }
  }

  #bySide(rows: Uint32Array, side: number): Map<number, number[]> {
    const found = new Map<number, number[]>()
    for (const row of rows) {
      const own = this.#side.at(row)
      if ((own & 1) !== side) continue
      const code = own >>> 1
      const list = found.get(code)
      if (list) list.push(row)
      else found.set(code, [row])
    }
    return new Map([...found].sort(([a], [b]) => a - b))
  }

  /** The code that goes with another in this round; -1: none. */
  #otherOf(code: number, round: number): number {
    const other = pairsWith(this.#codes[code] as string)[round]
    return other === undefined ? -1 : this.#codes.indexOf(other)
  }

  /** Whose actor's name is the greater; of equal names, the greater id. */
  #second(a: number, b: number): number {
    const [one, other] = [this.#nameOf(a), this.#nameOf(b)]
    const order = compareCodePoints(one, other) || compareCodePoints(this.#idOf(a), this.#idOf(b))
    return order > 0 ? a : b
  }

  #nameList: readonly string[] = []
  #nameOf(row: number): string {
    if (this.#nameList.length !== this.#names.size) this.#nameList = [...this.#names.keys()]
    return this.#nameList[this.#name.at(row)] as string
  }
}

function numberOf(numbers: Map<string, number>, text: string): number {
  const known = numbers.get(text)
  if (known !== undefined) return known
  numbers.set(text, numbers.size)
  return numbers.size - 1
}
