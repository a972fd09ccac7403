import type { ImportRecord } from '../../import-store.ts'
import { cypher, type Ids, type NoParams, type Read, type Write } from '../cypher.ts'

/** What an undo has come to so far. */
export interface UndoneSoFar {
  readonly events: number
  readonly shared: number
  readonly kept: readonly string[]
  readonly keptTotal: number
}

export interface HeldImport {
  readonly record: ImportRecord
  readonly undone: UndoneSoFar | null
}

type ImportRow = readonly [
  id: string,
  collection: string,
  format: string,
  files: string,
  settings: string,
  by: string,
  startedAt: string,
  endedAt: string | null,
  state: ImportRecord['state'],
  counts: string | null,
  undone: string | null,
]

function decode(row: ImportRow): HeldImport {
  const [id, collection, format, files, settings, by, startedAt, endedAt, state, counts, undone] = row
  const record: ImportRecord = {
    id,
    collection,
    format,
    files: JSON.parse(files) as ImportRecord['files'],
    settings: JSON.parse(settings) as unknown,
    by,
    startedAt,
    endedAt,
    state,
    counts: counts === null ? null : (JSON.parse(counts) as ImportRecord['counts']),
  }
  return { record, undone: undone === null ? null : (JSON.parse(undone) as UndoneSoFar) }
}

/** Oldest first. */
export const allImports: Read<NoParams, ImportRow, HeldImport> = {
  name: 'imports',
  text: cypher`
    MATCH (i:Import)
    RETURN [i.id, i.collection, i.format, i.files, i.settings, i.by, i.startedAt, i.endedAt, i.state, i.counts, i.undone] AS row
    ORDER BY i.n`,
  decode,
}

export const importById: Read<{ readonly id: string }, ImportRow, HeldImport> = {
  name: 'import-by-id',
  text: cypher`
    MATCH (i:Import {id: $id})
    RETURN [i.id, i.collection, i.format, i.files, i.settings, i.by, i.startedAt, i.endedAt, i.state, i.counts, i.undone] AS row`,
  decode,
}

/** The import of a collection that is unfinished or being undone. */
export const hiddenImportOf: Read<
  { readonly collection: string },
  readonly [string, ImportRecord['state']],
  { readonly id: string; readonly state: ImportRecord['state'] }
> = {
  name: 'hidden-import-of',
  text: cypher`MATCH (i:Import {collection: $collection}) WHERE i.state <> 'DONE' RETURN [i.id, i.state] AS row`,
  decode: ([id, state]) => ({ id, state }),
}

/** Ids of those that are finished, oldest first. */
export const doneImports: Read<NoParams, readonly [string], string> = {
  name: 'done-imports',
  text: cypher`MATCH (i:Import {state: 'DONE'}) RETURN [i.id] AS row ORDER BY i.n`,
  decode: ([id]) => id,
}

/** Ids of those that are unfinished or being undone. */
export const hiddenImports: Read<NoParams, readonly [string], string> = {
  name: 'hidden-imports',
  text: cypher`MATCH (i:Import) WHERE i.state IN ['UNFINISHED', 'UNDOING'] RETURN [i.id] AS row`,
  decode: ([id]) => id,
}

export type ImportParams = {
  readonly id: string
  readonly collection: string
  readonly format: string
  /** JSON. */
  readonly files: string
  readonly settings: string
  readonly by: string
  readonly startedAt: string
  readonly endedAt: string | null
  readonly state: string
  readonly counts: string | null
}

/** One that is there stays as it is. `n`: in which order they came. */
export const insertImport: Write<{ readonly row: ImportParams }> = {
  name: 'insert-import',
  text: cypher`
    OPTIONAL MATCH (other:Import)
    WITH coalesce(max(other.n), 0) + 1 AS n
    MERGE (i:Import {id: $row.id})
    ON CREATE SET i += $row, i.n = n`,
}

export const endImport: Write<{ readonly id: string; readonly at: string; readonly counts: string }> = {
  name: 'update-import-end',
  text: cypher`MATCH (i:Import {id: $id}) SET i.state = 'DONE', i.endedAt = $at, i.counts = $counts`,
}

export const beginUndo: Write<{ readonly id: string; readonly undone: string }> = {
  name: 'update-import-undo',
  text: cypher`MATCH (i:Import {id: $id}) SET i.state = 'UNDOING', i.undone = $undone`,
}

export const noteUndone: Write<{ readonly id: string; readonly undone: string }> = {
  name: 'update-import-undone',
  text: cypher`MATCH (i:Import {id: $id}) SET i.undone = $undone`,
}

/** With what it owns. */
export const deleteImport: Write<{ readonly id: string }> = {
  name: 'delete-import',
  text: cypher`
    MATCH (i:Import {id: $id})
    OPTIONAL MATCH (o:Owned {import: i.id})
    DELETE o, i`,
}

/** `ids`: of collections. */
export const deleteImportsOf: Write<Ids> = {
  name: 'delete-imports-of',
  text: cypher`
    MATCH (i:Import) WHERE i.collection IN $ids
    OPTIONAL MATCH (o:Owned {import: i.id})
    DELETE o, i`,
}
