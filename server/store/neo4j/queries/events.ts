import type { EventRecord } from '../../../domain/records.ts'
import type { Held } from '../../differing.ts'
import { cypher, type Done, type Ids, type Read } from '../cypher.ts'
import { decodeEvent, type EventPlace, type EventRow } from '../decode.ts'

/** Whole events, with evidence, history and links. A branch a kind, because ids are unique, and indexed, by kind. */
export const eventsById: Read<Ids, EventRow, Held<EventRecord, EventPlace>> = {
  name: 'events-by-id',
  text: cypher`
    CALL () {
      MATCH (a)-[e:COOPERATION]->(b) WHERE e.id IN $ids RETURN a, e, b
      UNION ALL MATCH (a)-[e:SUSPENSION]->(b) WHERE e.id IN $ids RETURN a, e, b
      UNION ALL MATCH (a)-[e:CONDEMNATION]->(b) WHERE e.id IN $ids RETURN a, e, b
      UNION ALL MATCH (a)-[e:PRESSURE]->(b) WHERE e.id IN $ids RETURN a, e, b
      UNION ALL MATCH (a)-[e:COERCION]->(b) WHERE e.id IN $ids RETURN a, e, b
      UNION ALL MATCH (a)-[e:VIOLENCE]->(b) WHERE e.id IN $ids RETURN a, e, b
      UNION ALL MATCH (a)-[e:NEUTRAL]->(b) WHERE e.id IN $ids RETURN a, e, b
    }
    OPTIONAL MATCH (n:Event {id: e.id})
    RETURN [elementId(e), e.id, e.collection, a.id, b.id, type(e), e.subtype, e.stage, e.strength, e.mark, e.scope,
      e.summary, e.occurred,
      COLLECT { MATCH (n)-[:BECAME]->(s:Status) RETURN [s.status, s.on, s.note] ORDER BY s.n },
      n.breaks, n.restores,
      COLLECT {
        MATCH (n)<-[:ABOUT]-(v:Evidence) OPTIONAL MATCH (v)-[:FROM]->(s:Source)
        RETURN [v.id, s.id, [(v)-[:RELAYED_FROM]->(r:Source) | r.id][0], v.speaker, v.quote, v.paraphrase, v.locator,
          v.stance, v.about] ORDER BY v.n
      },
      e.code, e.system, e.goldstein, e.actorName, e.targetName, e.publisher, e.reportedDay, e.mirror, e.locator,
      e.writtenBy, e.writer, e.version, e.created, e.import, e.alsoImports] AS row`,
  decode: decodeEvent,
}

/** All that are seen. */
export const allEvents: Read<Done, EventRow, Held<EventRecord, EventPlace>> = {
  name: 'events',
  text: cypher`
    CALL () {
      MATCH (a)-[e:COOPERATION]->(b) RETURN a, e, b
      UNION ALL MATCH (a)-[e:SUSPENSION]->(b) RETURN a, e, b
      UNION ALL MATCH (a)-[e:CONDEMNATION]->(b) RETURN a, e, b
      UNION ALL MATCH (a)-[e:PRESSURE]->(b) RETURN a, e, b
      UNION ALL MATCH (a)-[e:COERCION]->(b) RETURN a, e, b
      UNION ALL MATCH (a)-[e:VIOLENCE]->(b) RETURN a, e, b
      UNION ALL MATCH (a)-[e:NEUTRAL]->(b) RETURN a, e, b
    }
    WITH a, e, b WHERE e.import IS NULL OR e.import IN $done
    OPTIONAL MATCH (n:Event {id: e.id})
    RETURN [elementId(e), e.id, e.collection, a.id, b.id, type(e), e.subtype, e.stage, e.strength, e.mark, e.scope,
      e.summary, e.occurred,
      COLLECT { MATCH (n)-[:BECAME]->(s:Status) RETURN [s.status, s.on, s.note] ORDER BY s.n },
      n.breaks, n.restores,
      COLLECT {
        MATCH (n)<-[:ABOUT]-(v:Evidence) OPTIONAL MATCH (v)-[:FROM]->(s:Source)
        RETURN [v.id, s.id, [(v)-[:RELAYED_FROM]->(r:Source) | r.id][0], v.speaker, v.quote, v.paraphrase, v.locator,
          v.stance, v.about] ORDER BY v.n
      },
      e.code, e.system, e.goldstein, e.actorName, e.targetName, e.publisher, e.reportedDay, e.mirror, e.locator,
      e.writtenBy, e.writer, e.version, e.created, e.import, e.alsoImports] AS row`,
  decode: decodeEvent,
}

/** `prefix`: what the ids of its records begin with. */
export const eventsOfCollection: Read<
  Done & { readonly id: string; readonly prefix: string },
  EventRow,
  Held<EventRecord, EventPlace>
> = {
  name: 'events-of-collection',
  text: cypher`
    CALL () {
      MATCH (a)-[e:COOPERATION]->(b) WHERE e.id STARTS WITH $prefix AND e.collection = $id RETURN a, e, b
      UNION ALL MATCH (a)-[e:SUSPENSION]->(b) WHERE e.id STARTS WITH $prefix AND e.collection = $id RETURN a, e, b
      UNION ALL MATCH (a)-[e:CONDEMNATION]->(b) WHERE e.id STARTS WITH $prefix AND e.collection = $id RETURN a, e, b
      UNION ALL MATCH (a)-[e:PRESSURE]->(b) WHERE e.id STARTS WITH $prefix AND e.collection = $id RETURN a, e, b
      UNION ALL MATCH (a)-[e:COERCION]->(b) WHERE e.id STARTS WITH $prefix AND e.collection = $id RETURN a, e, b
      UNION ALL MATCH (a)-[e:VIOLENCE]->(b) WHERE e.id STARTS WITH $prefix AND e.collection = $id RETURN a, e, b
      UNION ALL MATCH (a)-[e:NEUTRAL]->(b) WHERE e.id STARTS WITH $prefix AND e.collection = $id RETURN a, e, b
    }
    WITH a, e, b WHERE e.import IS NULL OR e.import IN $done
    OPTIONAL MATCH (n:Event {id: e.id})
    RETURN [elementId(e), e.id, e.collection, a.id, b.id, type(e), e.subtype, e.stage, e.strength, e.mark, e.scope,
      e.summary, e.occurred,
      COLLECT { MATCH (n)-[:BECAME]->(s:Status) RETURN [s.status, s.on, s.note] ORDER BY s.n },
      n.breaks, n.restores,
      COLLECT {
        MATCH (n)<-[:ABOUT]-(v:Evidence) OPTIONAL MATCH (v)-[:FROM]->(s:Source)
        RETURN [v.id, s.id, [(v)-[:RELAYED_FROM]->(r:Source) | r.id][0], v.speaker, v.quote, v.paraphrase, v.locator,
          v.stance, v.about] ORDER BY v.n
      },
      e.code, e.system, e.goldstein, e.actorName, e.targetName, e.publisher, e.reportedDay, e.mirror, e.locator,
      e.writtenBy, e.writer, e.version, e.created, e.import, e.alsoImports] AS row`,
  decode: decodeEvent,
}

/** An event's id, its key in this transaction, and the events that it names. */
export interface EventKey {
  readonly key: string
  readonly id: string
  readonly others: readonly string[]
}

export const eventKeys: Read<Ids, readonly [string, string, readonly string[]], EventKey> = {
  name: 'event-keys',
  text: cypher`
    CALL () {
      MATCH (a)-[e:COOPERATION]->(b) WHERE e.id IN $ids RETURN a, e, b
      UNION ALL MATCH (a)-[e:SUSPENSION]->(b) WHERE e.id IN $ids RETURN a, e, b
      UNION ALL MATCH (a)-[e:CONDEMNATION]->(b) WHERE e.id IN $ids RETURN a, e, b
      UNION ALL MATCH (a)-[e:PRESSURE]->(b) WHERE e.id IN $ids RETURN a, e, b
      UNION ALL MATCH (a)-[e:COERCION]->(b) WHERE e.id IN $ids RETURN a, e, b
      UNION ALL MATCH (a)-[e:VIOLENCE]->(b) WHERE e.id IN $ids RETURN a, e, b
      UNION ALL MATCH (a)-[e:NEUTRAL]->(b) WHERE e.id IN $ids RETURN a, e, b
    }
    OPTIONAL MATCH (n:Event {id: e.id})
    RETURN [elementId(e), e.id, coalesce(n.breaks, []) + coalesce(n.restores, [])] AS row`,
  decode: ([key, id, others]) => ({ key, id, others }),
}
