import { computed } from 'nanostores'
import { $answer, $asking, $network, $picture, $view } from '../app.ts'
import { $sorted, $tables } from '../list/list.ts'
import { latest } from '../loaded.ts'
import { LIST_TABS } from '../view/view.ts'
import type { PlainTable } from './csv.ts'
import { toPlainAnswer, toPlainList } from './plain-tables.ts'

/** A table that can be taken out of the page, with its name on the screen. */
export interface Exportable {
  readonly title: string
  readonly table: PlainTable
}

const TITLES = { actors: 'Actors', ties: 'Ties', events: 'Events' } as const

/** The answer, where something is asked, then the tables of the list; the one that is shown comes first of these. */
export const $plainTables = computed(
  [$answer, $asking, $tables, $sorted, $picture, $network, $view],
  (answered, asking, tables, sorted, picture, loaded, view): readonly Exportable[] => {
    const answer = asking && asking !== 'missing' ? latest(answered) : null
    const answers = answer
      ? [answer.main, ...answer.apart].map((table, place) => ({
          title: place === 0 ? `Answer: ${table.title}` : table.title,
          table: toPlainAnswer(table, place === 0 ? 'answer' : `answer-apart-${place}`),
        }))
      : []
    const network = latest(loaded)?.network
    if (!tables || !sorted || !network) return answers
    const first = view.list ?? 'events'
    const lists = [first, ...LIST_TABS.filter((tab) => tab !== first)].map((tab) => ({
      title: TITLES[tab],
      table: toPlainList(tab, tables, sorted[tab], { picture, network }),
    }))
    return view.list === null ? [...answers, ...lists] : [...lists, ...answers]
  },
)
