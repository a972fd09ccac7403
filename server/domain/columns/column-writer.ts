import { AFTER_ALL } from '../days.ts'
import type { EventColumns, Row } from '../snapshot.ts'
import { blankSides, gathered, numbersOf, sidesAt, withRoom, type Numbers, type Sides } from './blank.ts'
import type { EventInput, PlainInput, StandingInput } from './event-input.ts'
import { findById } from './id-table.ts'
import { Intake } from './intake.ts'
import { inPairOrder, pairLists, rowsBelow, type PairLists } from './pair-lists.ts'
import { encodeText, type PackedTexts } from './text-column.ts'
import { WordLists } from './word-lists.ts'

/** Rows that may come behind the base before the columns have to be copied for more. */
const ROOM = 16_384
const MOST_EVIDENCE = 0xffff

/** What the columns hold of an event that rests on evidence of its own. */
export interface Found {
  readonly reported: number
  /** As of ever. */
  readonly origins: readonly string[]
}

/**
 * Makes columns out of events. It owns the word lists, which only grow; rows once written never change, so an answer can hold the
 * columns while the next are made.
 */
export class ColumnWriter {
  readonly #words = new WordLists()
  /** Whose room behind the last row is free. */
  #newest: EventColumns | null = null

  /** Columns of these events alone, in pair order, without a tail. */
  build(inputs: readonly EventInput[], actorCount: number): EventColumns {
    const intake = new Intake()
    const numbers = intake.take(inputs.map((input) => input.id))
    for (const [row, input] of inputs.entries()) this.#writePlain(numbers, row, input)
    const standings = new Map(inputs.map((input) => [input.id, input]))
    return this.arrange(intake, actorCount, (stand) => {
      for (const [id, input] of standings) stand(id, () => input)
    })
  }

  /** Takes events that rest on nothing but their own row, many at a time. */
  take(intake: Intake, ids: readonly string[], inputs: Iterable<PlainInput>): void {
    let row = intake.length
    const numbers = intake.take(ids)
    for (const input of inputs) this.#writePlain(numbers, row++, input)
  }

  /**
   * Columns of all that was taken in, in pair order, without a tail. The intake is used up.
   * @param standings tells of those events that rest on more than their row; ids that are not there are left out.
   */
  arrange(
    intake: Intake,
    actorCount: number,
    standings: (stand: (id: string, toStanding: (found: Found) => StandingInput) => void) => void,
  ): EventColumns {
    const { length } = intake
    const taken = intake.ids()
    const order = inPairOrder(intake.numbers, taken, rowsBelow(length), actorCount)
    const ids = taken.gathered(order)
    const numbers = gathered(intake.numbers, order, length + ROOM, true)
    const lists = pairLists(numbers, ids, length, actorCount)
    const sides = blankSides()
    standings((id, toStanding) => {
      const row = findById(ids, lists.ids, encodeText(id))
      if (row >= 0) this.#writeStanding(numbers, sides, row, toStanding(this.#found(numbers, row)))
    })
    return this.#columns({ numbers, sides, ids, length, baseLength: length, lists, dead: new Set(), tail: new Map() })
  }

  /** The columns with some events replaced, added or gone: what changed stands in the tail, in the room behind the last row. */
  change(columns: EventColumns, inputs: readonly EventInput[], gone: readonly string[]): EventColumns {
    const dead = new Set(columns.dead)
    for (const id of [...gone, ...inputs.map((input) => input.id)]) {
      const row = columns.find(id)
      if (row >= 0) dead.add(row)
    }
    const length = columns.length + inputs.length
    const hasRoom = this.#newest === columns && length <= columns.actor.length
    const numbers = hasRoom ? numbersOf(columns) : withRoom(numbersOf(columns), columns.length, length + ROOM)
    const sides = sidesAt(columns, null)
    const tail = new Map<string, Row>()
    for (let row = columns.baseLength; row < columns.length; row++)
      if (!dead.has(row)) tail.set(columns.id.get(row), row)
    for (const [at, input] of inputs.entries()) {
      const row = columns.length + at
      this.#writePlain(numbers, row, input)
      this.#writeStanding(numbers, sides, row, input)
      tail.set(input.id, row)
    }
    const ids = (columns.id as PackedTexts).extendedBy(inputs.map((input) => input.id))
    return this.#columns({ numbers, sides, ids, length, baseLength: columns.baseLength, lists: columns, dead, tail })
  }

  /** The same events in pair order, without tail and dead rows. */
  merge(columns: EventColumns, actorCount: number): EventColumns {
    const { dead } = columns
    const ids = columns.id as PackedTexts
    const living = rowsBelow(columns.length).filter((row) => !dead.has(row))
    const order = inPairOrder(numbersOf(columns), ids, living, actorCount)
    const numbers = gathered(numbersOf(columns), order, order.length + ROOM, false)
    const places = new Int32Array(columns.length).fill(-1)
    for (let place = 0; place < order.length; place++) places[order[place] as Row] = place
    const sides = sidesAt(columns, (row) => places[row] ?? -1)
    const length = order.length
    const packed = ids.gathered(order)
    const lists = pairLists(numbers, packed, length, actorCount)
    return this.#columns({
      numbers,
      sides,
      ids: packed,
      length,
      baseLength: length,
      lists,
      dead: new Set(),
      tail: new Map(),
    })
  }

  #writePlain(into: Numbers, row: Row, input: PlainInput): void {
    into.actor[row] = input.actor
    into.target[row] = input.target
    into.earliest[row] = input.earliest
    into.latest[row] = input.latest
    into.reported[row] = input.reported
    into.kind[row] = input.kind
    into.subtype[row] = this.#words.subtype(input.subtype)
    into.stage[row] = input.stage
    into.mark[row] = input.mark
    into.strength[row] = input.strength
    into.status[row] = 0
    into.flags[row] = input.flags
    into.scope[row] = this.#words.scope(input.scope)
    into.code[row] = this.#words.code(input.code)
    into.collection[row] = input.collection
    into.originSet[row] = this.#words.originSet(input.origins)
    into.evidenceCount[row] = Math.min(input.evidenceCount, MOST_EVIDENCE)
  }

  #writeStanding(into: Numbers, sides: Sides, row: Row, input: StandingInput): void {
    into.reported[row] = input.reported
    into.status[row] = input.status
    into.originSet[row] = this.#words.originSet(input.origins)
    into.evidenceCount[row] = Math.min(input.evidenceCount, MOST_EVIDENCE)
    if (input.history) sides.history.set(row, input.history)
    if (input.denials) sides.denials.set(row, input.denials)
    if (input.originsSince) {
      const steps = input.originsSince.map(({ on, origins }) => ({ on, set: this.#words.originSet(origins) }))
      sides.originsSince.set(row, steps)
    }
    if (input.lastWord !== null) sides.lastWord.set(row, input.lastWord)
    if (input.breaks.length > 0) sides.breaks.set(row, input.breaks)
    if (input.restores.length > 0) sides.restores.set(row, input.restores)
  }

  #found(numbers: Numbers, row: Row): Found {
    const set = this.#words.originSets[numbers.originSet[row] as number] ?? []
    return {
      reported: numbers.reported[row] ?? AFTER_ALL,
      origins: set.map((origin) => this.#words.origins[origin] as string),
    }
  }

  #columns(made: Made): EventColumns {
    const { numbers, sides, ids, length, baseLength, dead, tail } = made
    const { outStart, inStart, inRows, ids: table } = made.lists
    const { subtypes, scopes, scopeKey, codes, originSets, origins } = this.#words
    return (this.#newest = {
      ...numbers,
      ...sides,
      id: ids,
      length,
      baseLength,
      dead,
      ids: table,
      outStart,
      inStart,
      inRows,
      subtypes,
      scopes,
      scopeKey,
      codes,
      originSets,
      origins,
      find(id) {
        const inTail = tail.get(id)
        if (inTail !== undefined) return inTail
        const row = findById(ids, table, encodeText(id))
        return row >= 0 && !dead.has(row) ? row : -1
      },
    })
  }
}

interface Made {
  readonly numbers: Numbers
  readonly sides: Sides
  readonly ids: PackedTexts
  readonly length: number
  readonly baseLength: number
  readonly lists: PairLists
  readonly dead: ReadonlySet<Row>
  readonly tail: ReadonlyMap<string, Row>
}
