import { cypher, type CypherText } from '../cypher.ts'

/**
 * Ids are unique by label and by type; an event's earliest day has an index by kind, for people who write Cypher. Names and words are
 * found by folded text that the store prepares, so the indexes only cut it at spaces. Each can be run again.
 */
export const first: readonly CypherText[] = [
  cypher`CREATE CONSTRAINT meta_n IF NOT EXISTS FOR (m:Meta) REQUIRE m.n IS UNIQUE`,
  cypher`CREATE CONSTRAINT change_version IF NOT EXISTS FOR (c:Change) REQUIRE c.version IS UNIQUE`,
  cypher`CREATE CONSTRAINT held_collection IF NOT EXISTS FOR (h:Held) REQUIRE h.collection IS UNIQUE`,
  cypher`CREATE CONSTRAINT collection_id IF NOT EXISTS FOR (c:Collection) REQUIRE c.id IS UNIQUE`,
  cypher`CREATE CONSTRAINT actor_id IF NOT EXISTS FOR (a:Actor) REQUIRE a.id IS UNIQUE`,
  cypher`CREATE CONSTRAINT actor_ref IF NOT EXISTS FOR (a:Actor) REQUIRE a.ref IS UNIQUE`,
  cypher`CREATE CONSTRAINT source_id IF NOT EXISTS FOR (s:Source) REQUIRE s.id IS UNIQUE`,
  cypher`CREATE CONSTRAINT event_id IF NOT EXISTS FOR (n:Event) REQUIRE n.id IS UNIQUE`,
  cypher`CREATE CONSTRAINT affiliation_id IF NOT EXISTS FOR (f:Affiliation) REQUIRE f.id IS UNIQUE`,

  cypher`CREATE CONSTRAINT cooperation_id IF NOT EXISTS FOR ()-[e:COOPERATION]-() REQUIRE e.id IS UNIQUE`,
  cypher`CREATE CONSTRAINT suspension_id IF NOT EXISTS FOR ()-[e:SUSPENSION]-() REQUIRE e.id IS UNIQUE`,
  cypher`CREATE CONSTRAINT condemnation_id IF NOT EXISTS FOR ()-[e:CONDEMNATION]-() REQUIRE e.id IS UNIQUE`,
  cypher`CREATE CONSTRAINT pressure_id IF NOT EXISTS FOR ()-[e:PRESSURE]-() REQUIRE e.id IS UNIQUE`,
  cypher`CREATE CONSTRAINT coercion_id IF NOT EXISTS FOR ()-[e:COERCION]-() REQUIRE e.id IS UNIQUE`,
  cypher`CREATE CONSTRAINT violence_id IF NOT EXISTS FOR ()-[e:VIOLENCE]-() REQUIRE e.id IS UNIQUE`,
  cypher`CREATE CONSTRAINT neutral_id IF NOT EXISTS FOR ()-[e:NEUTRAL]-() REQUIRE e.id IS UNIQUE`,

  cypher`CREATE CONSTRAINT part_of_id IF NOT EXISTS FOR ()-[e:PART_OF]-() REQUIRE e.id IS UNIQUE`,
  cypher`CREATE CONSTRAINT represents_id IF NOT EXISTS FOR ()-[e:REPRESENTS]-() REQUIRE e.id IS UNIQUE`,
  cypher`CREATE CONSTRAINT leads_id IF NOT EXISTS FOR ()-[e:LEADS]-() REQUIRE e.id IS UNIQUE`,
  cypher`CREATE CONSTRAINT member_of_id IF NOT EXISTS FOR ()-[e:MEMBER_OF]-() REQUIRE e.id IS UNIQUE`,
  cypher`CREATE CONSTRAINT based_in_id IF NOT EXISTS FOR ()-[e:BASED_IN]-() REQUIRE e.id IS UNIQUE`,

  cypher`CREATE INDEX cooperation_earliest IF NOT EXISTS FOR ()-[e:COOPERATION]-() ON (e.earliest)`,
  cypher`CREATE INDEX suspension_earliest IF NOT EXISTS FOR ()-[e:SUSPENSION]-() ON (e.earliest)`,
  cypher`CREATE INDEX condemnation_earliest IF NOT EXISTS FOR ()-[e:CONDEMNATION]-() ON (e.earliest)`,
  cypher`CREATE INDEX pressure_earliest IF NOT EXISTS FOR ()-[e:PRESSURE]-() ON (e.earliest)`,
  cypher`CREATE INDEX coercion_earliest IF NOT EXISTS FOR ()-[e:COERCION]-() ON (e.earliest)`,
  cypher`CREATE INDEX violence_earliest IF NOT EXISTS FOR ()-[e:VIOLENCE]-() ON (e.earliest)`,
  cypher`CREATE INDEX neutral_earliest IF NOT EXISTS FOR ()-[e:NEUTRAL]-() ON (e.earliest)`,

  cypher`
    CREATE FULLTEXT INDEX actor_names IF NOT EXISTS FOR ()-[n:NAMES]-() ON EACH [n.terms]
    OPTIONS {indexConfig: {\`fulltext.analyzer\`: 'whitespace'}}`,
  cypher`
    CREATE FULLTEXT INDEX event_words IF NOT EXISTS
    FOR ()-[e:COOPERATION|SUSPENSION|CONDEMNATION|PRESSURE|COERCION|VIOLENCE|NEUTRAL]-() ON EACH [e.words]
    OPTIONS {indexConfig: {\`fulltext.analyzer\`: 'whitespace'}}`,
]
