import { sql, type Read, type Write } from '../sql.ts'
import type { Range } from './columns.ts'

/** An event of a data set as it is stored, words and actors as refs. In the order of `insertImported`. */
export type ImportedRow = readonly [
  id: string,
  collection: number,
  actor: number,
  target: number,
  earliest: number,
  latest: number,
  flags: number,
  kind: number,
  subtype: number,
  stage: number,
  strength: number,
  mark: number,
  scope: string | null,
  summary: string | null,
  occurred: string,
  reported: number | null,
  code: number | null,
  system: number | null,
  goldstein: number | null,
  actorName: number | null,
  targetName: number | null,
  publisher: number | null,
  locator: string | null,
  writer: number,
  import: number,
  version: number,
  created: number,
]

/** Values by place, because names cost as much as the row itself. One whose id is there is left out. */
export const insertImported: Write<never> = {
  name: 'insert-imported',
  text: sql`
    INSERT INTO event (id, collection, actor, target, earliest, latest, flags, kind, subtype, stage, strength, mark, scope,
      summary, occurred, reported, code, system, goldstein, actor_name, target_name, publisher, locator,
      writer, import, version, created)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO NOTHING`,
}

/** Those that are there, as `ImportedRow` up to the locator. `ids`: a JSON list. */
export const importedById: Read<{ readonly ids: string }, ImportedThere, ImportedThere> = {
  name: 'imported-by-id',
  text: sql`
    SELECT event.ref, event.import, (SELECT writer.by = 'HAND' FROM writer WHERE writer.ref = event.writer),
      event.id, collection, actor, target, earliest, latest, flags, event.kind, subtype, stage, strength, mark, scope,
      summary, occurred, reported, code, system, goldstein, actor_name, target_name, publisher, locator
    FROM json_each(@ids) AS wanted CROSS JOIN event ON event.id = wanted.value`,
  decode: (row) => row,
}

export type ImportedThere = readonly [
  ref: number,
  import: number | null,
  byHand: number,
  id: string,
  ...(number | string | null)[],
]

/** `refs`: a JSON list of events. */
export const ownEvents: Write<{ readonly import: number; readonly refs: string }> = {
  name: 'own-events',
  text: sql`
    INSERT INTO event_owner (event, import) SELECT value, @import FROM json_each(@refs) WHERE true ON CONFLICT DO NOTHING`,
}

/** Ids of an import's own events, of at most so many. */
export const idsOfImport: Read<
  { readonly import: number; readonly after: number; readonly most: number },
  readonly [string],
  string
> = {
  name: 'ids-of-import',
  text: sql`SELECT id FROM event WHERE ref > @after AND import = @import LIMIT @most`,
  decode: ([id]) => id,
}

/** Rows that may be halves of meetings. `codes`: a JSON list of words' refs. */
export const codedInRange: Read<
  Range & { readonly collection: number; readonly codes: string },
  CodedTuple,
  CodedTuple
> = {
  name: 'coded-in-range',
  text: sql`
    SELECT ref, id, actor, target, earliest, code, actor_name, target_name, flags,
      import IN (SELECT ref FROM import WHERE state = 0)
    FROM event WHERE ref > @after AND ref <= @through AND collection = @collection
      AND code IN (SELECT value FROM json_each(@codes))`,
  decode: (row) => row,
}

export type CodedTuple = readonly [
  ref: number,
  id: string,
  actor: number,
  target: number,
  earliest: number,
  code: number,
  actorName: number,
  targetName: number,
  flags: number,
  hidden: number | null,
]

/** `ids`: a JSON list. */
export const eventRefs: Read<{ readonly ids: string }, readonly [number], number> = {
  name: 'event-refs',
  text: sql`SELECT event.ref FROM json_each(@ids) AS wanted CROSS JOIN event ON event.id = wanted.value`,
  decode: ([ref]) => ref,
}

/** `refs`: a JSON list. `mask` is turned over. Returns the ids. */
export const turnFlags: Read<{ readonly refs: string; readonly mask: number }, readonly [string], string> = {
  name: 'turn-flags',
  text: sql`
    UPDATE event SET flags = (flags | @mask) - (flags & @mask) WHERE ref IN (SELECT value FROM json_each(@refs))
    RETURNING id`,
  decode: ([id]) => id,
}

/** `flagged`: a JSON list of pairs of ref and what the mirror's flag becomes: the flag, or 0. */
export const noteMirrors: Write<{ readonly collection: string; readonly flagged: string }> = {
  name: 'note-mirrors',
  text: sql`
    INSERT INTO mirror_change (event, collection, flags)
    SELECT value ->> 0, @collection, value ->> 1 FROM json_each(@flagged) WHERE true
    ON CONFLICT (event) DO UPDATE SET flags = excluded.flags`,
}

export const forgetMirrors: Write<{ readonly collection: string }> = {
  name: 'forget-mirrors',
  text: sql`DELETE FROM mirror_change WHERE collection = @collection`,
}

/** Makes of seen events what an import noted. `mask` is the mirror's flag. Returns their ids. */
export const takeMirrors: Read<{ readonly collection: string; readonly mask: number }, readonly [string], string> = {
  name: 'take-mirrors',
  text: sql`
    UPDATE event SET flags = (event.flags & ~@mask) | mirror_change.flags FROM mirror_change
    WHERE mirror_change.collection = @collection AND event.ref = mirror_change.event
    RETURNING event.id`,
  decode: ([id]) => id,
}
