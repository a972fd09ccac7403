import type { ActorEntry } from '../../../domain/records.ts'
import type { Held } from '../../differing.ts'
import { cypher, type CypherParams, type Ids, type NoParams, type Read, type Rows, type Write } from '../cypher.ts'
import { decodeActorEntry, type ActorEntryRow, type ActorPlace } from '../decode.ts'

/** An entry's key: two lists of one length would be as good, but a list of objects reads better. */
export type EntryKey = { readonly actor: string; readonly collection: string }

/** Also actors that no collection names, once and without an entry. */
export const allActorEntries: Read<NoParams, ActorEntryRow, Held<ActorEntry, ActorPlace>> = {
  name: 'actors',
  text: cypher`
    MATCH (a:Actor)
    OPTIONAL MATCH (a)<-[n:NAMES]-(c:Collection)
    RETURN [elementId(a), a.ref, a.created, a.id, c.id, n.kind, n.name, n.article, n.aliases, n.description, n.unspecified,
      n.writtenBy, n.writer, n.version] AS row`,
  decode: decodeActorEntry,
}

export const actorEntriesOfCollection: Read<{ readonly id: string }, ActorEntryRow, Held<ActorEntry, ActorPlace>> = {
  name: 'actor-entries-of-collection',
  text: cypher`
    MATCH (c:Collection {id: $id})-[n:NAMES]->(a:Actor)
    RETURN [elementId(a), a.ref, a.created, a.id, c.id, n.kind, n.name, n.article, n.aliases, n.description, n.unspecified,
      n.writtenBy, n.writer, n.version] AS row`,
  decode: decodeActorEntry,
}

export const actorEntriesByKey: Read<Rows<EntryKey>, ActorEntryRow, Held<ActorEntry, ActorPlace>> = {
  name: 'actor-entries-by-key',
  text: cypher`
    UNWIND $rows AS row
    MATCH (a:Actor {id: row.actor})<-[n:NAMES]-(c:Collection) WHERE c.id = row.collection
    RETURN [elementId(a), a.ref, a.created, a.id, c.id, n.kind, n.name, n.article, n.aliases, n.description, n.unspecified,
      n.writtenBy, n.writer, n.version] AS row`,
  decode: decodeActorEntry,
}

/** Of these ids those that are there. */
export const actorIds: Read<Ids, readonly [string], string> = {
  name: 'actor-ids',
  text: cypher`MATCH (a:Actor) WHERE a.id IN $ids RETURN [a.id] AS row`,
  decode: ([id]) => id,
}

export const createActors: Write<Rows<{ readonly id: string; readonly ref: number; readonly version: number }>> = {
  name: 'create-actors',
  text: cypher`UNWIND $rows AS row CREATE (:Actor {id: row.id, ref: row.ref, created: row.version})`,
}

export type ActorEntryParams = EntryKey & {
  readonly kind: string
  readonly name: string
  readonly article: boolean
  readonly aliases: readonly string[]
  readonly description: string | null
  readonly unspecified: boolean
  /** The name and its aliases folded, in the same order. */
  readonly folded: readonly string[]
  /** What the names are found by: letters, pairs and threes of letters. */
  readonly terms: string
  readonly writtenBy: string
  readonly writer: string
  readonly version: number
}

export const writeActorEntries: Write<Rows<ActorEntryParams>> = {
  name: 'write-actor-entries',
  text: cypher`
    UNWIND $rows AS row
    MATCH (c:Collection {id: row.collection})
    MATCH (a:Actor {id: row.actor})
    MERGE (c)-[n:NAMES]->(a)
    ON CREATE SET n.created = row.version
    SET n += {kind: row.kind, name: row.name, article: row.article, aliases: row.aliases, description: row.description,
      unspecified: row.unspecified, folded: row.folded, terms: row.terms, writtenBy: row.writtenBy, writer: row.writer,
      version: row.version}`,
}

/** Gives actors the name and the label of their first entry, as `toActor` of the domain ranks entries. `labels`: a label a kind. */
export const showActors: Write<Ids & { readonly labels: CypherParams }> = {
  name: 'show-actors',
  text: cypher`
    UNWIND $ids AS id
    MATCH (a:Actor {id: id})
    CALL (a) {
      MATCH (c:Collection)-[n:NAMES]->(a)
      RETURN n ORDER BY c.kind <> 'CASE', c.id LIMIT 1
    }
    REMOVE a:State:GovernmentBody:MilitaryCommand:Person:InternationalOrganisation:Organisation:Group:Media:Operation:Region
    SET a:$(coalesce($labels[toStringOrNull(n.kind)], 'Actor')), a.name = n.name, a.kind = n.kind, a.description = n.description`,
}

export const actorsOfCollections: Read<Ids, readonly [string], string> = {
  name: 'actors-of-collections',
  text: cypher`MATCH (c:Collection)-[:NAMES]->(a:Actor) WHERE c.id IN $ids RETURN DISTINCT [a.id] AS row`,
  decode: ([id]) => id,
}

export const deleteActorEntries: Write<Rows<EntryKey>> = {
  name: 'delete-actor-entries',
  text: cypher`
    UNWIND $rows AS row
    MATCH (a:Actor {id: row.actor})<-[n:NAMES]-(c:Collection) WHERE c.id = row.collection
    DELETE n`,
}

/** Of these actors those that no collection names, each with a record that still does, such as `event x/1`. */
export const unnamedActors: Read<
  Ids,
  readonly [string, string | null, string | null],
  { readonly actor: string; readonly record: string | null }
> = {
  name: 'unnamed-actors',
  text: cypher`
    MATCH (a:Actor) WHERE a.id IN $ids AND NOT (a)<-[:NAMES]-()
    RETURN [a.id,
      COLLECT { MATCH (a)-[e:COOPERATION|SUSPENSION|CONDEMNATION|PRESSURE|COERCION|VIOLENCE|NEUTRAL]-() RETURN e.id LIMIT 1 }[0],
      COLLECT { MATCH (a)-[e:PART_OF|REPRESENTS|LEADS|MEMBER_OF|BASED_IN]-() RETURN e.id LIMIT 1 }[0]] AS row`,
  decode: ([actor, event, affiliation]) => ({
    actor,
    record: event !== null ? `event ${event}` : affiliation !== null ? `affiliation ${affiliation}` : null,
  }),
}

export const deleteActors: Write<Ids> = {
  name: 'delete-actors',
  text: cypher`MATCH (a:Actor) WHERE a.id IN $ids DELETE a`,
}
