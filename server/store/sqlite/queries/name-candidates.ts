import type { NameCandidate } from '../../graph-store.ts'
import { sql, type Read } from '../sql.ts'

type CandidateRow = readonly [actor: string, name: string, collection: string]

function decode([actor, name, collection]: CandidateRow): NameCandidate {
  return { actor, name, collection }
}

/**
 * Names that hold a text of three letters or more, or in which each of its words begins a word. Whole names first, then beginnings,
 * so that a limit cuts the weakest. `words` and `part` are full-text expressions.
 */
export const namesLike: Read<
  { readonly typed: string; readonly words: string; readonly part: string; readonly limit: number },
  CandidateRow,
  NameCandidate
> = {
  name: 'names-like',
  text: sql`
    SELECT entry.actor, name.text, entry.collection
    FROM (
      SELECT ref, min(place) AS place FROM (
        SELECT rowid AS ref, 4 AS place FROM name_words WHERE name_words MATCH @words
        UNION ALL
        SELECT rowid, 5 FROM name_parts WHERE name_parts MATCH @part)
      GROUP BY ref) AS found
    CROSS JOIN name ON name.ref = found.ref
    CROSS JOIN actor_entry_record AS entry ON entry.ref = name.entry
    WHERE entry.hidden IS NOT 1
    ORDER BY CASE
        WHEN name.folded = @typed THEN 1
        WHEN substr(name.folded, 1, length(@typed)) = @typed THEN 2
        WHEN instr(' ' || name.folded, ' ' || @typed) > 0 THEN 3
        ELSE found.place END,
      name.folded, entry.actor
    LIMIT @limit`,
  decode,
}

/** The same for one or two letters, which no index of parts knows: reads every name. */
export const namesLikeShort: Read<{ readonly typed: string; readonly limit: number }, CandidateRow, NameCandidate> = {
  name: 'names-like-short',
  text: sql`
    SELECT entry.actor, name.text, entry.collection
    FROM name
    CROSS JOIN actor_entry_record AS entry ON entry.ref = name.entry
    WHERE instr(name.folded, @typed) > 0 AND entry.hidden IS NOT 1
    ORDER BY CASE
        WHEN name.folded = @typed THEN 1
        WHEN substr(name.folded, 1, length(@typed)) = @typed THEN 2
        WHEN instr(' ' || name.folded, ' ' || @typed) > 0 THEN 3
        ELSE 5 END,
      name.folded, entry.actor
    LIMIT @limit`,
  decode,
}

/** Names that share at least so many of these pairs of letters, most first, with their folded form. `grams`: a JSON list. */
export const namesNear: Read<
  { readonly grams: string; readonly least: number },
  readonly [...CandidateRow, string],
  { readonly candidate: NameCandidate; readonly folded: string }
> = {
  name: 'names-near',
  text: sql`
    SELECT entry.actor, name.text, entry.collection, name.folded
    FROM (
      SELECT name AS ref, count(*) AS shared FROM name_gram
      WHERE gram IN (SELECT value FROM json_each(@grams))
      GROUP BY name HAVING count(*) >= @least) AS found
    CROSS JOIN name ON name.ref = found.ref
    CROSS JOIN actor_entry_record AS entry ON entry.ref = name.entry
    WHERE entry.hidden IS NOT 1
    ORDER BY found.shared DESC, name.folded, entry.actor`,
  decode: ([actor, name, collection, folded]) => ({ candidate: { actor, name, collection }, folded }),
}
