import type { EventRecord } from '../../domain/records.ts'
import { EVENT_KINDS, type EventKind } from '../../domain/words.ts'
import type { ImportCounts } from '../../store/import-store.ts'
import { collectionOf } from './collection-of.ts'
import type { NameReport } from './name-tally.ts'
import { unpack, type PackedEvents } from './packed.ts'
import type { Opened } from './parse-messages.ts'
import { Parsing } from './parsing.ts'
import type { LeftRow } from './part.ts'
import { ProgressTeller, type ImportProgress } from './progress.ts'
import type { ImportSettings } from './settings.ts'
import { Tally } from './tally.ts'
import { totalBytes } from './total-bytes.ts'

/** What an import would bring, before anything is written. */
export interface Preview {
  readonly opened: Opened
  readonly collection: { readonly id: string; readonly title: string }
  /** What must be answered first: the rest is then empty. */
  readonly asks: readonly string[]
  readonly notes: readonly string[]
  /** Whether only the beginning was looked at. */
  readonly isSample: boolean
  /** As if the collection held none of it. */
  readonly counts: ImportCounts
  readonly kinds: readonly { readonly kind: EventKind; readonly events: number }[]
  readonly names: NameReport
  /** The first rows, as they would become events. */
  readonly events: readonly EventRecord[]
  /** The first rows that would bring no event. */
  readonly left: readonly LeftRow[]
}

export interface PlanOptions {
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: ImportProgress) => void
  /** Rows that are looked at; left out: all. */
  readonly mostRows?: number
  readonly onLeft?: (rows: readonly LeftRow[], members: readonly string[]) => void | Promise<void>
}

/** Events, and rows that bring none, that a preview shows. */
const SHOWN = 20
const SHOWN_LEFT = 100
const AT_ONCE = 5_000

/**
 * Says what files are and what would become of their rows; writes nothing and asks no store.
 * @throws SpoiltFileError, ImportRefusedError, ImportCancelledError
 */
export async function planImport(
  paths: readonly string[],
  settings: ImportSettings,
  { signal, onProgress = () => {}, mostRows = Infinity, onLeft }: PlanOptions = {},
): Promise<Preview> {
  const order = { paths, mapping: settings.mapping, answers: settings.answers ?? {} }
  const parsing = await Parsing.open(order, signal)
  try {
    const { opened } = parsing
    const collection = collectionOf(opened, settings)
    if (opened.asks.length > 0) return { ...EMPTY, opened, collection, asks: opened.asks }
    const seen = new Seen(collection.id)
    const progress = new ProgressTeller(onProgress)
    const go = {
      collection: collection.id,
      merged: new Map<string, string>(),
      atOnce: AT_ONCE,
      tellAside: true,
      mostRows,
    }
    for await (const part of parsing.parts(go)) {
      seen.add(part.events, part.again, part.left)
      seen.tally.addRows(part)
      await onLeft?.(part.left, opened.members)
      progress.reading(seen.tally.rows, part.bytes, totalBytes(opened))
    }
    return { ...parsing.end, opened, collection, asks: [], ...seen.report() }
  } finally {
    await parsing.close()
  }
}

const NO_NAMES = { names: 0, uses: 0, examples: [] }

const EMPTY: Omit<Preview, 'opened' | 'collection' | 'asks'> = {
  notes: [],
  isSample: false,
  counts: new Tally().counts(),
  kinds: [],
  names: { known: NO_NAMES, new: NO_NAMES, asked: NO_NAMES },
  events: [],
  left: [],
}

/** What the parts come to. */
class Seen {
  readonly tally = new Tally()
  readonly #collection: string
  readonly #kinds = new Map<EventKind, number>()
  readonly #events: EventRecord[] = []
  readonly #left: LeftRow[] = []

  constructor(collection: string) {
    this.#collection = collection
  }

  add(events: PackedEvents | null, again: boolean, left: readonly LeftRow[]): void {
    this.#left.push(...left.slice(0, SHOWN_LEFT - this.#left.length))
    if (!events) return
    const made = events.made.reduce((sum, each) => sum + each, 0)
    const rows = events.made.length - made
    if (again) return this.tally.add('held', 'The row repeats an id of these files.', rows)
    this.tally.addEvents(rows, made)
    for (const at of events.meaning) {
      const kind = events.meanings[at]?.kind
      if (kind) this.#kinds.set(kind, (this.#kinds.get(kind) ?? 0) + 1)
    }
    if (this.#events.length >= SHOWN) return
    this.#events.push(...unpack(events, this.#collection).slice(0, SHOWN - this.#events.length))
  }

  report(): Pick<Preview, 'counts' | 'kinds' | 'events' | 'left'> {
    const kinds = EVENT_KINDS.flatMap((kind) => {
      const events = this.#kinds.get(kind) ?? 0
      return events > 0 ? [{ kind, events }] : []
    })
    return { counts: this.tally.counts(), kinds, events: this.#events, left: this.#left }
  }
}
