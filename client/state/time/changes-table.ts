import { computed } from 'nanostores'
import { $view } from '../app.ts'
import { sortedRows, type ListRow, type ListTable } from '../list/table.ts'
import type { EventRow } from '../types.ts'
import { CHANGES, type Change } from '../view/view.ts'
import { whenWords } from '../tie/when.ts'
import { compareTexts } from '../words/compare.ts'
import { count, dayWords, delayWords } from '../words/dates.ts'
import { KIND_WORDS, STATUS_WORDS, capitalised, subtypeWords } from '../words/words.ts'
import { CHANGE_WORDS } from './change-words.ts'
import { eventsById, isAmong } from './changes.ts'
import { $comparison, type Comparison } from './compare.ts'

/** Every event that changed between two days, in the order of the changes, then of the days on which they became known. */
export function toChangesTable({ earlier, later, changes }: Comparison, filter: Change | null): ListTable {
  const before = eventsById(earlier.network)
  const changed = [...eventsById(later.network).values()].flatMap((event) => {
    const change = changes.get(event.id)
    return change && isAmong(change, filter) ? [{ event, change }] : []
  })
  const rows = changed
    .sort((a, b) => placeOf(a.change) - placeOf(b.change) || compareTexts(a.event.reportedOn, b.event.reportedOn))
    .map(({ event, change }) => toRow(event, change, before.get(event.id) ?? null))
  return {
    tab: 'events',
    title: count(rows.length, 'change'),
    note: filter === null ? null : `Only what ${filter === 'STATUS' ? 'changed its status' : CHANGE_WORDS[filter]}.`,
    columns: [
      { id: 'change', title: 'Change', share: 14 },
      { id: 'who', title: 'Who', share: 14 },
      { id: 'act', title: 'Act', share: 14 },
      { id: 'toward', title: 'Toward', share: 14 },
      { id: 'happened', title: 'Happened', share: 15 },
      { id: 'known', title: 'Became known', share: 13, spare: true },
      { id: 'then', title: `On ${dayWords(earlier.asKnownOn)}`, share: 12 },
      { id: 'now', title: `On ${dayWords(later.asKnownOn)}`, share: 12 },
    ],
    rows,
  }
}

function placeOf(change: Change): number {
  return CHANGES.indexOf(change)
}

function toRow(event: EventRow, change: Change, before: EventRow | null): ListRow {
  const { id, actor, target, kind, subtype, stage, occurred, reportedOn, status } = event
  const lag = delayWords(occurred, reportedOn)
  const was = before ? capitalised(STATUS_WORDS[before.status]) : 'Not yet reported'
  const words = change === 'UNREPORTED' ? 'Appeared' : capitalised(CHANGE_WORDS[change])
  return {
    id,
    opens: { what: 'event', id },
    cells: [
      change === 'UNREPORTED' ? { text: words, note: 'had happened' } : { text: words },
      { text: actor.name, actor: actor.kind },
      { text: KIND_WORDS[kind], note: subtypeWords(subtype), kind, stage },
      { text: target.name, actor: target.kind },
      { text: whenWords(event) },
      { text: dayWords(reportedOn), ...(lag ? { note: lag } : {}) },
      { text: was },
      { text: capitalised(STATUS_WORDS[status]) },
    ],
    by: [
      placeOf(change),
      actor.name,
      KIND_WORDS[kind],
      target.name,
      occurred.earliest ?? null,
      reportedOn,
      before ? STATUS_WORDS[before.status] : null,
      STATUS_WORDS[status],
    ],
  }
}

/** The list of changes as it is filtered and sorted; null where nothing is compared. */
export const $changesTable = computed([$comparison, $view], (comparison, { changes, sort }) => {
  if (!comparison) return null
  const table = toChangesTable(comparison, changes)
  return { table, rows: sortedRows(table, sort) }
})
