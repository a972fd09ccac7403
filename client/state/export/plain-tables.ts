import type { AnswerTable, Cell } from '../answers/answer.ts'
import { belongsTo } from '../list/actors.ts'
import type { ListTables } from '../list/list.ts'
import type { ListRow } from '../list/table.ts'
import { lastKnown, scopesOf } from '../list/ties.ts'
import { nameOf } from '../picture/items.ts'
import type { Emphasis } from '../picture/emphasis.ts'
import type { Picture } from '../picture/picture.ts'
import { shownLines } from '../picture/shown-lines.ts'
import type { EventRow, Network } from '../types.ts'
import type { ListTab } from '../view/view.ts'
import { whenWords } from '../tie/when.ts'
import { ACTOR_KIND_WORDS, KIND_WORDS, STAGE_WORDS, STATUS_WORDS, subtypeWords } from '../words/words.ts'
import type { PlainTable } from './csv.ts'

/** What the list is made of. */
interface ListOf {
  readonly picture: Picture
  readonly emphasis: Pick<Emphasis, 'hiddenEvents'>
  readonly network: Network
}

/** Rows of the list in the order of the screen, with more columns: days as they are counted, and ids. */
export function toPlainList(
  tab: ListTab,
  tables: ListTables,
  rows: readonly ListRow[],
  { picture, emphasis, network }: ListOf,
): PlainTable {
  switch (tab) {
    case 'actors':
      return { name: 'actors', ...actors(tables, rows, picture, network) }
    case 'ties':
      return { name: 'ties', ...ties(rows, picture, emphasis) }
    case 'events':
      return { name: 'events', ...events(rows, network) }
  }
}

/** An answer as it stands on the screen; what spans several lines there is in each of them. */
export function toPlainAnswer({ columns, rows }: AnswerTable, name: string): PlainTable {
  return {
    name,
    columns: [...columns, 'Event ids'],
    rows: rows.flatMap(({ lines }) => {
      let above: readonly string[] = []
      return lines.map((line) => {
        above = line.cells.map((cells, column) => (cells ? cells.map(cellText).join('; ') : (above[column] ?? '')))
        return [...above, line.events.join(' ')]
      })
    }),
  }
}

function cellText({ text, note }: Cell): string {
  return note ? `${text} (${note})` : text
}

function actors({ actors: table }: ListTables, rows: readonly ListRow[], picture: Picture, network: Network) {
  const counts = ['Acts', 'Toward it', 'Ties']
  const places = counts.map((title) => table.columns.findIndex((column) => column.title === title))
  const kinds = new Map(picture.actors.map(({ id, kind }) => [id, ACTOR_KIND_WORDS[kind]]))
  return {
    columns: ['Actor', 'Type', 'Belongs to', ...counts, 'Actor id'],
    rows: rows.map(({ id, cells }) => [
      nameOf(picture, id),
      kinds.get(id) ?? '',
      belongsTo(picture, network, id),
      ...places.map((place) => cells[place]?.text ?? ''),
      id,
    ]),
  }
}

function ties(rows: readonly ListRow[], picture: Picture, emphasis: ListOf['emphasis']) {
  const lines = new Map(shownLines(picture, emphasis).map((line) => [line.id, line]))
  return {
    columns: [
      'Who',
      'Act',
      'Toward',
      'Events',
      'Scopes',
      'Last known',
      'Not done',
      'Disputed',
      'Answered',
      'Event ids',
    ],
    rows: rows.flatMap(({ id }) => {
      const line = lines.get(id)
      if (!line) return []
      return [
        [
          nameOf(picture, line.actor),
          KIND_WORDS[line.kind],
          nameOf(picture, line.target),
          String(line.events.length),
          scopesOf(line.events).join('; '),
          lastKnown(line.events) ?? '',
          yes(line.notDone),
          yes(line.disputed),
          yes(line.answered),
          line.events.map((event) => event.id).join(' '),
        ],
      ]
    }),
  }
}

const EVENT_COLUMNS: readonly (readonly [string, (event: EventRow) => string])[] = [
  ['Who', ({ actor }) => actor.name],
  ['Act', ({ kind }) => KIND_WORDS[kind]],
  ['Form', ({ subtype }) => subtypeWords(subtype)],
  ['Toward', ({ target }) => target.name],
  ['Scope', ({ scope }) => scope ?? ''],
  ['Happened', whenWords],
  ['Earliest day', ({ occurred }) => occurred.earliest ?? ''],
  ['Latest day', ({ occurred }) => occurred.latest ?? ''],
  ['Extent', ({ occurred }) => (occurred.extent === 'THROUGHOUT' ? 'all along' : 'some day within')],
  ['Known', ({ reportedOn }) => reportedOn],
  ['Stage', ({ stage }) => STAGE_WORDS[stage]],
  ['Status', ({ status }) => STATUS_WORDS[status]],
  ['Disputed', ({ disputed }) => yes(disputed)],
  ['Answered', ({ answered }) => yes(answered)],
  ['Origins', ({ originCount }) => String(originCount)],
  ['Sentence', ({ sentence }) => sentence],
  ['Event id', ({ id }) => id],
  ['Who id', ({ actor }) => actor.id],
  ['Toward id', ({ target }) => target.id],
]

function events(rows: readonly ListRow[], network: Network) {
  const known = new Map(network.events.nodes.map((event) => [event.id, event]))
  return {
    columns: EVENT_COLUMNS.map(([title]) => title),
    rows: rows.flatMap(({ id }) => {
      const event = known.get(id)
      return event ? [EVENT_COLUMNS.map(([, text]) => text(event))] : []
    }),
  }
}

function yes(is: boolean): string {
  return is ? 'yes' : 'no'
}
