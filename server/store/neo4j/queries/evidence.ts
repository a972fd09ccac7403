import { cypher, type Rows, type Write } from '../cypher.ts'

export type EvidenceParams = {
  /** Id of the event or affiliation. */
  readonly of: string
  /** Place in the order written. */
  readonly n: number
  readonly id: string
  readonly source: string
  readonly relayedFrom: string | null
  readonly speaker: string | null
  readonly quote: string | null
  readonly paraphrase: string | null
  readonly locator: string | null
  readonly stance: string
  readonly about: string
}

export const createEventEvidence: Write<Rows<EvidenceParams>> = {
  name: 'create-event-evidence',
  text: cypher`
    UNWIND $rows AS row
    MATCH (n:Event {id: row.of})
    MATCH (s:Source {id: row.source})
    CREATE (n)<-[:ABOUT]-(v:Evidence {n: row.n, id: row.id, speaker: row.speaker, quote: row.quote,
      paraphrase: row.paraphrase, locator: row.locator, stance: row.stance, about: row.about})-[:FROM]->(s)
    WITH v, row WHERE row.relayedFrom IS NOT NULL
    MATCH (r:Source {id: row.relayedFrom})
    CREATE (v)-[:RELAYED_FROM]->(r)`,
}

export const createAffiliationEvidence: Write<Rows<EvidenceParams>> = {
  name: 'create-affiliation-evidence',
  text: cypher`
    UNWIND $rows AS row
    MATCH (f:Affiliation {id: row.of})
    MATCH (s:Source {id: row.source})
    CREATE (f)<-[:ABOUT]-(v:Evidence {n: row.n, id: row.id, speaker: row.speaker, quote: row.quote,
      paraphrase: row.paraphrase, locator: row.locator, stance: row.stance, about: row.about})-[:FROM]->(s)
    WITH v, row WHERE row.relayedFrom IS NOT NULL
    MATCH (r:Source {id: row.relayedFrom})
    CREATE (v)-[:RELAYED_FROM]->(r)`,
}

export type StatusParams = {
  readonly event: string
  readonly n: number
  readonly status: string
  /** `2025-11-11` */
  readonly on: string
  readonly note: string | null
}

export const createStatuses: Write<Rows<StatusParams>> = {
  name: 'create-statuses',
  text: cypher`
    UNWIND $rows AS row
    MATCH (n:Event {id: row.event})
    CREATE (n)-[:BECAME]->(:Status {n: row.n, status: row.status, on: date(row.on), note: row.note})`,
}
