import type { Sizes } from '../sizes.ts'
import { each, lists, type Rule } from '../place.ts'

/** A case is read whole before a change of it is written, so that the rules of case files can be seen to hold. */
const write: Rule = (here, _, sizes) => ({ ...each(here), rows: here.count * sizes.rows })

/** Records that one change may touch: all that names one actor. */
function recordsOf(sizes: Sizes): number {
  const { rowsOfActor, tail, affiliationsOf, entries, pools } = sizes
  return rowsOfActor + tail + affiliationsOf.total + entries.most + pools.length
}

export const MUTATION_BOUNDS: Readonly<Record<string, Rule>> = {
  'Mutation.saveActor': write,
  'Mutation.mergeActors': write,
  'Mutation.saveAffiliation': write,
  'Mutation.removeAffiliation': write,
  'Mutation.saveSource': write,
  'Mutation.recordEvent': write,
  'Mutation.addEvidence': write,
  'Mutation.removeEvidence': write,
  'Mutation.setEventStatus': write,
  'Mutation.retractEvent': write,
  'Mutation.undo': write,
  'Mutation.reload': write,
  'ActorMerge.aliases': (here, _, sizes) => lists(here, sizes.names),
  'ActorMerge.collections': (here, _, sizes) => lists(here, sizes.pools.length),
  'ActorMerge.obstacles': (here, _, sizes) => lists(here, recordsOf(sizes)),
  'Undone.records': (here, _, sizes) => lists(here, recordsOf(sizes)),
}
