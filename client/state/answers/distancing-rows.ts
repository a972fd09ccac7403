import type { ActorName, EvidenceCard } from '../types.ts'
import { count } from '../words/dates.ts'
import { RULE_WORDS } from '../words/words.ts'
import { openEvent, type AnswerLine, type AnswerRow, type AnswerTable, type Cell } from './answer.ts'
import { actCell, firstDateCell, originsCell, scopeCell, statusCell } from './cells.ts'
import { contextCells } from './context-cells.ts'
import type { Distancing } from './distancing.ts'

export type DistancingRow = Distancing['rows'][number]
export type Act = DistancingRow['acts'][number]

export const COLUMNS = [
  'Who',
  'Act',
  'Scope: what exactly',
  'First date',
  'Status',
  'Origins',
  'Meanwhile',
  'Counted because',
]
/** Pixels of a table 1,176 wide. */
export const WIDTHS = [157, 131, 225, 135, 96, 126, 170, 136]

/** A row with a line for each of its acts; who it is of, and what is known of cooperation, stands in the first. */
export function toRow(row: DistancingRow): AnswerRow {
  return {
    id: row.id,
    lines: row.acts.flatMap((act, place) => {
      const first = place === 0
      return toLine(act, first ? [{ text: row.who.name, actor: row.who }] : null, first ? contextCells(row) : null, row)
    }),
  }
}

/** Acts inside one top actor, told apart. @param top whose they are */
export function internalTable(acts: readonly Act[], top: ActorName | null): AnswerTable {
  return {
    title: `Inside ${top?.nameInSentence ?? 'one top actor'}, no rows: ${acts.length}`,
    columns: COLUMNS.filter((_, column) => column !== MEANWHILE),
    widths: WIDTHS.filter((_, column) => column !== MEANWHILE),
    rows: acts.map((act) => ({
      id: act.id,
      lines: toLine(
        act,
        [{ text: act.actor.name, note: `toward ${act.target.nameInSentence}`, actor: act.actor }],
        null,
        null,
      ).map((line) => ({ ...line, cells: line.cells.filter((_, column) => column !== MEANWHILE) })),
    })),
  }
}

const MEANWHILE = COLUMNS.indexOf('Meanwhile')

function toLine(
  act: Act,
  who: readonly Cell[] | null,
  meanwhile: readonly Cell[] | null,
  row: DistancingRow | null,
): readonly AnswerLine[] {
  const [event] = act.events.nodes
  if (!event) return []
  const ends = [
    !row || act.actor.id === row.who.id ? '' : `by ${act.actor.nameInSentence}`,
    !row || act.target.id === row.fromWhom.id ? '' : `toward ${act.target.nameInSentence}`,
    act.eventCount > 1 ? count(act.eventCount, 'event') : '',
  ].filter(Boolean)
  const { what, rule } = RULE_WORDS[act.admittedBy]
  return [
    {
      id: act.id,
      cells: [
        who,
        actCell(act),
        scopeCell(act.scope).map((cell) => (ends.length > 0 ? { ...cell, note: ends.join(', ') } : cell)),
        firstDateCell(event),
        statusCell(act),
        originsCell(act.originCount, evidenceOf(act), openEvent(event)),
        meanwhile,
        [{ text: what, note: rule, heard: what }],
      ],
      opens: row ? { what: 'tie', actor: row.who.id, target: row.fromWhom.id } : openEvent(event),
      events: act.events.nodes.map(({ id }) => id),
    },
  ]
}

/** Null where it could not be read. */
export function evidenceOf({ events }: Pick<Act, 'events'>): readonly EvidenceCard[] | null {
  const found = events.nodes.flatMap(({ evidence }) => (evidence ? [evidence] : []))
  return found.length < events.nodes.length ? null : found.flat()
}
