import type { EventRecord } from '../../domain/records.ts'
import type { ImportStore } from '../../store/import-store.ts'
import { unpack, type PackedEvents } from './packed.ts'
import type { LeftRow, Part } from './part.ts'
import { Tally } from './tally.ts'

export interface TakingOptions {
  readonly store: ImportStore
  /** Of the import. */
  readonly id: string
  readonly collection: string
  /** Events that hands took away. */
  readonly removed: ReadonlySet<string>
}

const HELD = 'The collection held the event already.'
const REPEATED = 'The row repeats another of these files, under the same id.'
const REMOVED = 'A person took the event away, and it stays out.'
const DIFFERING = 'same id, other words'

/** Hands parts to the store and counts what becomes of their rows. */
export class Taking {
  readonly tally = new Tally()
  /** Whether a row was rejected. */
  hasRejected = false
  readonly #options: TakingOptions

  constructor(options: TakingOptions) {
    this.#options = options
  }

  /**
   * @param mayStay whether good rows are wanted where others are rejected; else nothing more is written after the first of those.
   * @returns rows of the part that bring no event.
   */
  async take(part: Part, mayStay: boolean): Promise<readonly LeftRow[]> {
    this.tally.addRows(part)
    this.hasRejected ||= part.left.some(({ outcome }) => outcome === 'rejected')
    const { events } = part
    if (!events) return part.left
    if (this.hasRejected && !mayStay) {
      this.#count(events, part.again, new Set(), new Set())
      return part.left
    }
    const { collection, removed, id, store } = this.#options
    const records = unpack(events, collection)
    const kept = removed.size === 0 ? records.map((_, at) => at) : indexesOf(records, (each) => !removed.has(each.id))
    const batch = kept.length === records.length ? records : kept.map((at) => records[at] as EventRecord)
    const { actors, affiliations } = part
    const { held, differing } = await store.importBatch(id, { actors, affiliations, sources: [], events: batch })
    const places = (indexes: readonly number[]): ReadonlySet<number> => new Set(indexes.map((at) => kept[at] as number))
    const there = places(held)
    const others = places(differing)
    if (batch !== records) this.#countRemoved(records, events)
    this.#count(events, part.again, there, others, (at) => removed.has(events.ids[at] as string))
    if (others.size === 0) return part.left
    this.hasRejected = true
    return [...part.left, ...[...others].map((at) => toLeft(records[at] as EventRecord, events, at))]
  }

  #countRemoved(records: readonly EventRecord[], { made }: PackedEvents): void {
    const out = indexesOf(records, (each) => this.#options.removed.has(each.id))
    this.tally.add('aside', REMOVED, out.filter((at) => made[at] === 0).length)
  }

  #count(
    { ids, made }: PackedEvents,
    again: boolean,
    held: ReadonlySet<number>,
    differing: ReadonlySet<number>,
    isOut: (at: number) => boolean = () => false,
  ): void {
    const sums = { events: 0, made: 0, held: 0, differing: 0 }
    for (let at = 0; at < ids.length; at++) {
      if (isOut(at)) continue
      const isRow = made[at] === 0
      if (differing.has(at)) sums.differing += isRow ? 1 : 0
      else if (held.has(at) || again) sums.held += isRow ? 1 : 0
      else if (isRow) sums.events++
      else sums.made++
    }
    this.tally.addEvents(sums.events, sums.made)
    this.tally.add('held', again ? REPEATED : HELD, sums.held)
    this.tally.add('rejected', DIFFERING, sums.differing)
  }
}

function indexesOf(records: readonly EventRecord[], is: (record: EventRecord) => boolean): number[] {
  return records.flatMap((record, at) => (is(record) ? [at] : []))
}

function toLeft(
  { id, actor, target, occurred, coded }: EventRecord,
  { file, line, made }: PackedEvents,
  at: number,
): LeftRow {
  return {
    outcome: 'rejected',
    file: file[at] as number,
    line: line[at] as number,
    column: null,
    reason: `The collection holds ${id} with other words. Leave the row out, or undo the import that brought the other.`,
    class: DIFFERING,
    text: [id, occurred, coded?.actorName ?? actor, coded?.code ?? '', coded?.targetName ?? target].join('\t'),
    made: made[at] === 1,
  }
}
