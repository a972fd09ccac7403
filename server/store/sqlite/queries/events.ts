import type { EventRecord } from '../../../domain/records.ts'
import type { Held } from '../../differing.ts'
import { decodeEvent, type EventRow } from '../decode.ts'
import type { Range } from './columns.ts'
import { sql, type Read, type Write } from '../sql.ts'

/** Whole events, with evidence, history and links; hidden ones too. `ids`: a JSON list. */
export const eventsById: Read<{ readonly ids: string }, EventRow, Held<EventRecord>> = {
  name: 'events-held',
  text: sql`
    SELECT ref, record.id, collection, actor, target, kind, subtype, stage, strength, mark, scope, summary, occurred,
      history, links, evidence, code, system, goldstein, actor_name, target_name, publisher, reported, flags, locator,
      writer_by, writer_name, version
    FROM json_each(@ids) AS wanted CROSS JOIN event_record AS record ON record.id = wanted.value`,
  decode: decodeEvent,
}

/** Those of them that are seen. */
export const seenEventsById: Read<{ readonly ids: string }, EventRow, Held<EventRecord>> = {
  name: 'events-by-id',
  text: sql`
    SELECT ref, record.id, collection, actor, target, kind, subtype, stage, strength, mark, scope, summary, occurred,
      history, links, evidence, code, system, goldstein, actor_name, target_name, publisher, reported, flags, locator,
      writer_by, writer_name, version
    FROM json_each(@ids) AS wanted CROSS JOIN event_record AS record ON record.id = wanted.value
    WHERE hidden IS NOT 1`,
  decode: decodeEvent,
}

export const eventsOfCollection: Read<{ readonly collection: number }, EventRow, Held<EventRecord>> = {
  name: 'events-of-collection',
  text: sql`
    SELECT ref, id, collection, actor, target, kind, subtype, stage, strength, mark, scope, summary, occurred,
      history, links, evidence, code, system, goldstein, actor_name, target_name, publisher, reported, flags, locator,
      writer_by, writer_name, version
    FROM event_record WHERE collection_ref = @collection AND hidden IS NOT 1 ORDER BY id`,
  decode: decodeEvent,
}

/** Whole events by their refs, each with the import that it belongs to and, as a JSON list, the others that brought it. */
export const eventsInRange: Read<
  Range,
  readonly [...EventRow, owner: string | null, others: string],
  { readonly held: Held<EventRecord>; readonly owners: readonly string[] }
> = {
  name: 'events-in-range',
  text: sql`
    SELECT ref, id, collection, actor, target, kind, subtype, stage, strength, mark, scope, summary, occurred,
      history, links, evidence, code, system, goldstein, actor_name, target_name, publisher, reported, flags, locator,
      writer_by, writer_name, version, import, owners
    FROM event_record WHERE ref > @after AND ref <= @through AND hidden IS NOT 1`,
  decode: ([...row]) => {
    const others = JSON.parse(row.pop() as string) as string[]
    const owner = row.pop() as string | null
    return { held: decodeEvent(row as unknown as EventRow), owners: owner === null ? others : [owner, ...others] }
  },
}

export type EventParams = {
  readonly id: string
  readonly collection: number
  readonly actor: number
  readonly target: number
  readonly earliest: number
  readonly latest: number
  readonly flags: number
  readonly kind: number
  readonly subtype: number
  readonly stage: number
  readonly strength: number
  readonly mark: number
  readonly scope: string | null
  readonly summary: string | null
  readonly occurred: string
  readonly writer: number
  readonly version: number
  readonly reported: number | null
  readonly code: number | null
  readonly system: number | null
  readonly goldstein: number | null
  readonly actorName: number | null
  readonly targetName: number | null
  readonly publisher: number | null
  readonly locator: string | null
}

/** One that an import signs, as far as that is there, is its. */
export const insertEvent: Write<EventParams> = {
  name: 'insert-event',
  text: sql`
    INSERT INTO event (id, collection, actor, target, earliest, latest, flags, kind, subtype, stage, strength, mark, scope,
      summary, occurred, writer, reported, code, system, goldstein, actor_name, target_name, publisher,
      locator, import, version, created)
    VALUES (@id, @collection, @actor, @target, @earliest, @latest, @flags, @kind, @subtype, @stage, @strength, @mark,
      @scope, @summary, @occurred, @writer, @reported, @code, @system, @goldstein, @actorName, @targetName, @publisher,
      @locator, (SELECT import.ref FROM import CROSS JOIN writer ON writer.name = import.id
        WHERE import.state = 1 AND writer.ref = @writer AND writer.by = 'IMPORT'), @version, @version)`,
}

/** Whose it is stays. */
export const updateEvent: Write<{ readonly ref: number } & EventParams> = {
  name: 'update-event',
  text: sql`
    UPDATE event SET collection = @collection, actor = @actor, target = @target, earliest = @earliest,
      latest = @latest, flags = @flags, kind = @kind, subtype = @subtype, stage = @stage, strength = @strength,
      mark = @mark, scope = @scope, summary = @summary, occurred = @occurred, writer = @writer, reported = @reported,
      code = @code, system = @system, goldstein = @goldstein, actor_name = @actorName, target_name = @targetName,
      publisher = @publisher, locator = @locator, version = @version
    WHERE ref = @ref`,
}

/** Returns the id and ref of those that were there; what belongs to them goes with them. */
export const deleteEvents: Read<{ readonly ids: string }, readonly [string, number], readonly [string, number]> = {
  name: 'delete-events',
  text: sql`DELETE FROM event WHERE id IN (SELECT value FROM json_each(@ids)) RETURNING id, ref`,
  decode: (row) => row,
}

export const insertEventWords: Write<{ readonly ref: number; readonly folded: string }> = {
  name: 'insert-event-words',
  text: sql`INSERT INTO event_words (rowid, folded) VALUES (@ref, @folded)`,
}

/** `refs`: a JSON list. */
export const deleteEventWords: Write<{ readonly refs: string }> = {
  name: 'delete-event-words',
  text: sql`DELETE FROM event_words WHERE rowid IN (SELECT value FROM json_each(@refs))`,
}
