import { sql, type Read, type Write } from '../sql.ts'

/** `texts`: a JSON list. */
export const insertWords: Write<{ readonly texts: string }> = {
  name: 'insert-words',
  text: sql`INSERT INTO word (text) SELECT value FROM json_each(@texts) WHERE true ON CONFLICT DO NOTHING`,
}

export const wordRefs: Read<{ readonly ids: string }, readonly [string, number], readonly [string, number]> = {
  name: 'word-refs',
  text: sql`SELECT word.text, word.ref FROM json_each(@ids) AS wanted CROSS JOIN word ON word.text = wanted.value`,
  decode: (row) => row,
}

/** Words are never deleted: what came after a ref is all that is new. */
export const wordsAfter: Read<{ readonly ref: number }, readonly [number, string], readonly [number, string]> = {
  name: 'words-after',
  text: sql`SELECT ref, text FROM word WHERE ref > @ref`,
  decode: (row) => row,
}
