import { cypher, type Ids, type Read, type Rows, type Write } from '../cypher.ts'

/** Of these events those that have a node. */
export const eventNodes: Read<Ids, readonly [string], string> = {
  name: 'event-nodes',
  text: cypher`MATCH (n:Event) WHERE n.id IN $ids RETURN [n.id] AS row`,
  decode: ([id]) => id,
}

/** Leaves the bare nodes of these events, with nothing but what others say of them. */
export const clearEventNodes: Write<Ids> = {
  name: 'clear-event-nodes',
  text: cypher`
    MATCH (n:Event) WHERE n.id IN $ids
    CALL (n) { MATCH (v:Evidence)-[:ABOUT]->(n) DETACH DELETE v }
    CALL (n) { MATCH (n)-[:BECAME]->(s:Status) DETACH DELETE s }
    CALL (n) { MATCH (n)-[r:BREAKS|RESTORES|TOWARD]->() DELETE r }
    CALL (n) { MATCH (n)<-[r:DID]-() DELETE r }
    REMOVE n.breaks, n.restores`,
}

/** The lists are the record: in the order written, with those that are not there. */
export const writeEventNodes: Write<
  Rows<{ readonly id: string; readonly breaks: readonly string[]; readonly restores: readonly string[] }>
> = {
  name: 'write-event-nodes',
  text: cypher`
    UNWIND $rows AS row
    MERGE (n:Event {id: row.id})
    SET n.breaks = row.breaks, n.restores = row.restores`,
}

/** `type`: BREAKS or RESTORES. An event that is not there gets a node without ends. */
export const linkEvents: Write<
  Rows<{ readonly event: string; readonly type: 'BREAKS' | 'RESTORES'; readonly other: string }>
> = {
  name: 'link-events',
  text: cypher`
    UNWIND $rows AS row
    MATCH (n:Event {id: row.event})
    MERGE (o:Event {id: row.other})
    CREATE (n)-[:$(row.type)]->(o)`,
}

/** Ties the nodes of these events, where they have one, to who acted and toward whom. */
export const attachEventNodes: Write<Ids> = {
  name: 'attach-event-nodes',
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
    MATCH (n:Event {id: e.id})
    MERGE (a)-[:DID]->(n)
    MERGE (n)-[:TOWARD]->(b)`,
}

/** Takes away those of these nodes that say nothing more: nothing of their own, and named by no other. */
export const sweepEventNodes: Write<Ids> = {
  name: 'sweep-event-nodes',
  text: cypher`
    MATCH (n:Event)
    WHERE n.id IN $ids
      AND NOT EXISTS { (n)-[:BECAME|BREAKS|RESTORES]->() }
      AND NOT EXISTS { (n)<-[:ABOUT|BREAKS|RESTORES]-() }
    DETACH DELETE n`,
}
