import { cypher, type CypherText } from '../cypher.ts'

/**
 * The audit log, what hands took away, and merges: nodes that are tied to nothing, because what they name may have gone. Records
 * written before have no `version` and no `created`; both are read as 0. Each can be run again.
 */
export const second: readonly CypherText[] = [
  cypher`CREATE CONSTRAINT audit_version_n IF NOT EXISTS FOR (a:Audit) REQUIRE (a.version, a.n) IS UNIQUE`,
  cypher`CREATE INDEX audit_of_record IF NOT EXISTS FOR (a:Audit) ON (a.record)`,
  cypher`CREATE CONSTRAINT removed_record IF NOT EXISTS FOR (r:Removed) REQUIRE r.record IS UNIQUE`,
  cypher`CREATE CONSTRAINT merge_from IF NOT EXISTS FOR (m:Merge) REQUIRE m.from IS UNIQUE`,
]
