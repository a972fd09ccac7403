import { cypher, type Ids, type Read, type Write } from '../cypher.ts'

/** Ids of an import's own events, of at most so many. `prefix`: what the ids of the collection's records begin with. */
export const idsOfImport: Read<OfImport & { readonly most: number }, readonly [string], string> = {
  name: 'ids-of-import',
  text: cypher`
    CALL () {
      MATCH ()-[e:COOPERATION]->() WHERE e.id STARTS WITH $prefix AND e.import = $import RETURN e.id AS id
      UNION ALL MATCH ()-[e:SUSPENSION]->() WHERE e.id STARTS WITH $prefix AND e.import = $import RETURN e.id AS id
      UNION ALL MATCH ()-[e:CONDEMNATION]->() WHERE e.id STARTS WITH $prefix AND e.import = $import RETURN e.id AS id
      UNION ALL MATCH ()-[e:PRESSURE]->() WHERE e.id STARTS WITH $prefix AND e.import = $import RETURN e.id AS id
      UNION ALL MATCH ()-[e:COERCION]->() WHERE e.id STARTS WITH $prefix AND e.import = $import RETURN e.id AS id
      UNION ALL MATCH ()-[e:VIOLENCE]->() WHERE e.id STARTS WITH $prefix AND e.import = $import RETURN e.id AS id
      UNION ALL MATCH ()-[e:NEUTRAL]->() WHERE e.id STARTS WITH $prefix AND e.import = $import RETURN e.id AS id
    }
    RETURN [id] AS row LIMIT $most`,
  decode: ([id]) => id,
}

export type OfImport = { readonly import: string; readonly prefix: string }

/** That an import has brought these events too. By the keys of their edges. */
export const ownEvents: Write<{ readonly import: string; readonly keys: readonly string[] }> = {
  name: 'update-event-owners',
  text: cypher`
    MATCH ()-[e]->() WHERE elementId(e) IN $keys
    SET e.alsoImports = [owner IN coalesce(e.alsoImports, []) WHERE owner <> $import] + $import`,
}

/** The imports to which events belong: the first, and the others. */
export const setOwners: Write<{
  readonly rows: readonly { readonly id: string; readonly import: string; readonly also: readonly string[] | null }[]
}> = {
  name: 'set-event-owners',
  text: cypher`
    UNWIND $rows AS row
    CALL (row) {
      MATCH ()-[e:COOPERATION]->() WHERE e.id = row.id RETURN e
      UNION ALL MATCH ()-[e:SUSPENSION]->() WHERE e.id = row.id RETURN e
      UNION ALL MATCH ()-[e:CONDEMNATION]->() WHERE e.id = row.id RETURN e
      UNION ALL MATCH ()-[e:PRESSURE]->() WHERE e.id = row.id RETURN e
      UNION ALL MATCH ()-[e:COERCION]->() WHERE e.id = row.id RETURN e
      UNION ALL MATCH ()-[e:VIOLENCE]->() WHERE e.id = row.id RETURN e
      UNION ALL MATCH ()-[e:NEUTRAL]->() WHERE e.id = row.id RETURN e
    }
    SET e.import = row.import, e.alsoImports = row.also`,
}

export interface CodedEdge {
  readonly id: string
  readonly actor: string
  readonly target: string
  readonly earliest: number
  readonly code: string
  readonly actorName: string
  readonly targetName: string
  readonly mirror: boolean
  readonly import: string | null
}

/** Rows of a collection with one of these codes. */
export const codedEvents: Read<
  { readonly prefix: string; readonly codes: readonly string[] },
  readonly [string, string, string, number, string, string | null, string | null, boolean | null, string | null],
  CodedEdge
> = {
  name: 'coded-events',
  text: cypher`
    CALL () {
      MATCH (a)-[e:COOPERATION]->(b) WHERE e.id STARTS WITH $prefix AND e.code IN $codes RETURN a, e, b
      UNION ALL MATCH (a)-[e:SUSPENSION]->(b) WHERE e.id STARTS WITH $prefix AND e.code IN $codes RETURN a, e, b
      UNION ALL MATCH (a)-[e:CONDEMNATION]->(b) WHERE e.id STARTS WITH $prefix AND e.code IN $codes RETURN a, e, b
      UNION ALL MATCH (a)-[e:PRESSURE]->(b) WHERE e.id STARTS WITH $prefix AND e.code IN $codes RETURN a, e, b
      UNION ALL MATCH (a)-[e:COERCION]->(b) WHERE e.id STARTS WITH $prefix AND e.code IN $codes RETURN a, e, b
      UNION ALL MATCH (a)-[e:VIOLENCE]->(b) WHERE e.id STARTS WITH $prefix AND e.code IN $codes RETURN a, e, b
      UNION ALL MATCH (a)-[e:NEUTRAL]->(b) WHERE e.id STARTS WITH $prefix AND e.code IN $codes RETURN a, e, b
    }
    RETURN [e.id, a.id, b.id, e.earliestDay, e.code, e.actorName, e.targetName, e.mirror, e.import] AS row`,
  decode: ([id, actor, target, earliest, code, actorName, targetName, mirror, owner]) => ({
    id,
    actor,
    target,
    earliest,
    code,
    actorName: actorName ?? '',
    targetName: targetName ?? '',
    mirror: mirror === true,
    import: owner,
  }),
}

/** `mask` is the mirror's flag. */
export const setMirrors: Write<Ids & { readonly mirror: boolean; readonly mask: number }> = {
  name: 'set-mirrors',
  text: cypher`
    CALL () {
      MATCH ()-[e:COOPERATION]->() WHERE e.id IN $ids RETURN e
      UNION ALL MATCH ()-[e:SUSPENSION]->() WHERE e.id IN $ids RETURN e
      UNION ALL MATCH ()-[e:CONDEMNATION]->() WHERE e.id IN $ids RETURN e
      UNION ALL MATCH ()-[e:PRESSURE]->() WHERE e.id IN $ids RETURN e
      UNION ALL MATCH ()-[e:COERCION]->() WHERE e.id IN $ids RETURN e
      UNION ALL MATCH ()-[e:VIOLENCE]->() WHERE e.id IN $ids RETURN e
      UNION ALL MATCH ()-[e:NEUTRAL]->() WHERE e.id IN $ids RETURN e
    }
    SET e.flags = e.flags - ((e.flags / $mask) % 2) * $mask + CASE WHEN $mirror THEN $mask ELSE 0 END,
      e.mirror = CASE WHEN $mirror THEN true END`,
}

/** What an unfinished import will make of events that are seen already. */
export const noteMirrors: Write<{
  readonly collection: string
  readonly rows: readonly { readonly id: string; readonly mirror: boolean }[]
}> = {
  name: 'write-mirror-notes',
  text: cypher`
    UNWIND $rows AS row
    MERGE (n:MirrorNote {event: row.id})
    SET n.collection = $collection, n.mirror = row.mirror`,
}

export const mirrorNotes: Read<
  { readonly collection: string },
  readonly [string, boolean],
  { readonly id: string; readonly mirror: boolean }
> = {
  name: 'mirror-notes',
  text: cypher`MATCH (n:MirrorNote {collection: $collection}) RETURN [n.event, n.mirror] AS row`,
  decode: ([id, mirror]) => ({ id, mirror }),
}

export const forgetMirrors: Write<{ readonly collection: string }> = {
  name: 'delete-mirror-notes',
  text: cypher`MATCH (n:MirrorNote {collection: $collection}) DELETE n`,
}
