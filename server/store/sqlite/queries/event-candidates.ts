import type { TextCandidate } from '../../graph-store.ts'
import { sql, type Read } from '../sql.ts'

/** Events in whose words each word of a full-text expression begins one, with those words as written. */
export const eventsWithWords: Read<{ readonly words: string }, readonly [string, string], TextCandidate> = {
  name: 'events-with-words',
  text: sql`
    SELECT event.id, concat_ws(' ', event.scope, event.summary,
      (SELECT group_concat(concat_ws(' ', quote, paraphrase), ' ' ORDER BY n) FROM evidence
        WHERE evidence.event = event.ref AND coalesce(quote, paraphrase) IS NOT NULL))
    FROM event_words CROSS JOIN event ON event.ref = event_words.rowid
    WHERE event_words MATCH @words
      AND (event.import IS NULL OR event.import NOT IN (SELECT ref FROM import WHERE state <> 1))`,
  decode: ([event, text]) => ({ event, text }),
}
