import { computed } from 'nanostores'
import { $network, $view } from '../app.ts'
import { latest } from '../loaded.ts'
import type { Emphasis } from '../picture/emphasis.ts'
import { $emphasis, $picture } from '../picture/panes.ts'
import type { Picture } from '../picture/picture.ts'
import { shownLines } from '../picture/shown-lines.ts'
import type { Network } from '../types.ts'
import type { ListTab, View } from '../view/view.ts'
import { toActorTable } from './actors.ts'
import { toEventTable } from './events.ts'
import { hiddenWords, isHidden } from './hidden.ts'
import { sortedRows, type ListTable } from './table.ts'
import { toTieTable } from './ties.ts'

export type ListTables = Readonly<Record<ListTab, ListTable>>

/** What the picture shows, as tables: what is hidden there is hidden here, and what an answer speaks of is in both. */
export function toTables(
  picture: Picture,
  network: Network,
  view: Pick<View, 'hidden' | 'hiddenClaims'>,
  emphasis: Pick<Emphasis, 'lit' | 'hiddenEvents'>,
): ListTables {
  const note = hiddenWords(view)
  const { lit } = emphasis
  const kept = new Set(
    picture.lines.filter(({ id }) => lit?.lines.has(id)).flatMap(({ events }) => events.map(({ id }) => id)),
  )
  const isShown = (event: Network['events']['nodes'][number]) => kept.has(event.id) || !isHidden(event, view)
  const lines = shownLines(picture, emphasis)
  return {
    actors: toActorTable(picture, network, lines),
    ties: toTieTable(picture, lines, note),
    events: toEventTable(network, network.events.nodes.filter(isShown), note),
  }
}

/** The tables of what is shown, in the list's own order; null until the network is there. */
export const $tables = computed([$picture, $network, $view, $emphasis], (picture, loaded, view, emphasis) => {
  const shown = latest(loaded)
  return shown ? toTables(picture, shown.network, view, emphasis) : null
})

/** The rows of each tab in the order that the reader chose. */
export const $sorted = computed([$tables, $view], (tables, { sort }) => {
  if (!tables) return null
  return {
    actors: sortedRows(tables.actors, sort),
    ties: sortedRows(tables.ties, sort),
    events: sortedRows(tables.events, sort),
  }
})
