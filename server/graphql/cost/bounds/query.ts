import { each, items, lists, sizeOf, type Place, type Rule } from '../place.ts'
import { isGiven, levelOf, listOf, narrowingOf, poolUnder, selection } from '../narrowed.ts'
import { admittedBy } from '../sizes.ts'
import { DISTANCING_RULES, type DistancingRule } from '../../../domain/words.ts'

/** Names that the store may hand over for one search. */
const MOST_CANDIDATES = 20_000
/** What comparing one name takes, in rows that are passed over. */
const ROWS_A_NAME = 40
/** Steps after which a search for paths ends. */
const MOST_STEPS = 1_000_000
/** Merges are made by hand, one at a time, and the columns do not know them. */
const MOST_MERGES = 10_000
/** What finding one act, its episode and its place among the others takes, in rows that are passed over. */
const ROWS_AN_ACT = 100
/** A query of one's own has limits of its own. */
const CYPHER_ROWS = 1_000
const CYPHER_COLUMNS = 10_000

const pageOf = (here: Place, most: number) => ({ ...each(here), items: lists(here, most) })

const events: Rule = (here, { filter, first }, sizes) => {
  const pool = poolUnder(here, narrowingOf(filter).collections, sizes)
  return { ...pageOf(here, Math.min(sizeOf(first, 50, 500), pool.events)), pool, ...selection(here, filter, sizes) }
}

const ties: Rule = (here, { filter, level, first }, sizes) => {
  const pool = poolUnder(here, narrowingOf(filter).collections, sizes)
  const page = pageOf(here, Math.min(sizeOf(first, 500, 5000), pool.events))
  const at = levelOf(level, 'ACTOR')
  return { ...page, pool, level: at, ...selection(here, filter, sizes, at) }
}

const counted: Rule = (here, { filter }, sizes) => {
  const pool = poolUnder(here, narrowingOf(filter).collections, sizes)
  const { rows, records } = selection(here, filter, sizes)
  return { ...each(here), pool, rows: rows + here.count * sizes.rows, records }
}

const neighbourhood: Rule = (here, { filter, level: given, first, depth }, sizes) => {
  const pool = poolUnder(here, narrowingOf(filter).collections, sizes)
  const level = levelOf(given, 'ACTOR')
  const { rows, records } = selection(here, filter, sizes, level)
  // Each step passes over every tie.
  const steps = here.count * Math.min(sizes.rows, pool.events) * sizeOf(depth, 1, 4)
  const page = pageOf(here, Math.min(sizeOf(first, 200, 1000), sizes.actors))
  return { ...page, pool, level, rows: rows + steps, records }
}

const paths: Rule = (here, { filter, first }, sizes) => {
  const pool = poolUnder(here, narrowingOf(filter).collections, sizes)
  const { rows, records } = selection(here, filter, sizes)
  return { ...pageOf(here, sizeOf(first, 5, 50)), pool, level: 'ACTOR', rows: rows + here.count * MOST_STEPS, records }
}

const distancing: Rule = (here, { toward, collections, include, first, level }, sizes) => {
  const pool = poolUnder(here, listOf(collections), sizes)
  const rules = (include ?? []) as readonly DistancingRule[]
  const admitted = admittedBy(pool, rules)
  // Those of every rule are found, so that the answer can tell what the others would add.
  const all = admittedBy(pool, DISTANCING_RULES)
  const found = isGiven(toward) && sizes.pairs ? Math.min(all, sizes.pairs.toward + sizes.pairs.tail) : all
  return {
    ...pageOf(here, Math.min(sizeOf(first, 100, 500), admitted)),
    pool,
    level: levelOf(level, 'TOP'),
    answer: { rules, admitted, cooperation: pool.cooperation },
    // The acts, what ended them, and the cooperation beside them.
    rows: here.count * (2 * sizes.rows + sizes.rowsForEndings + sizes.restores.total + ROWS_AN_ACT * found),
  }
}

export const QUERY_BOUNDS: Readonly<Record<string, Rule>> = {
  'Query.search': (here, { first }, sizes) => ({
    ...lists(here, Math.min(sizeOf(first, 10, 100), sizes.actors)),
    rows: here.count * Math.min(MOST_CANDIDATES, sizes.names) * ROWS_A_NAME,
  }),
  'ActorMatch.actor': (here) => ({ count: here.count, groups: here.groups }),
  'Query.actors': (here, { filter, first }, sizes) => ({
    ...pageOf(here, Math.min(sizeOf(first, 50, 500), sizes.actors)),
    rows: here.count * sizes.names * (narrowingOf(filter).hasText ? ROWS_A_NAME : 1),
  }),
  'Query.sources': (here, { first }, sizes) => ({
    ...pageOf(here, Math.min(sizeOf(first, 50, 500), sizes.sources)),
    rows: here.count * sizes.sources,
  }),
  'Query.event': (here) => ({ ...each(here), rows: here.count }),
  'Query.events': events,
  'Query.ties': ties,
  'Query.stats': counted,
  'Stats.byKind': (here) => lists(here, 7),
  'Stats.byActorKind': (here) => lists(here, 10),
  'Query.timeline': counted,
  'Timeline.buckets': (here, _, sizes) => lists(here, Math.min(sizes.days, here.pool.events)),
  'TimelineBucket.counts': (here) => lists(here, 7),
  'Query.neighbourhood': neighbourhood,
  'Neighbourhood.members': items,
  'Neighbour.actor': (here) => ({ count: here.count, groups: here.groups }),
  'Neighbourhood.ties': (here, _, sizes) => ({
    ...lists(here, Math.min(here.pool.events, ((here.items?.count ?? 0) / here.count + 1) ** 2)),
    rows: here.count * sizes.rows,
  }),
  'Neighbourhood.affiliations': (here, _, sizes) => lists(here, sizes.affiliationsOf.total),
  'Query.paths': paths,
  'PathList.items': (here) => ({ count: items(here).count }),
  'Path.steps': (here) => lists(here, 6),
  'PathStep.ties': (here, _, sizes) => ({
    count: 2 * here.count,
    groups: here.groups,
    rows: 2 * here.count * (sizes.rowsOfPair + sizes.tail),
  }),
  'PathStep.affiliations': (here, _, sizes) => ({
    count: here.count * sizes.affiliationsBetween.most,
    groups: here.groups,
  }),
  'Query.distancing': distancing,
  'Query.collections': (here, _, sizes) => lists(here, sizes.pools.length),
  'Query.questions': (here, _, sizes) => lists(here, sizes.questions.total),
  'Query.auditLog': (here, { first }) => {
    const most = sizeOf(first, 50, 500)
    return { ...pageOf(here, most), records: here.count * (most + 1) }
  },
  'Query.merges': (here) => ({ ...lists(here, MOST_MERGES), records: here.count * MOST_MERGES }),
  'Query.cypher': (here) => ({ ...each(here), records: here.count * CYPHER_ROWS }),
  'CypherResult.columns': (here) => lists(here, CYPHER_COLUMNS),
  'CypherResult.rows': (here) => lists(here, CYPHER_ROWS),
}
