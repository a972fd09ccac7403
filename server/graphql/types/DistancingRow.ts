import type { Episode } from '../../domain/episodes.ts'
import { rowSentence } from '../../domain/sentences/row-sentence.ts'
import type { View } from '../../domain/view.ts'
import type { DistancingRowResolvers } from '../generated/schema.ts'
import { evidenceOfEvents } from '../known-evidence.ts'
import { pairId } from '../pair-id.ts'
import { actorModel } from '../to-model.ts'

/** Episodes of one list of context that are shown; `total` counts all. */
const MOST_CONTEXT = 20

export const DistancingRow: DistancingRowResolvers = {
  id: ({ view, row }) => pairId(view, row.who, row.fromWhom),
  who: ({ view, row }) => actorModel(view, row.who),
  fromWhom: ({ view, row }) => actorModel(view, row.fromWhom),
  acts: ({ view, row }) => row.acts.map((act) => ({ view, act })),
  continues: ({ view, row }) => contextList(view, row.continues),
  before: ({ view, row }) => contextList(view, row.before),
  meanwhile: ({ view, row }) => contextList(view, row.meanwhile),
  restored: ({ view, row }) => row.restored && { view, restoration: row.restored },
  strength: ({ row }) => row.strength,
  first: ({ row }) => row.first,
  lag: ({ row }) => row.lag,
  originCount: ({ row }) => row.origins.length,
  disputed: ({ row }) => row.disputed,
  answered: ({ row }) => row.answered,
  sentence: ({ view, row }) => rowSentence(view, row),
  evidence: async ({ view, row }, _, context) => {
    const found = await evidenceOfEvents(
      context,
      view,
      row.acts.flatMap((act) => act.rows),
    )
    return found.flatMap((each) => each.evidence)
  },
}

function contextList(view: View, episodes: readonly Episode[]) {
  return {
    items: episodes.slice(0, MOST_CONTEXT).map((episode) => ({ view, episode })),
    total: episodes.length,
    truncated: episodes.length > MOST_CONTEXT,
  }
}
