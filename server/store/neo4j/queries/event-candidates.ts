import type { TextCandidate } from '../../graph-store.ts'
import { cypher, type Done, type Read } from '../cypher.ts'

/** Events that a full-text query over their folded words finds, with those words as written. */
export const eventsWithWords: Read<
  Done & { readonly expression: string },
  readonly [string, ...(string | null)[]],
  TextCandidate
> = {
  name: 'events-with-words',
  text: cypher`
    CALL db.index.fulltext.queryRelationships('event_words', $expression) YIELD relationship AS e
    WITH e WHERE e.import IS NULL OR e.import IN $done
    OPTIONAL MATCH (n:Event {id: e.id})
    WITH e, COLLECT { MATCH (v:Evidence)-[:ABOUT]->(n) RETURN [v.quote, v.paraphrase] ORDER BY v.n } AS said
    RETURN reduce(row = [e.id, e.scope, e.summary], each IN said | row + each) AS row`,
  decode: ([event, ...texts]) => ({ event, text: texts.filter((text) => text !== null).join(' ') }),
}
