import { cypher, type Ids, type Read } from '../cypher.ts'
import type { OfImport } from './import-events.ts'

type Some = OfImport & { readonly most: number }

/**
 * Events that an import brought first and that do not go with it, because a hand has changed them or others own them too, belong to
 * the first of these from now on, or to none. That this one has brought them is kept. `done`: finished imports, oldest first. Returns
 * their ids.
 */
export const giveEvents: Read<Some & { readonly done: readonly string[] }, readonly [string], string> = {
  name: 'set-events-given',
  text: cypher`
    CALL () {
      MATCH ()-[e:COOPERATION]->() WHERE e.id STARTS WITH $prefix AND e.import = $import RETURN e
      UNION ALL MATCH ()-[e:SUSPENSION]->() WHERE e.id STARTS WITH $prefix AND e.import = $import RETURN e
      UNION ALL MATCH ()-[e:CONDEMNATION]->() WHERE e.id STARTS WITH $prefix AND e.import = $import RETURN e
      UNION ALL MATCH ()-[e:PRESSURE]->() WHERE e.id STARTS WITH $prefix AND e.import = $import RETURN e
      UNION ALL MATCH ()-[e:COERCION]->() WHERE e.id STARTS WITH $prefix AND e.import = $import RETURN e
      UNION ALL MATCH ()-[e:VIOLENCE]->() WHERE e.id STARTS WITH $prefix AND e.import = $import RETURN e
      UNION ALL MATCH ()-[e:NEUTRAL]->() WHERE e.id STARTS WITH $prefix AND e.import = $import RETURN e
    }
    WITH e, head([owner IN $done WHERE owner <> $import AND owner IN coalesce(e.alsoImports, [])]) AS next
    WHERE next IS NOT NULL OR coalesce(e.writtenBy, 'HAND') <> 'IMPORT'
    WITH e, next LIMIT $most
    SET e.import = next,
      e.alsoImports = [owner IN coalesce(e.alsoImports, []) WHERE owner <> coalesce(next, '') AND owner <> $import] + $import
    RETURN [e.id] AS row`,
  decode: ([id]) => id,
}

/** Who is named by events of the collection that do not belong to the import; whether by one that belongs to none. */
export const namedByOthers: Read<
  OfImport,
  readonly [string, boolean],
  { readonly actor: string; readonly free: boolean }
> = {
  name: 'named-by-others',
  text: cypher`
    CALL () {
      MATCH (a)-[e:COOPERATION]->(b) WHERE e.id STARTS WITH $prefix AND (e.import IS NULL OR e.import <> $import) RETURN a.id AS actor, b.id AS target, e.import IS NULL AS free
      UNION ALL MATCH (a)-[e:SUSPENSION]->(b) WHERE e.id STARTS WITH $prefix AND (e.import IS NULL OR e.import <> $import) RETURN a.id AS actor, b.id AS target, e.import IS NULL AS free
      UNION ALL MATCH (a)-[e:CONDEMNATION]->(b) WHERE e.id STARTS WITH $prefix AND (e.import IS NULL OR e.import <> $import) RETURN a.id AS actor, b.id AS target, e.import IS NULL AS free
      UNION ALL MATCH (a)-[e:PRESSURE]->(b) WHERE e.id STARTS WITH $prefix AND (e.import IS NULL OR e.import <> $import) RETURN a.id AS actor, b.id AS target, e.import IS NULL AS free
      UNION ALL MATCH (a)-[e:COERCION]->(b) WHERE e.id STARTS WITH $prefix AND (e.import IS NULL OR e.import <> $import) RETURN a.id AS actor, b.id AS target, e.import IS NULL AS free
      UNION ALL MATCH (a)-[e:VIOLENCE]->(b) WHERE e.id STARTS WITH $prefix AND (e.import IS NULL OR e.import <> $import) RETURN a.id AS actor, b.id AS target, e.import IS NULL AS free
      UNION ALL MATCH (a)-[e:NEUTRAL]->(b) WHERE e.id STARTS WITH $prefix AND (e.import IS NULL OR e.import <> $import) RETURN a.id AS actor, b.id AS target, e.import IS NULL AS free
    }
    UNWIND [actor, target] AS id
    RETURN DISTINCT [id, free] AS row`,
  decode: ([actor, free]) => ({ actor, free }),
}

/** Of some actors whether another collection has an entry of them, and if none has, whether its events or affiliations name them. */
export const actorsElsewhere: Read<
  Ids & { readonly collection: string },
  readonly [string, boolean, boolean],
  { readonly actor: string; readonly hasEntry: boolean; readonly isNamed: boolean }
> = {
  name: 'actors-elsewhere',
  text: cypher`
    MATCH (a:Actor) WHERE a.id IN $ids
    WITH a, EXISTS { (a)<-[:NAMES]-(c:Collection) WHERE c.id <> $collection } AS hasEntry
    RETURN [a.id, hasEntry, NOT hasEntry AND EXISTS {
      (a)-[e:COOPERATION|SUSPENSION|CONDEMNATION|PRESSURE|COERCION|VIOLENCE|NEUTRAL|PART_OF|REPRESENTS|LEADS|MEMBER_OF|BASED_IN]-()
      WHERE e.collection <> $collection
    }] AS row`,
  decode: ([actor, hasEntry, isNamed]) => ({ actor, hasEntry, isNamed }),
}

/** Events that belong to an import, some of them: the keys of their edges, and their ids. */
export const goingEvents: Read<Some, readonly [string, string], { readonly key: string; readonly id: string }> = {
  name: 'going-events',
  text: cypher`
    CALL () {
      MATCH ()-[e:COOPERATION]->() WHERE e.id STARTS WITH $prefix AND e.import = $import RETURN e
      UNION ALL MATCH ()-[e:SUSPENSION]->() WHERE e.id STARTS WITH $prefix AND e.import = $import RETURN e
      UNION ALL MATCH ()-[e:CONDEMNATION]->() WHERE e.id STARTS WITH $prefix AND e.import = $import RETURN e
      UNION ALL MATCH ()-[e:PRESSURE]->() WHERE e.id STARTS WITH $prefix AND e.import = $import RETURN e
      UNION ALL MATCH ()-[e:COERCION]->() WHERE e.id STARTS WITH $prefix AND e.import = $import RETURN e
      UNION ALL MATCH ()-[e:VIOLENCE]->() WHERE e.id STARTS WITH $prefix AND e.import = $import RETURN e
      UNION ALL MATCH ()-[e:NEUTRAL]->() WHERE e.id STARTS WITH $prefix AND e.import = $import RETURN e
    }
    RETURN [elementId(e), e.id] AS row LIMIT $most`,
  decode: ([key, id]) => ({ key, id }),
}

/** Some events that an import brought again are not its any more. Whether a hand has changed them. */
export const disownEvents: Read<Some, readonly [string, boolean], { readonly id: string; readonly byHand: boolean }> = {
  name: 'set-events-disowned',
  text: cypher`
    CALL () {
      MATCH ()-[e:COOPERATION]->() WHERE e.id STARTS WITH $prefix AND $import IN e.alsoImports RETURN e
      UNION ALL MATCH ()-[e:SUSPENSION]->() WHERE e.id STARTS WITH $prefix AND $import IN e.alsoImports RETURN e
      UNION ALL MATCH ()-[e:CONDEMNATION]->() WHERE e.id STARTS WITH $prefix AND $import IN e.alsoImports RETURN e
      UNION ALL MATCH ()-[e:PRESSURE]->() WHERE e.id STARTS WITH $prefix AND $import IN e.alsoImports RETURN e
      UNION ALL MATCH ()-[e:COERCION]->() WHERE e.id STARTS WITH $prefix AND $import IN e.alsoImports RETURN e
      UNION ALL MATCH ()-[e:VIOLENCE]->() WHERE e.id STARTS WITH $prefix AND $import IN e.alsoImports RETURN e
      UNION ALL MATCH ()-[e:NEUTRAL]->() WHERE e.id STARTS WITH $prefix AND $import IN e.alsoImports RETURN e
    }
    WITH e LIMIT $most
    SET e.alsoImports = CASE WHEN size(e.alsoImports) > 1 THEN [owner IN e.alsoImports WHERE owner <> $import] END
    RETURN [e.id, coalesce(e.writtenBy, 'HAND') <> 'IMPORT'] AS row`,
  decode: ([id, byHand]) => ({ id, byHand }),
}

/** Of some sources those that evidence names. */
export const sourcesNamed: Read<Ids, readonly [string], string> = {
  name: 'sources-named',
  text: cypher`
    MATCH (s:Source) WHERE s.id IN $ids AND EXISTS { (s)<-[:FROM|RELAYED_FROM]-(:Evidence) }
    RETURN [s.id] AS row`,
  decode: ([id]) => id,
}

/** Of some actors those whose entry in a collection something still needs. */
export const actorsNeeded: Read<Ids & { readonly collection: string }, readonly [string], string> = {
  name: 'actors-needed',
  text: cypher`
    MATCH (a:Actor) WHERE a.id IN $ids
      AND (EXISTS {
          (a)-[e:COOPERATION|SUSPENSION|CONDEMNATION|PRESSURE|COERCION|VIOLENCE|NEUTRAL|PART_OF|REPRESENTS|LEADS|MEMBER_OF|BASED_IN]-()
          WHERE e.collection = $collection
        }
        OR (NOT EXISTS { (a)<-[:NAMES]-(c:Collection) WHERE c.id <> $collection }
          AND EXISTS { (a)-[:COOPERATION|SUSPENSION|CONDEMNATION|PRESSURE|COERCION|VIOLENCE|NEUTRAL|PART_OF|REPRESENTS|LEADS|MEMBER_OF|BASED_IN]-() }))
    RETURN [a.id] AS row`,
  decode: ([id]) => id,
}

/** Whether anything belongs to a collection. */
export const anyOfCollection: Read<{ readonly id: string; readonly prefix: string }, readonly [boolean], boolean> = {
  name: 'any-of-collection',
  text: cypher`
    MATCH (c:Collection {id: $id})
    RETURN [EXISTS { (c)-[:NAMES]->() }
      OR EXISTS { MATCH (s:Source) WHERE s.id STARTS WITH $prefix }
      OR EXISTS { MATCH ()-[e:COOPERATION]->() WHERE e.id STARTS WITH $prefix }
      OR EXISTS { MATCH ()-[e:SUSPENSION]->() WHERE e.id STARTS WITH $prefix }
      OR EXISTS { MATCH ()-[e:CONDEMNATION]->() WHERE e.id STARTS WITH $prefix }
      OR EXISTS { MATCH ()-[e:PRESSURE]->() WHERE e.id STARTS WITH $prefix }
      OR EXISTS { MATCH ()-[e:COERCION]->() WHERE e.id STARTS WITH $prefix }
      OR EXISTS { MATCH ()-[e:VIOLENCE]->() WHERE e.id STARTS WITH $prefix }
      OR EXISTS { MATCH ()-[e:NEUTRAL]->() WHERE e.id STARTS WITH $prefix }
      OR EXISTS { MATCH ()-[e:PART_OF]->() WHERE e.id STARTS WITH $prefix }
      OR EXISTS { MATCH ()-[e:REPRESENTS]->() WHERE e.id STARTS WITH $prefix }
      OR EXISTS { MATCH ()-[e:LEADS]->() WHERE e.id STARTS WITH $prefix }
      OR EXISTS { MATCH ()-[e:MEMBER_OF]->() WHERE e.id STARTS WITH $prefix }
      OR EXISTS { MATCH ()-[e:BASED_IN]->() WHERE e.id STARTS WITH $prefix }
    ] AS row`,
  decode: ([any]) => any,
}
