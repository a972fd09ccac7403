import { toStoreId } from '../case/ids.ts'
import type { Names } from '../names/names.ts'
import type { Item, SourceRow } from '../rows/row.ts'
import { Entries } from './entries.ts'
import { createJudge, type Verdict } from './judge.ts'
import { NameTally } from './name-tally.ts'
import { Packer, type NewEvent } from './packed.ts'
import type { LeftRow, Part } from './part.ts'
import { rowKey } from './row-key.ts'
import { SeenKeys } from './seen-keys.ts'

export interface MillOptions {
  readonly collection: string
  readonly names: Names
  /** The actors that others are, by the others' ids. */
  readonly merged: ReadonlyMap<string, string>
  /** Events of a part. */
  readonly atOnce: number
  /** Whether rows that were set aside are told one by one. */
  readonly tellAside: boolean
  /** A row as it stands in its file; null: that is not known. */
  readonly textOf: (file: number, line: number) => string | null
}

type Act = Extract<Verdict, { readonly type: 'act' }>

/** Characters of a row that is told. */
const LONGEST_TEXT = 2_000
/** Rows of a part, that progress may be told where few of them are events. */
const MOST_ROWS = 50_000
/** Rows that are left out and told in one part. */
const MOST_LEFT = 5_000

/** Grinds rows into parts for the store: who, what, when, under which id. */
export class Mill {
  readonly namesSeen = new NameTally()
  readonly #options: MillOptions
  readonly #judge: (row: SourceRow) => Verdict
  readonly #entries: Entries
  readonly #keys = new SeenKeys()
  readonly #packer: Packer
  /** Of events whose id came before. */
  readonly #againPacker: Packer
  readonly #againIds = new Set<string>()
  #rows = 0
  #used = 0
  #aside = new Map<string, number>()
  #left: LeftRow[] = []

  constructor(options: MillOptions) {
    this.#options = options
    this.#judge = createJudge(options.names)
    this.#entries = new Entries(options.collection, options.merged)
    this.#packer = new Packer(options.atOnce)
    this.#againPacker = new Packer(options.atOnce)
  }

  /** Rows since the last part. */
  get rows(): number {
    return this.#rows
  }

  /** The parts that are full after these items. @param bytes of all files, read so far. */
  *grind(items: readonly Item[], bytes: number): Generator<Part> {
    for (const item of items) {
      const repeated = this.#take(item)
      if (repeated && (this.#againPacker.isFull || this.#againIds.has(repeated.id))) yield* this.rest(bytes)
      if (repeated) {
        this.#againIds.add(repeated.id)
        this.#againPacker.add(repeated)
      }
      if (this.#packer.isFull || this.#left.length >= MOST_LEFT || this.#rows >= MOST_ROWS)
        yield this.#part(this.#packer, false, bytes)
    }
  }

  /** What is left at the end; events that repeat an id come after those that have it first. */
  *rest(bytes: number): Generator<Part> {
    yield this.#part(this.#packer, false, bytes)
    if (this.#againPacker.size > 0) yield this.#part(this.#againPacker, true, bytes)
    this.#againIds.clear()
  }

  /** An event whose id came before; else null. */
  #take(item: Item): NewEvent | null {
    if (item.type !== 'made') this.#rows++
    switch (item.type) {
      case 'used':
        this.#used++
        return null
      case 'aside':
        this.#setAside(item, item.reason)
        return null
      case 'reject': {
        const { file, line, column, reason, class: kind, text } = item.reject
        this.#leave({ outcome: 'rejected', file, line, column, reason, class: kind, text, made: false })
        return null
      }
      default:
        return this.#takeRow(item.row, item.type === 'made')
    }
  }

  #takeRow(row: SourceRow, made: boolean): NewEvent | null {
    const verdict = this.#judge(row)
    if (verdict.type === 'reject') {
      const { file, line } = row
      const { reason, class: kind } = verdict
      this.#leave({ outcome: 'rejected', file, line, column: null, reason, class: kind, text: this.#textOf(row), made })
      return null
    }
    if (verdict.type === 'aside') {
      if (!made) this.#setAside(row, verdict.reason, row)
      return null
    }
    return this.#takeAct(row, verdict, made)
  }

  #takeAct(row: SourceRow, { meaning, actor, target, reported }: Act, made: boolean): NewEvent | null {
    const [actorId, targetId] = [this.#entries.idOf(actor.actor), this.#entries.idOf(target.actor)]
    const [actorName, targetName] = [row.actor?.name ?? '', row.target?.name ?? '']
    this.namesSeen.add(actorName, actor)
    this.namesSeen.add(targetName, target)
    if (actorId === targetId) {
      if (!made) this.#setAside(row, 'Both names mean the same actor.', row)
      return null
    }
    this.#entries.add(actor.actor)
    this.#entries.add(target.actor)
    const key = rowKey(row)
    const times = this.#keys.see(key.high, key.low)
    const ordinal = key.isContent && times > 1 ? `-${times}` : ''
    const { occurred, publisher, mirror, locator, summary, file, line } = row
    const event: NewEvent = {
      id: toStoreId(this.#options.collection, `${key.text}${ordinal}`),
      actor: actorId,
      target: targetId,
      actorName,
      targetName,
      occurred,
      publisher,
      meaning,
      reported,
      mirror,
      locator,
      summary,
      file,
      line,
      made,
    }
    if (!key.isContent && times > 1) return event
    this.#packer.add(event)
    return null
  }

  #setAside({ file, line }: Pick<SourceRow, 'file' | 'line'>, reason: string, row?: SourceRow): void {
    this.#aside.set(reason, (this.#aside.get(reason) ?? 0) + 1)
    if (!this.#options.tellAside) return
    const text = row ? this.#textOf(row) : (this.#options.textOf(file, line) ?? '')
    this.#leave({ outcome: 'aside', file, line, column: null, reason, class: reason, text, made: false })
  }

  #textOf(row: SourceRow): string {
    return (this.#options.textOf(row.file, row.line) ?? asText(row)).slice(0, LONGEST_TEXT)
  }

  #leave(row: LeftRow): void {
    this.#left.push(row)
  }

  #part(packer: Packer, again: boolean, bytes: number): Part {
    const part: Part = {
      ...this.#entries.take(),
      events: packer.size > 0 ? packer.take() : null,
      again,
      rows: this.#rows,
      used: this.#used,
      aside: [...this.#aside],
      left: this.#left,
      bytes,
    }
    this.#rows = 0
    this.#used = 0
    this.#aside = new Map()
    this.#left = []
    return part
  }
}

/** A row in the words of its reader, where the file's own are not at hand. */
function asText({ key, actor, target, occurred, act, publisher, locator }: SourceRow): string {
  const said = act.code ?? (act.type === 'coded' ? act.name : null)
  const parts = [key, occurred, actor?.name, said, target?.name, publisher, locator]
  return parts.filter((part) => part !== null && part !== undefined).join('\t')
}
