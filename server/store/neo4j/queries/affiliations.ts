import type { AffiliationRecord } from '../../../domain/records.ts'
import type { Held } from '../../differing.ts'
import { cypher, type Ids, type NoParams, type Read, type Rows, type Write } from '../cypher.ts'
import { decodeAffiliation, type AffiliationRow, type Place } from '../decode.ts'

export const allAffiliations: Read<NoParams, AffiliationRow, Held<AffiliationRecord, Place>> = {
  name: 'affiliations',
  text: cypher`
    CALL () {
      MATCH (a)-[e:PART_OF]->(b) RETURN a, e, b
      UNION ALL MATCH (a)-[e:REPRESENTS]->(b) RETURN a, e, b
      UNION ALL MATCH (a)-[e:LEADS]->(b) RETURN a, e, b
      UNION ALL MATCH (a)-[e:MEMBER_OF]->(b) RETURN a, e, b
      UNION ALL MATCH (a)-[e:BASED_IN]->(b) RETURN a, e, b
    }
    OPTIONAL MATCH (f:Affiliation {id: e.id})
    RETURN [elementId(e), e.id, e.collection, type(e), a.id, b.id, e.role, e.since, e.until,
      COLLECT {
        MATCH (f)<-[:ABOUT]-(v:Evidence) OPTIONAL MATCH (v)-[:FROM]->(s:Source)
        RETURN [v.id, s.id, [(v)-[:RELAYED_FROM]->(r:Source) | r.id][0], v.speaker, v.quote, v.paraphrase, v.locator,
          v.stance, v.about] ORDER BY v.n
      },
      e.writtenBy, e.writer, e.version, e.created] AS row`,
  decode: decodeAffiliation,
}

/** `prefix`: what the ids of its records begin with. */
export const affiliationsOfCollection: Read<
  { readonly id: string; readonly prefix: string },
  AffiliationRow,
  Held<AffiliationRecord, Place>
> = {
  name: 'affiliations-of-collection',
  text: cypher`
    CALL () {
      MATCH (a)-[e:PART_OF]->(b) WHERE e.id STARTS WITH $prefix AND e.collection = $id RETURN a, e, b
      UNION ALL MATCH (a)-[e:REPRESENTS]->(b) WHERE e.id STARTS WITH $prefix AND e.collection = $id RETURN a, e, b
      UNION ALL MATCH (a)-[e:LEADS]->(b) WHERE e.id STARTS WITH $prefix AND e.collection = $id RETURN a, e, b
      UNION ALL MATCH (a)-[e:MEMBER_OF]->(b) WHERE e.id STARTS WITH $prefix AND e.collection = $id RETURN a, e, b
      UNION ALL MATCH (a)-[e:BASED_IN]->(b) WHERE e.id STARTS WITH $prefix AND e.collection = $id RETURN a, e, b
    }
    OPTIONAL MATCH (f:Affiliation {id: e.id})
    RETURN [elementId(e), e.id, e.collection, type(e), a.id, b.id, e.role, e.since, e.until,
      COLLECT {
        MATCH (f)<-[:ABOUT]-(v:Evidence) OPTIONAL MATCH (v)-[:FROM]->(s:Source)
        RETURN [v.id, s.id, [(v)-[:RELAYED_FROM]->(r:Source) | r.id][0], v.speaker, v.quote, v.paraphrase, v.locator,
          v.stance, v.about] ORDER BY v.n
      },
      e.writtenBy, e.writer, e.version, e.created] AS row`,
  decode: decodeAffiliation,
}

export const affiliationsById: Read<Ids, AffiliationRow, Held<AffiliationRecord, Place>> = {
  name: 'affiliations-by-id',
  text: cypher`
    CALL () {
      MATCH (a)-[e:PART_OF]->(b) WHERE e.id IN $ids RETURN a, e, b
      UNION ALL MATCH (a)-[e:REPRESENTS]->(b) WHERE e.id IN $ids RETURN a, e, b
      UNION ALL MATCH (a)-[e:LEADS]->(b) WHERE e.id IN $ids RETURN a, e, b
      UNION ALL MATCH (a)-[e:MEMBER_OF]->(b) WHERE e.id IN $ids RETURN a, e, b
      UNION ALL MATCH (a)-[e:BASED_IN]->(b) WHERE e.id IN $ids RETURN a, e, b
    }
    OPTIONAL MATCH (f:Affiliation {id: e.id})
    RETURN [elementId(e), e.id, e.collection, type(e), a.id, b.id, e.role, e.since, e.until,
      COLLECT {
        MATCH (f)<-[:ABOUT]-(v:Evidence) OPTIONAL MATCH (v)-[:FROM]->(s:Source)
        RETURN [v.id, s.id, [(v)-[:RELAYED_FROM]->(r:Source) | r.id][0], v.speaker, v.quote, v.paraphrase, v.locator,
          v.stance, v.about] ORDER BY v.n
      },
      e.writtenBy, e.writer, e.version, e.created] AS row`,
  decode: decodeAffiliation,
}

export type AffiliationParams = {
  readonly id: string
  readonly collection: string
  readonly type: string
  readonly actor: string
  readonly to: string
  readonly role: string | null
  readonly since: string | null
  readonly until: string | null
  readonly writtenBy: string
  readonly writer: string
  readonly version: number
  readonly created: number
}

export const createAffiliations: Write<Rows<AffiliationParams>> = {
  name: 'create-affiliations',
  text: cypher`
    UNWIND $rows AS row
    MATCH (a:Actor {id: row.actor})
    MATCH (b:Actor {id: row.to})
    CREATE (a)-[:$(row.type) {id: row.id, collection: row.collection, role: row.role, since: row.since, until: row.until,
      writtenBy: row.writtenBy, writer: row.writer, version: row.version, created: row.created}]->(b)`,
}

/** Makes the nodes on which evidence of affiliations hangs. */
export const createAffiliationNodes: Write<Rows<{ readonly id: string; readonly actor: string; readonly to: string }>> =
  {
    name: 'create-affiliation-nodes',
    text: cypher`
    UNWIND $rows AS row
    MATCH (a:Actor {id: row.actor})
    MATCH (b:Actor {id: row.to})
    CREATE (a)-[:HOLDS]->(:Affiliation {id: row.id})-[:TO]->(b)`,
  }

/** Takes away these affiliations' nodes with their evidence. */
export const deleteAffiliationNodes: Write<Ids> = {
  name: 'delete-affiliation-nodes',
  text: cypher`
    MATCH (f:Affiliation) WHERE f.id IN $ids
    OPTIONAL MATCH (v:Evidence)-[:ABOUT]->(f)
    DETACH DELETE v, f`,
}
