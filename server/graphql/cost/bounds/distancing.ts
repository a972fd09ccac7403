import { each, items, lists, shares, sizeOf, type Bound, type Place, type Rule } from '../place.ts'
import type { Sizes } from '../sizes.ts'

/** Episodes of one list of context. */
const MOST_CONTEXT = 20

const admitted = (here: Place) => here.answer?.admitted ?? 0

/** No event belongs to two acts of one answer. */
const actsOfRow: Rule = (here) => shares(here, { most: admitted(here), total: admitted(here) })

/** At TOP no cooperation stands beside two rows; at ACTOR it stands beside that with each above its target too. */
const context: Rule = (here) => ({
  ...each(here),
  items:
    here.answer?.level === 'TOP'
      ? shares(here, { most: Math.min(MOST_CONTEXT, here.pool.cooperation), total: here.pool.cooperation })
      : lists(here, Math.min(MOST_CONTEXT, here.pool.cooperation)),
})

/** An episode is of one pair of named actors. */
function eventsOf(here: Place, first: unknown, total: number, { rowsOfPair, tail }: Sizes): Bound {
  const most = Math.min(total, rowsOfPair + tail)
  return {
    ...each(here),
    items: shares(here, { most: Math.min(sizeOf(first, 50, 500), most), total }),
    rows: shares(here, { most, total }).count,
  }
}

/** Who distanced themselves from whom, and what that rests on. */
export const DISTANCING_BOUNDS: Readonly<Record<string, Rule>> = {
  'DistancingAnswer.rows': items,
  'DistancingAnswer.internal': (here) => lists(here, admitted(here)),
  'DistancingAnswer.switches': (here) => lists(here, 3),
  'DistancingAnswer.include': (here) => lists(here, 4),
  'DistancingAnswer.actors': (here, _, sizes) =>
    lists(here, Math.min(sizes.actors, 2 * (admitted(here) + here.pool.cooperation + (here.items?.count ?? 0)))),
  'DistancingAnswer.ties': (here, _, sizes) => ({
    ...lists(here, admitted(here) + here.pool.cooperation),
    rows: 2 * here.count * sizes.rows,
  }),
  'DistancingAnswer.citations': (here) => ({
    ...lists(here, here.pool.evidence),
    records: here.count * (admitted(here) + here.pool.cooperation),
  }),
  'Citation.events': (here) => shares(here, { most: here.pool.events, total: here.pool.evidence }),
  'DistancingRow.acts': actsOfRow,
  'DistancingRow.continues': context,
  'DistancingRow.before': context,
  'DistancingRow.meanwhile': context,
  'DistancingRow.evidence': (here) => ({
    ...shares(here, { most: here.pool.evidence, total: here.pool.evidence }),
    records: shares(here, { most: admitted(here), total: admitted(here) }).count,
  }),
  'EpisodeList.items': items,
  'Episode.events': (here, { first }, sizes) => eventsOf(here, first, here.pool.cooperation, sizes),
  'Act.events': (here, { first }, sizes) => eventsOf(here, first, admitted(here), sizes),
  'Restoration.by': each,
}
