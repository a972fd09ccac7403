import type { NameCandidate } from '../../graph-store.ts'
import { cypher, type Read } from '../cypher.ts'

type CandidateRow = readonly [actor: string, name: string, collection: string]

function decode([actor, name, collection]: CandidateRow): NameCandidate {
  return { actor, name, collection }
}

/** Keys of entries that are not to be seen. */
type Hidden = { readonly hidden: readonly string[] }

/**
 * Names that hold a text, or in which each of its words begins a word. Whole names first, then beginnings, so that a limit cuts the
 * weakest. `expression` is a full-text query that finds at least these.
 */
export const namesLike: Read<
  {
    readonly expression: string
    readonly typed: string
    readonly words: readonly string[]
    readonly limit: number
  } & Hidden,
  CandidateRow,
  NameCandidate
> = {
  name: 'names-like',
  text: cypher`
    CALL db.index.fulltext.queryRelationships('actor_names', $expression) YIELD relationship AS n
    WITH n, startNode(n).id AS collection, endNode(n).id AS actor
    WHERE n.folded IS :: LIST<STRING NOT NULL> NOT NULL AND n.aliases IS :: LIST<STRING NOT NULL> NOT NULL
    UNWIND range(0, size(n.folded) - 1) AS i
    WITH DISTINCT actor, collection, n.folded[i] AS folded, CASE i WHEN 0 THEN n.name ELSE n.aliases[i - 1] END AS name
    WITH * WHERE NOT ('actor:' + collection + '/' + actor) IN $hidden
    WITH *, all(word IN $words WHERE (' ' + folded) CONTAINS (' ' + word)) AS begins
    WHERE begins OR folded CONTAINS $typed
    RETURN [actor, name, collection] AS row
    ORDER BY
      CASE
        WHEN folded = $typed THEN 1
        WHEN folded STARTS WITH $typed THEN 2
        WHEN (' ' + folded) CONTAINS (' ' + $typed) THEN 3
        WHEN begins THEN 4
        ELSE 5
      END, folded, actor
    LIMIT $limit`,
  decode,
}

/** Names that share at least so many of these pairs of letters, most first, with their folded form. */
export const namesNear: Read<
  { readonly expression: string; readonly grams: readonly string[]; readonly least: number } & Hidden,
  readonly [...CandidateRow, string],
  { readonly candidate: NameCandidate; readonly folded: string }
> = {
  name: 'names-near',
  text: cypher`
    CALL db.index.fulltext.queryRelationships('actor_names', $expression) YIELD relationship AS n
    WITH n, startNode(n).id AS collection, endNode(n).id AS actor
    WHERE n.folded IS :: LIST<STRING NOT NULL> NOT NULL AND n.aliases IS :: LIST<STRING NOT NULL> NOT NULL
    UNWIND range(0, size(n.folded) - 1) AS i
    WITH DISTINCT actor, collection, n.folded[i] AS folded, CASE i WHEN 0 THEN n.name ELSE n.aliases[i - 1] END AS name
    WITH * WHERE NOT ('actor:' + collection + '/' + actor) IN $hidden
    WITH *, size([gram IN $grams WHERE (' ' + folded + ' ') CONTAINS gram]) AS shared
    WHERE shared >= $least
    RETURN [actor, name, collection, folded] AS row
    ORDER BY shared DESC, folded, actor`,
  decode: ([actor, name, collection, folded]) => ({ candidate: { actor, name, collection }, folded }),
}
