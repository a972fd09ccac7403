import { nameOf } from '../picture/items.ts'
import type { Picture, PictureLine } from '../picture/picture.ts'
import type { Network } from '../types.ts'
import { count } from '../words/dates.ts'
import { ACTOR_KIND_WORDS, AFFILIATION_WORDS } from '../words/words.ts'
import type { ListRow, ListTable } from './table.ts'

const COLUMNS = [
  { id: 'actor', title: 'Actor', share: 26 },
  { id: 'type', title: 'Type', share: 18 },
  { id: 'belongs', title: 'Belongs to', share: 28, spare: true },
  { id: 'acts', title: 'Acts', share: 9, counts: true },
  { id: 'toward', title: 'Toward it', share: 10, counts: true },
  { id: 'ties', title: 'Ties', share: 9, counts: true },
] as const

/** Every actor of the picture, a box among them, by name. @param shown the lines that are not hidden */
export function toActorTable(picture: Picture, network: Network, shown: readonly PictureLine[]): ListTable {
  const rows = picture.actors.map(({ id, name, kind }): ListRow => {
    const own = shown.filter(({ actor }) => actor === id)
    const toward = shown.filter(({ target }) => target === id)
    const [acts, received] = [own, toward].map((lines) => lines.reduce((sum, { events }) => sum + events.length, 0))
    const ties = new Set([...own, ...toward].map(({ tie }) => tie)).size
    const belongs = belongsTo(picture, network, id)
    return {
      id,
      opens: { what: 'actor', id },
      cells: [
        { text: name, actor: kind },
        { text: ACTOR_KIND_WORDS[kind] },
        { text: belongs },
        { text: String(acts) },
        { text: String(received) },
        { text: String(ties) },
      ],
      by: [name, ACTOR_KIND_WORDS[kind], belongs || null, acts ?? 0, received ?? 0, ties],
    }
  })
  return { tab: 'actors', title: count(rows.length, 'actor'), counted: rows.length, note: null, columns: COLUMNS, rows }
}

/** `leads SOUTHCOM, part of Department of Defense` as far as the picture shows it; else the box that it stands in. */
export function belongsTo(picture: Picture, network: Network, id: string): string {
  const affiliations = network.actors.nodes.find((actor) => actor.id === id)?.affiliations ?? []
  const drawn = new Set(picture.hairlines.map((line) => line.id))
  const inside = picture.actors.find((actor) => actor.id === id)?.inside ?? null
  const words = affiliations
    .filter((affiliation) => drawn.has(affiliation.id) || affiliation.to.id === inside)
    .map(({ type, to }) => `${AFFILIATION_WORDS[type]} ${nameOf(picture, to.id)}`)
  if (words.length > 0) return words.join(', ')
  return inside === null ? '' : `part of ${nameOf(picture, inside)}`
}
