import { eventPage } from '../event-page.ts'
import type { TieResolvers } from '../generated/schema.ts'
import { pairId } from '../pair-id.ts'
import { actorModel } from '../to-model.ts'

export const Tie: TieResolvers = {
  id: ({ view, tie }) => pairId(view, tie.actor, tie.target),
  actor: ({ view, tie }) => actorModel(view, tie.actor),
  target: ({ view, tie }) => actorModel(view, tie.target),
  total: ({ tie }) => tie.total,
  counts: ({ tie }) => tie.counts,
  first: ({ tie }) => tie.first,
  last: ({ tie }) => tie.last,
  net: ({ tie }) => tie.net,
  disputed: ({ tie }) => tie.disputed,
  answered: ({ tie }) => tie.answered,
  notDone: ({ tie }) => tie.notDone,
  leastOrigins: ({ tie }) => tie.leastOrigins,
  events: ({ view, tie }, page) => eventPage(view, tie.rows, page),
}
