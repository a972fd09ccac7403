import type { CollectionRecord } from '../../../domain/records.ts'
import type { Held } from '../../differing.ts'
import type { Owned } from '../../removal-plan.ts'
import { cypher, type Ids, type NoParams, type Read, type Rows, type Write } from '../cypher.ts'
import { decodeCollection, type CollectionRow, type Place } from '../decode.ts'

export const allCollections: Read<NoParams, CollectionRow, Held<CollectionRecord, Place>> = {
  name: 'collections',
  text: cypher`
    MATCH (c:Collection)
    RETURN [elementId(c), c.id, c.kind, c.title, c.description, c.headline, c.positions, c.questions, c.writtenBy, c.writer,
      c.version, c.created] AS row`,
  decode: decodeCollection,
}

export const collectionsById: Read<Ids, CollectionRow, Held<CollectionRecord, Place>> = {
  name: 'collections-by-id',
  text: cypher`
    MATCH (c:Collection) WHERE c.id IN $ids
    RETURN [elementId(c), c.id, c.kind, c.title, c.description, c.headline, c.positions, c.questions, c.writtenBy, c.writer,
      c.version, c.created] AS row`,
  decode: decodeCollection,
}

/** Of these ids those that are there. */
export const collectionIds: Read<Ids, readonly [string], string> = {
  name: 'collection-ids',
  text: cypher`MATCH (c:Collection) WHERE c.id IN $ids RETURN [c.id] AS row`,
  decode: ([id]) => id,
}

/** `prefix`: what the ids of its records begin with. */
export const ownedByCollection: Read<
  { readonly id: string; readonly prefix: string },
  readonly [Owned['kind'], string],
  Owned
> = {
  name: 'owned-by-collection',
  text: cypher`
    CALL () {
      MATCH ()-[e:COOPERATION]->() WHERE e.id STARTS WITH $prefix AND e.collection = $id RETURN 'event' AS kind, e.id AS id
      UNION ALL
      MATCH ()-[e:SUSPENSION]->() WHERE e.id STARTS WITH $prefix AND e.collection = $id RETURN 'event' AS kind, e.id AS id
      UNION ALL
      MATCH ()-[e:CONDEMNATION]->() WHERE e.id STARTS WITH $prefix AND e.collection = $id RETURN 'event' AS kind, e.id AS id
      UNION ALL
      MATCH ()-[e:PRESSURE]->() WHERE e.id STARTS WITH $prefix AND e.collection = $id RETURN 'event' AS kind, e.id AS id
      UNION ALL
      MATCH ()-[e:COERCION]->() WHERE e.id STARTS WITH $prefix AND e.collection = $id RETURN 'event' AS kind, e.id AS id
      UNION ALL
      MATCH ()-[e:VIOLENCE]->() WHERE e.id STARTS WITH $prefix AND e.collection = $id RETURN 'event' AS kind, e.id AS id
      UNION ALL
      MATCH ()-[e:NEUTRAL]->() WHERE e.id STARTS WITH $prefix AND e.collection = $id RETURN 'event' AS kind, e.id AS id
      UNION ALL
      MATCH ()-[e:PART_OF]->() WHERE e.id STARTS WITH $prefix AND e.collection = $id
      RETURN 'affiliation' AS kind, e.id AS id
      UNION ALL
      MATCH ()-[e:REPRESENTS]->() WHERE e.id STARTS WITH $prefix AND e.collection = $id
      RETURN 'affiliation' AS kind, e.id AS id
      UNION ALL
      MATCH ()-[e:LEADS]->() WHERE e.id STARTS WITH $prefix AND e.collection = $id
      RETURN 'affiliation' AS kind, e.id AS id
      UNION ALL
      MATCH ()-[e:MEMBER_OF]->() WHERE e.id STARTS WITH $prefix AND e.collection = $id
      RETURN 'affiliation' AS kind, e.id AS id
      UNION ALL
      MATCH ()-[e:BASED_IN]->() WHERE e.id STARTS WITH $prefix AND e.collection = $id
      RETURN 'affiliation' AS kind, e.id AS id
      UNION ALL
      MATCH (s:Source) WHERE s.id STARTS WITH $prefix AND s.collection = $id RETURN 'source' AS kind, s.id AS id
      UNION ALL
      MATCH (:Collection {id: $id})-[:NAMES]->(a:Actor) RETURN 'actor' AS kind, a.id AS id
    }
    RETURN [kind, id] AS row`,
  decode: ([kind, id]) => ({ kind, id }),
}

export type CollectionParams = {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly description: string | null
  readonly headline: string | null
  readonly positions: string
  readonly questions: string
  readonly writtenBy: string
  readonly writer: string
  readonly version: number
}

/** Also remembers that the store held them. */
export const writeCollections: Write<Rows<CollectionParams>> = {
  name: 'write-collections',
  text: cypher`
    UNWIND $rows AS row
    MERGE (c:Collection {id: row.id})
    ON CREATE SET c.created = row.version
    SET c += row
    MERGE (:Held {collection: row.id})`,
}

export const deleteCollections: Write<Ids> = {
  name: 'delete-collections',
  text: cypher`MATCH (c:Collection) WHERE c.id IN $ids DETACH DELETE c`,
}

export const heldCollection: Read<{ readonly id: string }, readonly [string], true> = {
  name: 'held-collection',
  text: cypher`MATCH (h:Held {collection: $id}) RETURN [h.collection] AS row`,
  decode: () => true,
}

/** Ids of all collections that the store ever held. */
export const allHeld: Read<NoParams, readonly [string], string> = {
  name: 'held',
  text: cypher`MATCH (h:Held) RETURN [h.collection] AS row`,
  decode: ([id]) => id,
}

export const holdCollections: Write<Ids> = {
  name: 'set-held',
  text: cypher`UNWIND $ids AS id MERGE (:Held {collection: id})`,
}

/** A collection that nobody is to see yet: that the store held it is noted when the import is finished. */
export const insertCollection: Write<{ readonly row: CollectionParams }> = {
  name: 'insert-collection',
  text: cypher`
    MERGE (c:Collection {id: $row.id})
    ON CREATE SET c += $row, c.created = $row.version`,
}

export const unholdCollections: Write<Ids> = {
  name: 'delete-held',
  text: cypher`MATCH (h:Held) WHERE h.collection IN $ids DELETE h`,
}
