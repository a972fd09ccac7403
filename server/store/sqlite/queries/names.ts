import { sql, type Read, type Write } from '../sql.ts'

type NameParams = { readonly entry: number; readonly text: string; readonly folded: string }

export const insertName: Write<NameParams> = {
  name: 'insert-name',
  text: sql`INSERT INTO name (entry, text, folded) VALUES (@entry, @text, @folded)`,
}

export const insertNameWords: Write<{ readonly ref: number; readonly folded: string }> = {
  name: 'insert-name-words',
  text: sql`INSERT INTO name_words (rowid, folded) VALUES (@ref, @folded)`,
}

export const insertNameParts: Write<{ readonly ref: number; readonly folded: string }> = {
  name: 'insert-name-parts',
  text: sql`INSERT INTO name_parts (rowid, folded) VALUES (@ref, @folded)`,
}

/** `grams`: a JSON list. */
export const insertNameGrams: Write<{ readonly ref: number; readonly grams: string }> = {
  name: 'insert-name-grams',
  text: sql`INSERT INTO name_gram (gram, name) SELECT value, @ref FROM json_each(@grams)`,
}

/** `entries`: a JSON list of entries' refs. */
export const namesOfEntries: Read<{ readonly entries: string }, readonly [number, string], readonly [number, string]> =
  {
    name: 'names-of-entries',
    text: sql`
    SELECT name.ref, name.folded FROM json_each(@entries) AS wanted CROSS JOIN name ON name.entry = wanted.value`,
    decode: (row) => row,
  }

export const deleteNameGrams: Write<{ readonly ref: number; readonly grams: string }> = {
  name: 'delete-name-grams',
  text: sql`DELETE FROM name_gram WHERE gram IN (SELECT value FROM json_each(@grams)) AND name = @ref`,
}

export const deleteNameWords: Write<{ readonly refs: string }> = {
  name: 'delete-name-words',
  text: sql`DELETE FROM name_words WHERE rowid IN (SELECT value FROM json_each(@refs))`,
}

export const deleteNameParts: Write<{ readonly refs: string }> = {
  name: 'delete-name-parts',
  text: sql`DELETE FROM name_parts WHERE rowid IN (SELECT value FROM json_each(@refs))`,
}

export const deleteNames: Write<{ readonly refs: string }> = {
  name: 'delete-names',
  text: sql`DELETE FROM name WHERE ref IN (SELECT value FROM json_each(@refs))`,
}
