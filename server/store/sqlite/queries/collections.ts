import type { CollectionRecord } from '../../../domain/records.ts'
import type { Held } from '../../differing.ts'
import type { Owned } from '../../removal-plan.ts'
import { decodeCollection, type CollectionRow } from '../decode.ts'
import { sql, type NoParams, type Read, type SqlRow, type Write } from '../sql.ts'

/** Oldest first. */
export const allCollections: Read<NoParams, CollectionRow, Held<CollectionRecord>> = {
  name: 'collections',
  text: sql`
    SELECT ref, id, kind, title, description, headline, positions, questions, writer_by, writer_name, version
    FROM collection_record WHERE hidden IS NOT 1 ORDER BY created, id`,
  decode: decodeCollection,
}

/** Hidden ones too. `ids`: a JSON list. */
export const collectionsById: Read<{ readonly ids: string }, CollectionRow, Held<CollectionRecord>> = {
  name: 'collections-by-id',
  text: sql`
    SELECT ref, record.id, kind, title, description, headline, positions, questions, writer_by, writer_name, version
    FROM json_each(@ids) AS wanted CROSS JOIN collection_record AS record ON record.id = wanted.value`,
  decode: decodeCollection,
}

/** The same where it is seen. */
export const seenCollection: Read<{ readonly id: string }, CollectionRow, Held<CollectionRecord>> = {
  name: 'seen-collection',
  text: sql`
    SELECT ref, id, kind, title, description, headline, positions, questions, writer_by, writer_name, version
    FROM collection_record WHERE id = @id AND hidden IS NOT 1`,
  decode: decodeCollection,
}

export const collectionRefs: Read<{ readonly ids: string }, readonly [string, number], readonly [string, number]> = {
  name: 'collection-refs',
  text: sql`
    SELECT collection.id, collection.ref
    FROM json_each(@ids) AS wanted CROSS JOIN collection ON collection.id = wanted.value`,
  decode: (row) => row,
}

export const ownedByCollection: Read<{ readonly id: string }, readonly [Owned['kind'], string], Owned> = {
  name: 'owned-by-collection',
  text: sql`
    SELECT 'event', id FROM event WHERE collection = (SELECT ref FROM collection WHERE id = @id)
    UNION ALL SELECT 'affiliation', id FROM affiliation WHERE collection = (SELECT ref FROM collection WHERE id = @id)
    UNION ALL SELECT 'source', id FROM source WHERE collection = (SELECT ref FROM collection WHERE id = @id)
    UNION ALL SELECT 'actor', actor FROM actor_entry_record
      WHERE collection_ref = (SELECT ref FROM collection WHERE id = @id)`,
  decode: ([kind, id]) => ({ kind, id }),
}

export type CollectionParams = {
  readonly id: string
  readonly kind: number
  readonly title: string
  readonly description: string | null
  readonly headline: string | null
  readonly positions: string
  readonly questions: string
  readonly writer: number
  readonly version: number
}

export const writeCollection: Write<CollectionParams> = {
  name: 'write-collection',
  text: sql`
    INSERT INTO collection (id, kind, title, description, headline, positions, questions, writer, version, created)
    VALUES (@id, @kind, @title, @description, @headline, @positions, @questions, @writer, @version, @version)
    ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, title = excluded.title, description = excluded.description,
      headline = excluded.headline, positions = excluded.positions, questions = excluded.questions,
      writer = excluded.writer, version = excluded.version`,
}

/** Returns the ids of those that were there. */
export const deleteCollections: Read<{ readonly ids: string }, readonly [string], string> = {
  name: 'delete-collections',
  text: sql`DELETE FROM collection WHERE id IN (SELECT value FROM json_each(@ids)) RETURNING id`,
  decode: ([id]) => id,
}

/** Remembers that the store held it. */
export const holdCollection: Write<{ readonly id: string }> = {
  name: 'hold-collection',
  text: sql`INSERT INTO held (collection) VALUES (@id) ON CONFLICT DO NOTHING`,
}

/** Forgets that the store held it: an import that is undone was never there. */
export const unholdCollections: Write<{ readonly ids: string }> = {
  name: 'unhold-collections',
  text: sql`DELETE FROM held WHERE collection IN (SELECT value FROM json_each(@ids))`,
}

export const heldCollection: Read<{ readonly id: string }, SqlRow, true> = {
  name: 'held-collection',
  text: sql`SELECT 1 FROM held WHERE collection = @id`,
  decode: () => true,
}

export const allHeld: Read<NoParams, readonly [string], string> = {
  name: 'all-held',
  text: sql`SELECT collection FROM held ORDER BY collection`,
  decode: ([id]) => id,
}
