import type { ImportRecord } from '../../import-store.ts'
import { sql, type NoParams, type Read, type SqlRow, type Write } from '../sql.ts'

/** How states of imports are stored. */
export const IMPORT_STATES = ['UNFINISHED', 'DONE', 'UNDOING'] as const

type ImportRow = readonly [
  ref: number,
  id: string,
  collection: string,
  format: string,
  files: string,
  settings: string,
  by: string,
  startedAt: string,
  endedAt: string | null,
  state: number,
  counts: string | null,
  undone: string | null,
]

/** What an undo has come to so far. */
export interface UndoneSoFar {
  readonly events: number
  readonly shared: number
  readonly kept: readonly string[]
  readonly keptTotal: number
}

export interface HeldImport {
  readonly ref: number
  readonly record: ImportRecord
  readonly undone: UndoneSoFar | null
}

function decode(row: ImportRow): HeldImport {
  const [ref, id, collection, format, files, settings, by, startedAt, endedAt, state, counts, undone] = row
  const record: ImportRecord = {
    id,
    collection,
    format,
    files: JSON.parse(files) as ImportRecord['files'],
    settings: JSON.parse(settings) as unknown,
    by,
    startedAt,
    endedAt,
    state: IMPORT_STATES[state] ?? 'UNFINISHED',
    counts: counts === null ? null : (JSON.parse(counts) as ImportRecord['counts']),
  }
  return { ref, record, undone: undone === null ? null : (JSON.parse(undone) as UndoneSoFar) }
}

/** Oldest first. */
export const allImports: Read<NoParams, ImportRow, HeldImport> = {
  name: 'imports',
  text: sql`
    SELECT ref, id, collection, format, files, settings, by, started_at, ended_at, state, counts, undone
    FROM import ORDER BY ref`,
  decode,
}

export const importById: Read<{ readonly id: string }, ImportRow, HeldImport> = {
  name: 'import-by-id',
  text: sql`
    SELECT ref, id, collection, format, files, settings, by, started_at, ended_at, state, counts, undone
    FROM import WHERE id = @id`,
  decode,
}

/** The import of a collection that is unfinished or being undone. */
export const hiddenImportOf: Read<{ readonly collection: string }, readonly [number, string, number], UnseenImport> = {
  name: 'hidden-import-of',
  text: sql`SELECT ref, id, state FROM import WHERE collection = @collection AND state <> 1`,
  decode: ([ref, id, state]) => ({ ref, id, state: IMPORT_STATES[state] ?? 'UNFINISHED' }),
}

export interface UnseenImport {
  readonly ref: number
  readonly id: string
  readonly state: ImportRecord['state']
}

/** Whether anything is hidden. */
export const anyHidden: Read<NoParams, SqlRow, true> = {
  name: 'any-hidden',
  text: sql`SELECT 1 FROM import WHERE state <> 1 LIMIT 1`,
  decode: () => true,
}

/** `files` and what follows are JSON. One that is there stays as it is. */
export const insertImport: Write<{
  readonly id: string
  readonly collection: string
  readonly format: string
  readonly files: string
  readonly settings: string
  readonly by: string
  readonly startedAt: string
  readonly endedAt: string | null
  readonly state: number
  readonly counts: string | null
}> = {
  name: 'insert-import',
  text: sql`
    INSERT INTO import (id, collection, format, files, settings, by, started_at, ended_at, state, counts)
    VALUES (@id, @collection, @format, @files, @settings, @by, @startedAt, @endedAt, @state, @counts)
    ON CONFLICT DO NOTHING`,
}

export const endImport: Write<{ readonly ref: number; readonly at: string; readonly counts: string }> = {
  name: 'end-import',
  text: sql`UPDATE import SET state = 1, ended_at = @at, counts = @counts WHERE ref = @ref`,
}

export const beginUndo: Write<{ readonly ref: number; readonly undone: string }> = {
  name: 'begin-undo',
  text: sql`UPDATE import SET state = 2, undone = @undone WHERE ref = @ref`,
}

export const noteUndone: Write<{ readonly ref: number; readonly undone: string }> = {
  name: 'note-undone',
  text: sql`UPDATE import SET undone = @undone WHERE ref = @ref`,
}

export const deleteImport: Write<{ readonly ref: number }> = {
  name: 'delete-import',
  text: sql`DELETE FROM import WHERE ref = @ref`,
}

/** `ids`: a JSON list of collections. */
export const deleteImportsOf: Write<{ readonly ids: string }> = {
  name: 'delete-imports-of',
  text: sql`DELETE FROM import WHERE collection IN (SELECT value FROM json_each(@ids))`,
}

/** `ids`: a JSON list. */
export const importRefs: Read<{ readonly ids: string }, readonly [string, number], readonly [string, number]> = {
  name: 'import-refs',
  text: sql`SELECT import.id, import.ref FROM json_each(@ids) AS wanted CROSS JOIN import ON import.id = wanted.value`,
  decode: (row) => row,
}
