import type { EventRecord } from '../../server/domain/records.ts'
import { fold } from '../../server/domain/search.ts'
import type { GraphStore, Stored } from '../../server/store/graph-store.ts'
import { leastShared, toGrams } from '../../server/store/letter-pairs.ts'
import type { CypherParams } from '../../server/store/neo4j/cypher.ts'
import { prefixOf } from '../../server/store/neo4j/read-collection.ts'
import { toInsideExpression, toNearExpression, toWordsExpression } from '../../server/store/neo4j/search-terms.ts'

/** Actors, events and so on that one statement is asked for. */
const IDS = 20
const NAME = fold('united kingdom')
const WORDS = fold('intelligence')

/** What each listed read is asked about a case that is there, by name of the read: the same whatever else the store holds. */
export async function paramsOf(store: GraphStore, id: string): Promise<Readonly<Record<string, CypherParams>>> {
  const { contents } = (await store.readCollection(id)) as Stored
  const { actors, affiliations, sources, events } = contents
  const ids = (records: readonly { readonly id: string }[]) => ({ ids: records.slice(0, IDS).map((each) => each.id) })
  const keys = actors.slice(0, IDS).map(({ actor, collection }) => ({ actor, collection }))
  const owner = { id, prefix: prefixOf(id) }
  const event = (events[0] as EventRecord).id
  const recent = { first: 50, least: 0, most: 1_000_000, until: 1_000_000, n: 1_000_000 }
  const grams = toGrams(NAME)
  return {
    'actor-entries-by-key': { rows: keys },
    'actor-entries-of-collection': owner,
    'actor-ids': { ids: keys.map(({ actor }) => actor) },
    'actors-of-collections': { ids: [id] },
    'unnamed-actors': { ids: keys.map(({ actor }) => actor) },
    'affiliations-by-id': ids(affiliations),
    'affiliations-of-collection': owner,
    audit: recent,
    'audit-of-record': { ...recent, record: `event:${event}` },
    'changes-after': { version: Math.max(0, (await store.version()) - 1) },
    'collection-ids': { ids: [id] },
    'collections-by-id': { ids: [id] },
    'held-collection': { id },
    'owned-by-collection': owner,
    'event-columns-by-id': ids(events),
    'evidence-by-id': ids(events),
    'links-by-id': ids(events),
    'statuses-by-id': ids(events),
    'events-with-words': { expression: toWordsExpression(WORDS) },
    'event-nodes': ids(events),
    'event-keys': ids(events),
    'events-by-id': ids(events),
    'events-of-collection': owner,
    'names-like': { expression: toInsideExpression(NAME), typed: NAME, words: NAME.split(' '), limit: 100 },
    'names-near': { expression: toNearExpression(NAME), grams, least: leastShared(NAME, grams) },
    revisions: {
      collections: [id],
      sources: ids(sources).ids,
      entries: keys,
      affiliations: ids(affiliations).ids,
      events: ids(events).ids,
    },
    'source-ids': ids(sources),
    'sources-by-id': ids(sources),
    'sources-of-collection': owner,
    'who-names-sources': ids(sources),
  }
}
