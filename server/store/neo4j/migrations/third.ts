import { cypher, type CypherText } from '../cypher.ts'

/**
 * Imports, and which of them own an actor's entry, an affiliation, a source or a collection. Whose an event is stands on its edge. Each
 * can be run again.
 */
export const third: readonly CypherText[] = [
  cypher`CREATE CONSTRAINT import_id IF NOT EXISTS FOR (i:Import) REQUIRE i.id IS UNIQUE`,
  cypher`CREATE INDEX import_state IF NOT EXISTS FOR (i:Import) ON (i.state)`,
  cypher`CREATE INDEX import_collection IF NOT EXISTS FOR (i:Import) ON (i.collection)`,
  cypher`CREATE CONSTRAINT owned_key_import IF NOT EXISTS FOR (o:Owned) REQUIRE (o.key, o.import) IS UNIQUE`,
  cypher`CREATE INDEX owned_key IF NOT EXISTS FOR (o:Owned) ON (o.key)`,
  cypher`CREATE INDEX owned_import IF NOT EXISTS FOR (o:Owned) ON (o.import)`,
  cypher`CREATE CONSTRAINT mirror_note_event IF NOT EXISTS FOR (n:MirrorNote) REQUIRE n.event IS UNIQUE`,
  cypher`CREATE INDEX mirror_note_collection IF NOT EXISTS FOR (n:MirrorNote) ON (n.collection)`,
]
