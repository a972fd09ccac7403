import { tieOf } from '../tie/tie.ts'
import type { EventRow, Network } from '../types.ts'
import type { Selection } from '../view/view.ts'
import { eventsInside } from './inside.ts'
import type { Pane } from './panes.ts'
import { drawnAs, type Picture } from './picture.ts'

/** Ids of the events of the tie or actor that is selected, as the panes draw it. Null: nothing is selected that has several, or none draws it. */
export function eventsOf(
  selection: Selection | null,
  panes: readonly Pane[],
  network: Network | undefined,
): ReadonlySet<string> | null {
  if (selection?.what === 'tie') {
    const tie = tieOf(panes, network, selection)
    return tie && new Set(tie.events.map(({ id }) => id))
  }
  if (selection?.what !== 'actor') return null
  const pane = panes.find(({ id }) => id === 'main')
  return pane ? new Set(eventsWith(pane.picture, network, selection.id).map(({ id }) => id)) : null
}

/** A closed box has what its parts do, among themselves too; a part that it stands for has its own share of that. */
function eventsWith(picture: Picture, network: Network | undefined, actor: string): readonly EventRow[] {
  const drawn = drawnAs(picture, actor)
  const closed = (picture.actors.find(({ id }) => id === drawn)?.parts.length ?? 0) > 0
  const events = [
    ...picture.lines.filter((line) => line.actor === drawn || line.target === drawn).flatMap((line) => line.events),
    ...(closed && network ? eventsInside(network, drawn) : []),
  ]
  return drawn === actor ? events : events.filter((event) => event.actor.id === actor || event.target.id === actor)
}
