import type { ActorEntry } from '../../../domain/records.ts'
import type { Held } from '../../differing.ts'
import { decodeActorEntry, type ActorEntryRow } from '../decode.ts'
import { sql, type NoParams, type Read, type Write } from '../sql.ts'

type EntryOfActor = { readonly actorRef: number; readonly held: Held<ActorEntry> }

function decodeEntryOfActor([...row]: readonly [...ActorEntryRow, number]): EntryOfActor {
  const actorRef = row.pop() as number
  return { actorRef, held: decodeActorEntry(row as unknown as ActorEntryRow) }
}

/** Oldest actors first, the entries of each by collection. */
export const allActorEntries: Read<NoParams, readonly [...ActorEntryRow, number], EntryOfActor> = {
  name: 'actors',
  text: sql`
    SELECT ref, actor, collection, kind, name, article, aliases, description, unspecified, writer_by, writer_name, version,
      actor_ref
    FROM actor_entry_record WHERE hidden IS NOT 1 ORDER BY actor_created, actor, collection`,
  decode: decodeEntryOfActor,
}

export const actorEntriesOfCollection: Read<{ readonly collection: number }, ActorEntryRow, Held<ActorEntry>> = {
  name: 'actor-entries-of-collection',
  text: sql`
    SELECT ref, actor, collection, kind, name, article, aliases, description, unspecified, writer_by, writer_name, version
    FROM actor_entry_record WHERE collection_ref = @collection AND hidden IS NOT 1 ORDER BY actor`,
  decode: decodeActorEntry,
}

/** Hidden ones too. */
export const allEntriesOfCollection: Read<
  { readonly collection: number },
  readonly [...ActorEntryRow, number],
  EntryOfActor
> = {
  name: 'all-entries-of-collection',
  text: sql`
    SELECT ref, actor, collection, kind, name, article, aliases, description, unspecified, writer_by, writer_name, version,
      actor_ref
    FROM actor_entry_record WHERE collection_ref = @collection`,
  decode: decodeEntryOfActor,
}

/** Hidden ones too. `keys`: a JSON list of pairs of actor and collection. */
export const actorEntriesByKey: Read<{ readonly keys: string }, ActorEntryRow, Held<ActorEntry>> = {
  name: 'actor-entries-by-key',
  text: sql`
    SELECT record.ref, record.actor, record.collection, record.kind, name, article, aliases, record.description,
      unspecified, writer_by, writer_name, record.version
    FROM json_each(@keys) AS wanted
    CROSS JOIN actor ON actor.id = wanted.value ->> 0
    CROSS JOIN collection ON collection.id = wanted.value ->> 1
    CROSS JOIN actor_entry_record AS record
      ON record.actor_ref = actor.ref AND record.collection_ref = collection.ref`,
  decode: decodeActorEntry,
}

export const actorRefs: Read<{ readonly ids: string }, readonly [string, number], readonly [string, number]> = {
  name: 'actor-refs',
  text: sql`SELECT actor.id, actor.ref FROM json_each(@ids) AS wanted CROSS JOIN actor ON actor.id = wanted.value`,
  decode: (row) => row,
}

/** Actors that came after a ref: refs are never given again. */
export const actorIds: Read<{ readonly ref: number }, readonly [number, string], readonly [number, string]> = {
  name: 'actor-ids',
  text: sql`SELECT ref, id FROM actor WHERE ref > @ref`,
  decode: (row) => row,
}

export const insertActors: Write<{ readonly ids: string; readonly version: number }> = {
  name: 'insert-actors',
  text: sql`
    INSERT INTO actor (id, created) SELECT value, @version FROM json_each(@ids) WHERE true ON CONFLICT DO NOTHING`,
}

export type ActorEntryParams = {
  readonly actor: number
  readonly collection: number
  readonly kind: number
  readonly name: string
  readonly article: number
  readonly aliases: string
  readonly description: string | null
  readonly unspecified: number
  readonly writer: number
  readonly version: number
}

/** Returns the entry's ref. */
export const writeActorEntry: Read<ActorEntryParams, readonly [number], number> = {
  name: 'write-actor-entry',
  text: sql`
    INSERT INTO actor_entry (actor, collection, kind, name, article, aliases, description, unspecified, writer,
      version, created)
    VALUES (@actor, @collection, @kind, @name, @article, @aliases, @description, @unspecified, @writer,
      @version, @version)
    ON CONFLICT (actor, collection) DO UPDATE SET kind = excluded.kind, name = excluded.name,
      article = excluded.article, aliases = excluded.aliases, description = excluded.description,
      unspecified = excluded.unspecified, writer = excluded.writer, version = excluded.version
    RETURNING ref`,
  decode: ([ref]) => ref,
}

/** `refs`: a JSON list of entries' refs. */
export const deleteActorEntries: Write<{ readonly refs: string }> = {
  name: 'delete-actor-entries',
  text: sql`DELETE FROM actor_entry WHERE ref IN (SELECT value FROM json_each(@refs))`,
}

/** Of these actors those that no collection names, each with a record that still does, such as `event x/1`. */
export const unnamedActors: Read<
  { readonly ids: string },
  readonly [string, string | null],
  readonly [actor: string, record: string | null]
> = {
  name: 'unnamed-actors',
  text: sql`
    SELECT actor.id, coalesce(
      (SELECT 'event ' || event.id FROM event WHERE event.actor = actor.ref),
      (SELECT 'event ' || event.id FROM event WHERE event.target = actor.ref),
      (SELECT 'affiliation ' || affiliation.id FROM affiliation WHERE affiliation.actor = actor.ref),
      (SELECT 'affiliation ' || affiliation.id FROM affiliation WHERE affiliation.whom = actor.ref))
    FROM json_each(@ids) AS wanted CROSS JOIN actor ON actor.id = wanted.value
    WHERE NOT EXISTS (SELECT 1 FROM actor_entry WHERE actor_entry.actor = actor.ref)`,
  decode: (row) => row,
}

export const deleteActors: Write<{ readonly ids: string }> = {
  name: 'delete-actors',
  text: sql`DELETE FROM actor WHERE id IN (SELECT value FROM json_each(@ids))`,
}
