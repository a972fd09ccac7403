import { cypher, type Rows, type Write } from '../cypher.ts'

/** An event's edge. Days as dates for people and as whole numbers for the columns; null: not there. */
export type EventParams = {
  readonly id: string
  readonly collection: string
  readonly actor: string
  readonly target: string
  readonly kind: string
  readonly subtype: string
  readonly stage: string
  readonly strength: number
  readonly mark: string
  readonly scope: string | null
  readonly summary: string | null
  readonly occurred: string
  readonly earliest: string | null
  readonly latest: string | null
  readonly reportedOn: string | null
  readonly earliestDay: number
  readonly latestDay: number
  readonly reportedDay: number | null
  readonly flags: number
  readonly code: string | null
  readonly system: string | null
  readonly goldstein: number | null
  readonly actorName: string | null
  readonly targetName: string | null
  readonly publisher: string | null
  /** True or not there. */
  readonly mirror: boolean | null
  /** What it is searched by, folded; not there where it has no words. */
  readonly words: string | null
  readonly writtenBy: string
  readonly writer: string
}

export const createEvents: Write<Rows<EventParams>> = {
  name: 'create-events',
  text: cypher`
    UNWIND $rows AS row
    MATCH (a:Actor {id: row.actor})
    MATCH (b:Actor {id: row.target})
    CREATE (a)-[:$(row.kind) {
      id: row.id, collection: row.collection, subtype: row.subtype, stage: row.stage, strength: row.strength, mark:
      row.mark, scope: row.scope, summary: row.summary, occurred: row.occurred, earliest: date(row.earliest), latest:
      date(row.latest), reportedOn: date(row.reportedOn), earliestDay: row.earliestDay, latestDay: row.latestDay,
      reportedDay: row.reportedDay, flags: row.flags, code: row.code, system: row.system, goldstein:
      toFloat(row.goldstein), actorName: row.actorName, targetName: row.targetName, publisher: row.publisher, mirror:
      row.mirror, words: row.words, writtenBy: row.writtenBy, writer: row.writer
    }]->(b)`,
}

/** `ref`: the key of the edge. For events whose kind, actor and target stay. */
export const updateEvents: Write<Rows<EventParams & { readonly ref: string }>> = {
  name: 'update-events',
  text: cypher`
    UNWIND $rows AS row
    MATCH ()-[e]->() WHERE elementId(e) = row.ref
    SET e = {
      id: row.id, collection: row.collection, subtype: row.subtype, stage: row.stage, strength: row.strength, mark:
      row.mark, scope: row.scope, summary: row.summary, occurred: row.occurred, earliest: date(row.earliest), latest:
      date(row.latest), reportedOn: date(row.reportedOn), earliestDay: row.earliestDay, latestDay: row.latestDay,
      reportedDay: row.reportedDay, flags: row.flags, code: row.code, system: row.system, goldstein:
      toFloat(row.goldstein), actorName: row.actorName, targetName: row.targetName, publisher: row.publisher, mirror:
      row.mirror, words: row.words, writtenBy: row.writtenBy, writer: row.writer
    }`,
}

/** Takes away edges of events or affiliations by their keys. */
export const deleteEdges: Write<{ readonly refs: readonly string[] }> = {
  name: 'delete-edges',
  text: cypher`MATCH ()-[e]->() WHERE elementId(e) IN $refs DELETE e`,
}
