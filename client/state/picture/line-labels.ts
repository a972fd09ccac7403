import type { EventKind, EventRow } from '../types.ts'
import { whenWords } from '../tie/when.ts'
import { KIND_WORDS, subtypeWords } from '../words/words.ts'
import type { Lit, OpenedPair } from './emphasis.ts'
import type { Picture, PictureLine } from './picture.ts'

/** More labels than this would stand in each other's way. */
const MOST = 4

/** Of what is told, what is labelled first. */
const ORDER: readonly EventKind[] = [
  'SUSPENSION',
  'COOPERATION',
  'VIOLENCE',
  'COERCION',
  'PRESSURE',
  'CONDEMNATION',
  'NEUTRAL',
]

/** What decides which lines carry words. */
export interface Told {
  readonly lit: Lit | null
  /** Events of the answer; null where none is told. */
  readonly told: ReadonlySet<string> | null
  readonly headline: string | null
  readonly opened: OpenedPair | null
}

/**
 * Words beside the lines of the answer, else of the headline: scope, then date. The pair that is opened carries those of each event;
 * ghosts say that they are ghosts.
 */
export function lineLabels(picture: Picture, told: Told): ReadonlyMap<string, readonly string[]> {
  const { lit, headline, opened } = told
  const labels = new Map<string, readonly string[]>()
  const isOpened = (line: PictureLine) => opened?.actor === line.actor && opened.target === line.target
  const each = opened?.draw === 'EVENTS' ? picture.lines.filter(isOpened) : []
  for (const line of each) for (const event of line.events) labels.set(event.id, openedRows(event))
  const labelled = picture.lines
    .filter((line) => !each.includes(line) && line.mark !== 'GHOST')
    .filter((line) => (lit ? lit.lines.has(line.id) : line.events.some(({ id }) => id === headline)))
    .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
    .slice(0, MOST)
  for (const line of labelled) labels.set(line.id, rows(line, told.told))
  for (const line of picture.lines) {
    if (line.mark === 'GHOST' && !labels.has(line.id)) labels.set(line.id, [what(line, null), 'not yet reported'])
  }
  return labels
}

function openedRows(event: EventRow): readonly string[] {
  const deed = `${KIND_WORDS[event.kind].toLowerCase()} · ${subtypeWords(event.subtype)}`
  return [deed, event.scope ?? '', whenWords(event)].filter(Boolean)
}

function rows(line: PictureLine, told: ReadonlySet<string> | null): readonly string[] {
  const [only, ...more] = toldOf(line, told)
  return [what(line, told), only && more.length === 0 ? whenWords(only) : ''].filter(Boolean)
}

function what(line: PictureLine, told: ReadonlySet<string> | null): string {
  const [only, ...more] = toldOf(line, told)
  return only && more.length === 0 ? (only.scope ?? subtypeWords(only.subtype)) : `${more.length + 1} events`
}

function toldOf({ events }: PictureLine, told: ReadonlySet<string> | null): readonly EventRow[] {
  const spoken = told ? events.filter(({ id }) => told.has(id)) : []
  return spoken.length > 0 ? spoken : events
}
