import type { Level } from '../../../domain/words.ts'
import { levelOf, narrowingOf, poolUnder, selectionOfEnds } from '../narrowed.ts'
import { each, items, oneToOne, shares, sizeOf, type Place, type Rule } from '../place.ts'
import { sumOf } from '../pairs.ts'
import { widest } from '../pool.ts'
import type { Sizes } from '../sizes.ts'

/**
 * At ACTOR an event or a tie stands under two of many actors, its ends; at TOP under any number of those that roll up to them.
 */
function underActors(here: Place, most: number, events: number, level: Level) {
  if (level === 'TOP') return { count: here.count * most, groups: here.count }
  return {
    count: Math.min(here.count * most, here.groups * 2 * events),
    groups: Math.min(here.count, here.groups * 2),
  }
}

const tiesOfActor: Rule = (here, { filter, level: given, first }, sizes) => {
  const level = levelOf(given, 'ACTOR')
  const pool = poolUnder(here, narrowingOf(filter).collections, sizes)
  return {
    ...each(here),
    pool,
    level,
    items: underActors(here, Math.min(sizeOf(first, 100, 5000), pool.events), pool.events, level),
    ...selectionOfEnds(here, filter, level, sizes),
  }
}

const eventsOfActor: Rule = (here, { filter, first }, sizes) => {
  const pool = poolUnder(here, narrowingOf(filter).collections, sizes)
  return {
    ...each(here),
    pool,
    items: underActors(here, Math.min(sizeOf(first, 50, 500), pool.events), pool.events, 'ACTOR'),
    ...selectionOfEnds(here, filter, 'ACTOR', sizes),
  }
}

/**
 * Events of the ties of one list, at most so many of each: no event belongs to two of them. At TOP two ties may lie between the same
 * two families, so that what all between them have counts once and whole.
 */
function eventsOfTies({ pool, level }: Place, ties: number, each: number, { pairs }: Sizes): number {
  if (pairs === null) return pool.events
  const most = level === 'ACTOR' ? sumOf(pairs.named, ties, each) : sumOf(pairs.families, ties)
  return Math.min(pool.events, most + pairs.tail)
}

const itemsOfTies: Rule = (here, _, sizes) => {
  const { count, groups } = here.items ?? { count: 0, groups: 0 }
  const lists = Math.min(count, groups)
  // What a tie tells of its events is read from each of them, once.
  const rows = lists === 0 ? 0 : lists * eventsOfTies(here, Math.ceil(count / lists), Infinity, sizes)
  return { count, groups, rows }
}

const eventsOfTie: Rule = (here, { first }, sizes) => {
  const ties = Math.ceil(here.count / here.groups)
  const most = Math.min(sizeOf(first, 50, 500), here.pool.events)
  return {
    ...each(here),
    items: shares(here, { most, total: eventsOfTies(here, ties, most, sizes) }),
    rows: here.groups * eventsOfTies(here, ties, Infinity, sizes),
  }
}

const evidenceOfEvent: Rule = (here) => ({
  ...shares(here, { most: here.pool.mostEvidence, total: here.pool.evidence }),
  details: here.count,
})

/** What is told of a collection is read in it alone. */
function ownView(here: Place, sizes: Sizes) {
  return { views: Math.min(here.count, sizes.pools.length) * here.views, pool: widest(sizes.pools) }
}

const record: Rule = (here) => ({ ...each(here), records: here.count })
const detail: Rule = (here) => ({ ...each(here), details: here.count })

/** Actors, affiliations, events, sources, collections: what stands in the store. */
export const RECORD_BOUNDS: Readonly<Record<string, Rule>> = {
  'Actor.aliases': (here, _, sizes) => shares(here, sizes.aliases),
  'Actor.affiliations': (here, _, sizes) => ({
    ...shares(here, sizes.affiliationsOf),
    rows: here.views * sizes.affiliationsOf.total,
  }),
  'Actor.affiliates': (here, _, sizes) => ({
    ...shares(here, sizes.affiliationsTo),
    rows: here.views * sizes.affiliationsOf.total,
  }),
  'Actor.top': (here, _, sizes) => ({ ...each(here), rows: here.views * sizes.affiliationsOf.total }),
  'Actor.ties': tiesOfActor,
  'Actor.events': eventsOfActor,
  'Actor.entries': (here, _, sizes) => shares(here, sizes.entries),
  'Actor.version': (here, _, sizes) => ({ ...each(here), records: shares(here, sizes.entries).count }),
  'ActorEntry.aliases': (here, _, sizes) => shares(here, sizes.entryAliases),
  'ActorEntry.version': record,
  'ActorConnection.nodes': items,
  'ActorConnection.edges': items,
  'ActorEdge.node': oneToOne,
  'Affiliation.evidence': (here, _, sizes) => ({ ...shares(here, sizes.affiliationEvidence), records: here.count }),
  'Affiliation.version': record,
  'Event.history': (here, _, sizes) => ({ ...shares(here, sizes.history), details: here.count }),
  'Occurred.edtf': record,
  'Event.summary': detail,
  'Event.evidence': evidenceOfEvent,
  'Event.breaks': (here, _, sizes) => ({
    count: shares(here, sizes.breaks).count,
    rows: shares(here, sizes.breaks).count,
  }),
  'Event.restores': (here, _, sizes) => ({
    count: shares(here, sizes.restores).count,
    rows: shares(here, sizes.restores).count,
  }),
  'Event.version': record,
  'EventConnection.nodes': items,
  'EventConnection.edges': items,
  'EventEdge.node': oneToOne,
  'Source.version': record,
  'SourceConnection.nodes': items,
  'SourceConnection.edges': items,
  'SourceEdge.node': oneToOne,
  'Collection.headline': (here) => ({ ...each(here), rows: here.count }),
  'Collection.headlineEvent': (here, _, sizes) => ({ ...each(here), ...ownView(here, sizes), rows: here.count }),
  'Collection.positions': (here, _, sizes) => ({ ...shares(here, sizes.positions), ...ownView(here, sizes) }),
  // Counted once for each view.
  'Collection.eventCount': (here, _, sizes) => ({ ...each(here), rows: Math.min(here.count, here.views) * sizes.rows }),
  'Collection.actorCount': (here, _, sizes) => ({ ...each(here), rows: here.count * sizes.names }),
  'Collection.sourceCount': (here, _, sizes) => ({ ...each(here), rows: here.count * sizes.sources }),
  'Question.dates': (here, _, sizes) => shares(here, sizes.datesOfQuestion),
  'TieList.items': itemsOfTies,
  'Tie.counts': (here) => ({ count: 7 * here.count }),
  'Tie.events': eventsOfTie,
  'AuditConnection.nodes': items,
  'AuditConnection.edges': items,
  'AuditEdge.node': oneToOne,
}
