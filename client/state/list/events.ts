import type { EventRow, Network } from '../types.ts'
import { whenWords } from '../tie/when.ts'
import { count, dayWords, doubtWords } from '../words/dates.ts'
import { KIND_WORDS, STAGE_WORDS, STATUS_WORDS, capitalised, subtypeWords } from '../words/words.ts'
import type { ListRow, ListTable } from './table.ts'

const COLUMNS = [
  { id: 'who', title: 'Who', share: 15 },
  { id: 'act', title: 'Act', share: 18 },
  { id: 'toward', title: 'Toward', share: 15 },
  { id: 'scope', title: 'Scope', share: 21 },
  { id: 'happened', title: 'Happened', share: 16 },
  { id: 'known', title: 'Known', share: 11, spare: true },
  { id: 'status', title: 'Status', share: 12 },
  { id: 'origins', title: 'Origins', share: 8, counts: true, spare: true },
] as const

/** Every event of the network that is not hidden, those that are denied too, which no picture shows. */
export function toEventTable({ events }: Network, shown: readonly EventRow[], note: string | null): ListTable {
  const more =
    events.nodes.length < events.total
      ? `The first ${events.nodes.length} of ${events.total.toLocaleString('en')}; a window of time brings others.`
      : null
  return {
    tab: 'events',
    title: count(shown.length, 'event'),
    note: [more, note].filter(Boolean).join(' ') || null,
    columns: COLUMNS,
    rows: shown.map(toRow),
  }
}

function toRow(event: EventRow): ListRow {
  const { id, actor, target, kind, subtype, stage, scope, occurred, reportedOn, status, originCount } = event
  const doubt = doubtWords(occurred)
  const badges = [event.disputed ? '≠ disputed' : '', event.answered ? '⇄ answered' : ''].filter(Boolean).join(', ')
  const notDone = stage === 'ACTUAL' ? '' : `, ${STAGE_WORDS[stage]} only`
  return {
    id,
    opens: { what: 'event', id },
    cells: [
      { text: actor.name, actor: actor.kind },
      { text: KIND_WORDS[kind], note: `${subtypeWords(subtype)}${notDone}`, kind, stage },
      { text: target.name, actor: target.kind },
      { text: scope ?? 'scope not stated' },
      { text: whenWords(event), ...(doubt && doubt !== 'day' ? { note: doubt } : {}) },
      { text: dayWords(reportedOn) },
      { text: capitalised(STATUS_WORDS[status]), ...(badges ? { note: badges } : {}) },
      { text: String(originCount) },
    ],
    by: [
      actor.name,
      KIND_WORDS[kind],
      target.name,
      scope ?? null,
      occurred.earliest ?? null,
      reportedOn,
      STATUS_WORDS[status],
      originCount,
    ],
  }
}
