import type { EventColumns, Row } from '../snapshot.ts'
import { blankColumns, copyColumns, type Blank } from './blank.ts'
import type { EventInput } from './event-input.ts'
import { Interner } from './interner.ts'
import { findById } from './id-table.ts'
import { inPairOrder, pairLists, type PairLists } from './pair-lists.ts'
import { readBack } from './read-back.ts'
import { PackedTexts, encodeText } from './text-column.ts'

/**
 * Makes columns out of events. It owns the word lists, which only grow; columns once made never change, so an answer can hold them
 * while the next are made.
 */
export class ColumnWriter {
  readonly #subtypes = new Interner()
  readonly #scopes = new Interner()
  readonly #scopeFolds = new Interner()
  readonly #scopeKey: number[] = []
  readonly #codes = new Interner()
  readonly #origins = new Interner()
  readonly #sets = new Interner()
  readonly #originSets: number[][] = []
  /** Sets of one origin by its text: nearly all rows of data sets. */
  readonly #single = new Map<string, number>()

  /** Columns of these events alone, in pair order, without a tail. */
  build(inputs: readonly EventInput[], actorCount: number): EventColumns {
    const order = inPairOrder(inputs, actorCount)
    const blank = blankColumns(inputs.length, PackedTexts.of(Array.from(order, (at) => (inputs[at] as EventInput).id)))
    for (const [row, at] of order.entries()) this.#write(blank, row, inputs[at] as EventInput)
    return this.#columns(blank, inputs.length, pairLists(blank, actorCount), new Set(), new Map())
  }

  /**
   * The columns with some events replaced, added or gone: what changed stands in the tail. Copies the columns, which costs a few
   * milliseconds for half a million events.
   */
  change(columns: EventColumns, inputs: readonly EventInput[], gone: readonly string[]): EventColumns {
    const dead = new Set(columns.dead)
    for (const id of [...gone, ...inputs.map((input) => input.id)]) {
      const row = columns.find(id)
      if (row >= 0) dead.add(row)
    }
    const length = columns.length + inputs.length
    const texts = (columns.id as PackedTexts).extendedBy(inputs.map((input) => input.id))
    const copy = blankColumns(length, texts)
    copyColumns(columns, copy)
    const tail = new Map<string, Row>()
    for (let row = columns.baseLength; row < columns.length; row++)
      if (!dead.has(row)) tail.set(columns.id.get(row), row)
    for (const [at, input] of inputs.entries()) {
      this.#write(copy, columns.length + at, input)
      tail.set(input.id, columns.length + at)
    }
    return this.#columns(copy, columns.baseLength, columns, dead, tail)
  }

  /** The same events in pair order, without tail and dead rows. */
  merge(columns: EventColumns, actorCount: number): EventColumns {
    const inputs: EventInput[] = []
    for (let row = 0; row < columns.length; row++) if (!columns.dead.has(row)) inputs.push(readBack(columns, row))
    return this.build(inputs, actorCount)
  }

  #write(into: Blank, row: Row, input: EventInput): void {
    into.actor[row] = input.actor
    into.target[row] = input.target
    into.earliest[row] = input.earliest
    into.latest[row] = input.latest
    into.reported[row] = input.reported
    into.kind[row] = input.kind
    into.subtype[row] = this.#subtypes.of(input.subtype)
    into.stage[row] = input.stage
    into.mark[row] = input.mark
    into.strength[row] = input.strength
    into.status[row] = input.status
    into.flags[row] = input.flags
    into.scope[row] = input.scope === null ? -1 : this.#scopeOf(input.scope)
    into.code[row] = input.code === null ? -1 : this.#codes.of(input.code)
    into.collection[row] = input.collection
    into.originSet[row] = this.#setOf(input.origins)
    into.evidenceCount[row] = input.evidenceCount
    if (input.history) into.history.set(row, input.history)
    if (input.denials) into.denials.set(row, input.denials)
    if (input.originsSince) {
      into.originsSince.set(
        row,
        input.originsSince.map((step) => ({ on: step.on, set: this.#setOf(step.origins) })),
      )
    }
    if (input.lastWord !== null) into.lastWord.set(row, input.lastWord)
    if (input.breaks.length > 0) into.breaks.set(row, input.breaks)
    if (input.restores.length > 0) into.restores.set(row, input.restores)
  }

  #scopeOf(scope: string): number {
    const number = this.#scopes.of(scope)
    if (number === this.#scopeKey.length) {
      const fold = this.#scopeFolds.of(foldScope(scope))
      this.#scopeKey.push(fold)
    }
    return number
  }

  #setOf(origins: readonly string[]): number {
    const only = origins.length === 1 ? this.#single.get(origins[0] as string) : undefined
    if (only !== undefined) return only
    const numbers = origins.map((origin) => this.#origins.of(origin)).sort((a, b) => a - b)
    const number = this.#sets.of(numbers.join(','))
    if (number === this.#originSets.length) this.#originSets.push(numbers)
    if (origins.length === 1) this.#single.set(origins[0] as string, number)
    return number
  }

  #columns(
    blank: Blank,
    baseLength: number,
    lists: PairLists,
    dead: ReadonlySet<Row>,
    tail: ReadonlyMap<string, Row>,
  ): EventColumns {
    const { ids, outStart, inStart, inRows } = lists
    return {
      ...blank,
      baseLength,
      dead,
      ids,
      outStart,
      inStart,
      inRows,
      subtypes: this.#subtypes.list,
      scopes: this.#scopes.list,
      scopeKey: this.#scopeKey,
      codes: this.#codes.list,
      originSets: this.#originSets,
      origins: this.#origins.list,
      find(id) {
        const inTail = tail.get(id)
        if (inTail !== undefined) return inTail
        const row = findById(blank.id, ids, encodeText(id))
        return row >= 0 && !dead.has(row) ? row : -1
      },
    }
  }
}

function foldScope(scope: string): string {
  return scope.trim().toLowerCase().normalize('NFC')
}
