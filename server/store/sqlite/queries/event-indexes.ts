import { sql, type NoParams, type Read, type SqlRow, type Write } from '../sql.ts'

/** The indexes of events that are not unique: a first large import is twice as quick without them. */

export const indexEventsByCollection: Write<NoParams> = {
  name: 'index-events-by-collection',
  text: sql`CREATE INDEX IF NOT EXISTS event_by_collection ON event (collection)`,
}

export const indexEventsByActor: Write<NoParams> = {
  name: 'index-events-by-actor',
  text: sql`CREATE INDEX IF NOT EXISTS event_by_actor ON event (actor)`,
}

export const indexEventsByTarget: Write<NoParams> = {
  name: 'index-events-by-target',
  text: sql`CREATE INDEX IF NOT EXISTS event_by_target ON event (target)`,
}

export const dropEventsByCollection: Write<NoParams> = {
  name: 'drop-events-by-collection',
  text: sql`DROP INDEX IF EXISTS event_by_collection`,
}

export const dropEventsByActor: Write<NoParams> = {
  name: 'drop-events-by-actor',
  text: sql`DROP INDEX IF EXISTS event_by_actor`,
}

export const dropEventsByTarget: Write<NoParams> = {
  name: 'drop-events-by-target',
  text: sql`DROP INDEX IF EXISTS event_by_target`,
}

/** Whether one of them is missing. */
export const anyIndexMissing: Read<NoParams, SqlRow, boolean> = {
  name: 'any-index-missing',
  text: sql`
    SELECT count(*) < 3 FROM pragma_index_list('event')
    WHERE name IN ('event_by_collection', 'event_by_actor', 'event_by_target')`,
  decode: ([missing]) => missing === 1,
}

/** How many events there are at most. */
export const eventsAtMost: Read<NoParams, readonly [number | null], number> = {
  name: 'events-at-most',
  text: sql`SELECT max(ref) FROM event`,
  decode: ([ref]) => ref ?? 0,
}
