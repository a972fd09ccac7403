import { nameOf, opensOfLine } from '../picture/items.ts'
import type { Picture, PictureLine } from '../picture/picture.ts'
import type { EventRow, Stage } from '../types.ts'
import { whenWords } from '../tie/when.ts'
import { count, dayWords } from '../words/dates.ts'
import { KIND_WORDS } from '../words/words.ts'
import type { ListRow, ListTable } from './table.ts'

const COLUMNS = [
  { id: 'who', title: 'Who', share: 18 },
  { id: 'act', title: 'Act', share: 18 },
  { id: 'toward', title: 'Toward', share: 18 },
  { id: 'scope', title: 'Scope', share: 24 },
  { id: 'happened', title: 'Happened', share: 15, spare: true },
  { id: 'known', title: 'Last known', share: 11, spare: true },
  { id: 'events', title: 'Events', share: 8, counts: true },
] as const

/** A row for each line of the picture: all acts of one kind of an ordered pair. @param shown the lines that are not hidden */
export function toTieTable(picture: Picture, shown: readonly PictureLine[], note: string | null): ListTable {
  const ties = new Set(shown.map(({ tie }) => tie)).size
  const several = shown.length > ties ? `A row for each of the ${shown.length} lines of ${count(ties, 'tie')}.` : null
  return {
    tab: 'ties',
    title: count(ties, 'tie'),
    counted: ties,
    note: [several, note].filter(Boolean).join(' ') || null,
    columns: COLUMNS,
    rows: shown.map((line) => toRow(picture, line)),
  }
}

function toRow(picture: Picture, line: PictureLine): ListRow {
  const { id, actor, target, kind, events } = line
  const mark = (end: string) => {
    const known = picture.actors.find((each) => each.id === end)
    return known ? { actor: known.kind } : {}
  }
  const scopes = scopesOf(events)
  const known = lastKnown(events)
  const [only, ...more] = events
  const happened = only && more.length === 0 ? whenWords(only) : 'several dates'
  const stage: Stage = line.notDone ? 'INTENT' : 'ACTUAL'
  const note = claimWords(line)
  return {
    id,
    opens: opensOfLine(line),
    cells: [
      { text: nameOf(picture, actor), ...mark(actor) },
      { text: KIND_WORDS[kind], kind, stage, ...(note ? { note } : {}) },
      { text: nameOf(picture, target), ...mark(target) },
      { text: scopes.join(' · ') || 'scope not stated' },
      { text: happened },
      { text: known ? dayWords(known) : '' },
      { text: String(events.length) },
    ],
    by: [
      nameOf(picture, actor),
      KIND_WORDS[kind],
      nameOf(picture, target),
      scopes[0] ?? null,
      events.flatMap(({ occurred }) => occurred.earliest ?? []).sort()[0] ?? null,
      known,
      events.length,
    ],
  }
}

export function scopesOf(events: readonly EventRow[]): readonly string[] {
  return [...new Set(events.flatMap(({ scope }) => scope ?? []))]
}

/** The last day on which anything of it became known. */
export function lastKnown(events: readonly EventRow[]): string | null {
  return (
    events
      .map(({ reportedOn }) => reportedOn)
      .sort()
      .at(-1) ?? null
  )
}

function claimWords({ notDone, disputed, answered }: PictureLine): string {
  return [notDone ? 'not done' : '', disputed ? '≠ disputed' : '', answered ? '⇄ answered' : '']
    .filter(Boolean)
    .join(', ')
}
