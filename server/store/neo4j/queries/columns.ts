import type { EventTuple, EvidenceTuple, LinkTuple, StatusTuple } from '../../graph-store.ts'
import { cypher, type Done, type Ids, type NoParams, type Read } from '../cypher.ts'
import * as columns from '../decode-columns.ts'

export const allEventColumns: Read<Done, columns.EventColumnsRow, columns.Part<EventTuple>> = {
  name: 'event-columns',
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
    RETURN [e.id, a.ref, b.ref, e.earliestDay, e.latestDay, e.flags, e.reportedDay, type(e), e.subtype, e.stage, e.mark,
      e.strength, e.scope, e.collection, e.code, e.publisher,
      CASE WHEN e.id IS :: STRING NOT NULL AND a:Actor AND a.ref IS :: INTEGER NOT NULL AND b:Actor
        AND b.ref IS :: INTEGER NOT NULL THEN null ELSE [elementId(e), a:Actor, a.id, b:Actor, b.id] END] AS row`,
  decode: columns.decodeEventColumns,
}

export const eventColumnsById: Read<Ids & Done, columns.EventColumnsRow, columns.Part<EventTuple>> = {
  name: 'event-columns-by-id',
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
    WITH a, e, b WHERE e.import IS NULL OR e.import IN $done
    RETURN [e.id, a.ref, b.ref, e.earliestDay, e.latestDay, e.flags, e.reportedDay, type(e), e.subtype, e.stage, e.mark,
      e.strength, e.scope, e.collection, e.code, e.publisher,
      CASE WHEN e.id IS :: STRING NOT NULL AND a:Actor AND a.ref IS :: INTEGER NOT NULL AND b:Actor
        AND b.ref IS :: INTEGER NOT NULL THEN null ELSE [elementId(e), a:Actor, a.id, b:Actor, b.id] END] AS row`,
  decode: columns.decodeEventColumns,
}

export const allEvidence: Read<NoParams, columns.EvidenceRow, columns.Part<EvidenceTuple>> = {
  name: 'evidence',
  text: cypher`
    MATCH (n:Event)<-[:ABOUT]-(v:Evidence)
    OPTIONAL MATCH (v)-[:FROM]->(s:Source)
    RETURN [n.id, s.id, [(v)-[:RELAYED_FROM]->(r:Source) | r.id][0], v.stance, v.about] AS row`,
  decode: columns.decodeEvidence,
}

export const evidenceById: Read<Ids, columns.EvidenceRow, columns.Part<EvidenceTuple>> = {
  name: 'evidence-by-id',
  text: cypher`
    MATCH (n:Event)<-[:ABOUT]-(v:Evidence) WHERE n.id IN $ids
    OPTIONAL MATCH (v)-[:FROM]->(s:Source)
    RETURN [n.id, s.id, [(v)-[:RELAYED_FROM]->(r:Source) | r.id][0], v.stance, v.about] AS row`,
  decode: columns.decodeEvidence,
}

export const allStatuses: Read<NoParams, columns.StatusRow, columns.Part<StatusTuple>> = {
  name: 'statuses',
  text: cypher`MATCH (n:Event)-[:BECAME]->(s:Status) RETURN [n.id, s.on, s.status] AS row ORDER BY s.n`,
  decode: columns.decodeStatus,
}

export const statusesById: Read<Ids, columns.StatusRow, columns.Part<StatusTuple>> = {
  name: 'statuses-by-id',
  text: cypher`
    MATCH (n:Event)-[:BECAME]->(s:Status) WHERE n.id IN $ids
    RETURN [n.id, s.on, s.status] AS row ORDER BY s.n`,
  decode: columns.decodeStatus,
}

export const allLinks: Read<NoParams, columns.LinksRow, columns.Part<readonly LinkTuple[]>> = {
  name: 'links',
  text: cypher`
    MATCH (n:Event) WHERE n.breaks IS NOT NULL OR n.restores IS NOT NULL
    RETURN [n.id, n.breaks, n.restores] AS row`,
  decode: columns.decodeLinks,
}

export const linksById: Read<Ids, columns.LinksRow, columns.Part<readonly LinkTuple[]>> = {
  name: 'links-by-id',
  text: cypher`MATCH (n:Event) WHERE n.id IN $ids RETURN [n.id, n.breaks, n.restores] AS row`,
  decode: columns.decodeLinks,
}
