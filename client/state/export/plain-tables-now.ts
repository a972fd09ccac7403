import { computed } from 'nanostores'
import { $answer, $asking, $network, $view } from '../app.ts'
import { $sorted, $tables } from '../list/list.ts'
import { latest } from '../loaded.ts'
import { $emphasis, $picture } from '../picture/panes.ts'
import { LIST_TABS } from '../view/view.ts'
import type { PlainTable } from './csv.ts'
import { $dataNow } from './data-now.ts'
import { toPlainAnswer, toPlainList } from './plain-tables.ts'

/** A table that can be taken out of the page, with its name on the screen. */
export interface Exportable {
  readonly title: string
  readonly table: PlainTable
  /** The day that it was read for. */
  readonly asKnownOn: string | null
}

const TITLES = { actors: 'Actors', ties: 'Ties', events: 'Events' } as const

/** The answer, where something is asked, then the tables of the list; the one that is shown comes first of these. */
export const $plainTables = computed(
  [$answer, $asking, $tables, $sorted, $picture, $emphasis, $network, $view, $dataNow],
  (answered, asking, tables, sorted, picture, emphasis, loaded, view, { asKnownOn }): readonly Exportable[] => {
    const answer = asking && asking !== 'missing' ? latest(answered) : null
    const answers = answer
      ? [answer.main, ...answer.apart].map((table, place) => ({
          title: [
            answered.state === 'ok' ? '' : 'Read before: ',
            place === 0 ? 'Answer: ' : '',
            table.title,
            place === 0 && answer.further ? ` (${answer.further.says.toLowerCase()})` : '',
          ].join(''),
          table: toPlainAnswer(table, place === 0 ? 'answer' : `answer-apart-${place}`),
          asKnownOn: answer.asKnownOn,
        }))
      : []
    const network = latest(loaded)?.network
    if (!tables || !sorted || !network) return answers
    const first = view.list ?? 'events'
    const lists = [first, ...LIST_TABS.filter((tab) => tab !== first)].map((tab) => ({
      title: TITLES[tab],
      table: toPlainList(tab, tables, sorted[tab], { picture, emphasis, network }),
      asKnownOn,
    }))
    return view.list === null ? [...answers, ...lists] : [...lists, ...answers]
  },
)
