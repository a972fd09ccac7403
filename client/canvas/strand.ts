import type { Emphasis } from '../state/picture/emphasis.ts'
import type { LineMark, Picture, PictureHairline, PictureLine } from '../state/picture/picture.ts'
import type { EventKind, EventRow } from '../state/types.ts'

/** What joins two actors on the canvas. */
export interface Strand {
  readonly id: string
  readonly source: string
  readonly target: string
  /** How those of one pair stand beside each other: fanned out, close as one band, or far enough apart for words on each. */
  readonly spread: Spread
}

export type Spread = 'FAN' | 'BAND' | 'APART'

/** What is drawn of a line: all of its events, or one of them. */
export interface LineStrand extends Strand {
  readonly line: string
  /** The event, where each has a strand of its own. */
  readonly event: string | null
  readonly kind: EventKind
  readonly events: readonly EventRow[]
  readonly notDone: boolean
  readonly singleOrigin: boolean
  readonly mark: LineMark | null
  /** What its chip says; empty: it has none. */
  readonly chip: string
}

/** More kinds than this of one pair are told by number, while the pair is at rest. */
const MOST_KINDS = 3

/** Strands of every line, those that are switched off among them: what is hidden keeps its place. */
export function toStrands(picture: Picture, emphasis: Emphasis): readonly LineStrand[] {
  const { opened } = emphasis
  return [...Map.groupBy(picture.lines, ({ actor, target }) => JSON.stringify([actor, target])).values()].flatMap(
    (lines) => {
      const [first] = lines
      const draw = first && opened?.actor === first.actor && opened.target === first.target ? opened.draw : null
      if (draw === 'EVENTS') return lines.flatMap((line) => line.events.map((event) => eventStrand(line, event)))
      if (draw === 'BAND') return bandOf(lines, emphasis)
      return draw === null && !lines.some(({ id }) => emphasis.lit?.lines.has(id))
        ? strongest(lines, emphasis)
        : lines.map((line) => lineStrand(line, emphasis))
    },
  )
}

export function hairlineStrands(hairlines: readonly PictureHairline[]): readonly Strand[] {
  return hairlines.map(({ id, actor, to }) => ({ id, source: actor, target: to, spread: 'FAN' }))
}

function lineStrand(line: PictureLine, { hiddenEvents }: Emphasis): LineStrand {
  const left = line.events.filter(({ id }) => !hiddenEvents.has(id))
  const events = left.length > 0 ? left : line.events
  const { id, actor, target, kind, mark } = line
  return {
    id,
    line: id,
    event: null,
    source: actor,
    target,
    spread: 'FAN',
    kind,
    events,
    notDone: events.every(({ stage }) => stage !== 'ACTUAL'),
    singleOrigin: events.every(({ originCount }) => originCount <= 1),
    mark,
    chip: chipText(events),
  }
}

function eventStrand({ id, actor, target, kind, mark }: PictureLine, event: EventRow): LineStrand {
  return {
    id: `${id} ${event.id}`,
    line: id,
    event: event.id,
    source: actor,
    target,
    spread: 'APART',
    kind,
    events: [event],
    notDone: event.stage !== 'ACTUAL',
    singleOrigin: event.originCount <= 1,
    mark,
    chip: chipText([event]),
  }
}

/** One chip for all of them, on the strand in the middle. */
function bandOf(lines: readonly PictureLine[], emphasis: Emphasis): readonly LineStrand[] {
  const strands = lines.map((line) => lineStrand(line, emphasis))
  const events = strands.reduce((sum, strand) => sum + strand.events.length, 0)
  const middle = Math.floor((strands.length - 1) / 2)
  return strands.map((strand, place) => ({ ...strand, spread: 'BAND', chip: place === middle ? String(events) : '' }))
}

function strongest(lines: readonly PictureLine[], emphasis: Emphasis): readonly LineStrand[] {
  const shown = lines.filter(({ id }) => !emphasis.hiddenLines.has(id))
  if (shown.length <= MOST_KINDS + 1) return lines.map((line) => lineStrand(line, emphasis))
  const kept = [...shown].sort((a, b) => b.events.length - a.events.length).slice(0, MOST_KINDS)
  const last = kept.at(-1)
  return lines
    .filter((line) => kept.includes(line))
    .map((line) => lineStrand(line, emphasis))
    .map((strand) =>
      strand.line === last?.id
        ? { ...strand, chip: [strand.chip, `+${shown.length - MOST_KINDS}`].filter(Boolean).join(' ') }
        : strand,
    )
}

/** What is true of events beside their kind: denied act ≠, denied content ⇄, how many they are. */
function chipText(events: readonly EventRow[]): string {
  return [
    events.some(({ disputed }) => disputed) ? '≠' : '',
    events.some(({ answered }) => answered) ? '⇄' : '',
    events.length > 1 ? `×${events.length}` : '',
  ]
    .filter(Boolean)
    .join(' ')
}
