import type { EventKind, EventRow } from '../types.ts'
import { KINDS } from '../view/view.ts'
import { compareTexts } from '../words/compare.ts'
import { occurredWords } from '../words/dates.ts'
import { KIND_WORDS, subtypeWords } from '../words/words.ts'

/** What is drawn at one place in the lane of when it happened: one event, or all that may have happened in the same days. */
export interface TimeAct {
  /** Of the first event. */
  readonly id: string
  /** In the order of their kinds. */
  readonly events: readonly EventRow[]
  /** `line`: it lasted. `band`: some one day of them. `day`: that day. */
  readonly shape: 'line' | 'band' | 'day'
  /** Null: the days do not say, or there is none. */
  readonly from: string | null
  readonly to: string | null
  /** Null: several acts. */
  readonly kind: EventKind | null
  readonly label: string
}

/** From this many on, acts with the same days are drawn as one. */
const FEWEST_TOGETHER = 3

/** @param alone an event that is never drawn together with others */
export function toActs(events: readonly EventRow[], alone: string | null = null): readonly TimeAct[] {
  const sameDays = Map.groupBy(events, (event) => (event.id === alone ? event.id : daysKey(event)))
  const acts = [...sameDays.values()].flatMap((same) =>
    same.length >= FEWEST_TOGETHER ? [together(same)] : same.map((event) => toAct([event], event.kind, label(event))),
  )
  return acts.sort(byDays)
}

/** What lasted is never drawn together: each has a line of its own. */
function daysKey({ id, occurred }: EventRow): string {
  return occurred.extent === 'THROUGHOUT' ? id : `${occurred.earliest ?? ''}..${occurred.latest ?? ''}`
}

function together(events: readonly EventRow[]): TimeAct {
  const sorted = [...events].sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind))
  const kinds = KINDS.flatMap((kind) => {
    const many = sorted.filter((event) => event.kind === kind).length
    return many > 0 ? [`${KIND_WORDS[kind].toLowerCase()} ${many}`] : []
  })
  return toAct(sorted, null, `${sorted.length} acts, ${daysWords(sorted[0])}: ${kinds.join(', ')}`)
}

function toAct(events: readonly EventRow[], kind: EventKind | null, words: string): TimeAct {
  const [first] = events
  const { earliest = null, latest = null, extent } = first?.occurred ?? { extent: 'ONE_DAY' }
  const shape = extent === 'THROUGHOUT' ? 'line' : earliest !== null && earliest === latest ? 'day' : 'band'
  return { id: first?.id ?? '', events, shape, from: earliest, to: latest, kind, label: words }
}

/** `United Kingdom → United States · maritime intelligence` */
function label({ actor, target, scope, subtype }: EventRow): string {
  return `${actor.name} → ${target.name} · ${scope ?? subtypeWords(subtype)}`
}

/** `some day Sep to 11 Nov 2025` */
function daysWords(event: EventRow | undefined): string {
  if (!event) return ''
  const { earliest, latest } = event.occurred
  return `${earliest && earliest === latest ? 'on' : 'some day'} ${occurredWords(event.occurred)}`
}

/** One by one by their days, those without a start first; then what is drawn together. */
function byDays(a: TimeAct, b: TimeAct): number {
  return (
    Number(a.kind === null) - Number(b.kind === null) ||
    compareTexts(a.from ?? '', b.from ?? '') ||
    compareTexts(a.to ?? '~', b.to ?? '~') ||
    compareTexts(a.id, b.id)
  )
}
