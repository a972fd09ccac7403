import { sql, type Read, type Write } from '../sql.ts'
import type { Range } from './columns.ts'

type OfImport = { readonly import: number }

/** Events that an import brought first and that do not go with it: a hand has changed them, or others own them too. */
export const stayingInRange: Read<
  Range & OfImport,
  readonly [number, number, number | null],
  { readonly ref: number; readonly byHand: boolean; readonly next: number | null }
> = {
  name: 'staying-in-range',
  text: sql`
    SELECT ref, by_hand, next FROM (
      SELECT event.ref, (SELECT writer.by <> 'IMPORT' FROM writer WHERE writer.ref = event.writer) AS by_hand,
        (SELECT min(event_owner.import) FROM event_owner CROSS JOIN import ON import.ref = event_owner.import
          WHERE event_owner.event = event.ref AND event_owner.import <> @import AND import.state = 1) AS next
      FROM event WHERE event.ref > @after AND event.ref <= @through AND event.import = @import) AS found
    WHERE by_hand OR next IS NOT NULL`,
  decode: ([ref, byHand, next]) => ({ ref, byHand: byHand === 1, next }),
}

/** Makes another import the one that events belong to, or none. `moved`: a JSON list of pairs of ref and import. */
export const giveEvents: Write<{ readonly moved: string }> = {
  name: 'give-events',
  text: sql`
    UPDATE event SET import = found.next
    FROM (SELECT value ->> 0 AS event, value ->> 1 AS next FROM json_each(@moved)) AS found WHERE event.ref = found.event`,
}

/** `moved` as above: those that belong to an import are not also among its others'. */
export const disownGiven: Write<{ readonly moved: string }> = {
  name: 'disown-given',
  text: sql`
    DELETE FROM event_owner WHERE (event, import) IN (SELECT value ->> 0, value ->> 1 FROM json_each(@moved))`,
}

/** Who is named by what does not go with an import; whether in its collection, and there by what belongs to no import. */
export const namedByOthers: Read<
  Range & OfImport & { readonly collection: number },
  readonly [actor: number, here: number, free: number],
  readonly [number, number, number]
> = {
  name: 'named-by-others',
  text: sql`
    SELECT actor, collection = @collection, collection = @collection AND import IS NULL
      FROM event WHERE ref > @after AND ref <= @through AND import IS NOT @import
    UNION SELECT target, collection = @collection, collection = @collection AND import IS NULL
      FROM event WHERE ref > @after AND ref <= @through AND import IS NOT @import`,
  decode: (row) => row,
}

/** Returns what went: its ref, and whether it has words. */
export const deleteInRange: Read<Range & OfImport, readonly [number, number], readonly [number, number]> = {
  name: 'delete-in-range',
  text: sql`
    DELETE FROM event WHERE ref > @after AND ref <= @through AND import = @import
    RETURNING ref, scope IS NOT NULL OR summary IS NOT NULL`,
  decode: (row) => row,
}

/** Events that an import brought again, and whether a hand has changed them. */
export const disownedInRange: Read<Range & OfImport, readonly [string, number], readonly [string, number]> = {
  name: 'disowned-in-range',
  text: sql`
    SELECT event.id, writer.by <> 'IMPORT'
    FROM event_owner
    CROSS JOIN event ON event.ref = event_owner.event
    CROSS JOIN writer ON writer.ref = event.writer
    WHERE event_owner.event > @after AND event_owner.event <= @through AND event_owner.import = @import`,
  decode: (row) => row,
}

export const disownInRange: Write<Range & OfImport> = {
  name: 'disown-in-range',
  text: sql`DELETE FROM event_owner WHERE event > @after AND event <= @through AND import = @import`,
}

/** Of some sources those that evidence names. `ids`: a JSON list. */
export const sourcesNamed: Read<{ readonly ids: string }, readonly [string], string> = {
  name: 'sources-named',
  text: sql`
    SELECT source.id FROM json_each(@ids) AS wanted CROSS JOIN source ON source.id = wanted.value
    WHERE EXISTS (SELECT 1 FROM evidence WHERE evidence.source = source.ref)
      OR EXISTS (SELECT 1 FROM evidence WHERE evidence.relayed_from = source.ref)
      OR EXISTS (SELECT 1 FROM affiliation_evidence AS evidence WHERE evidence.source = source.ref)
      OR EXISTS (SELECT 1 FROM affiliation_evidence AS evidence WHERE evidence.relayed_from = source.ref)`,
  decode: ([id]) => id,
}

/** Of some actors those that another collection has an entry of; whether another collection's affiliation names them. */
export const actorsElsewhere: Read<
  { readonly ids: string; readonly collection: number },
  readonly [actor: string, entries: number, affiliations: number],
  { readonly actor: string; readonly hasEntry: boolean; readonly isNamed: boolean }
> = {
  name: 'actors-elsewhere',
  text: sql`
    SELECT actor.id,
      EXISTS (SELECT 1 FROM actor_entry WHERE actor_entry.actor = actor.ref AND actor_entry.collection <> @collection),
      EXISTS (SELECT 1 FROM affiliation WHERE affiliation.actor = actor.ref AND affiliation.collection <> @collection)
        OR EXISTS (SELECT 1 FROM affiliation WHERE affiliation.whom = actor.ref AND affiliation.collection <> @collection)
    FROM json_each(@ids) AS wanted CROSS JOIN actor ON actor.id = wanted.value`,
  decode: ([actor, entries, affiliations]) => ({ actor, hasEntry: entries === 1, isNamed: affiliations === 1 }),
}

/** Of some actors those whose entry in a collection something still needs. `ids`: a JSON list. */
export const actorsNeeded: Read<{ readonly ids: string; readonly collection: number }, readonly [string], string> = {
  name: 'actors-needed',
  text: sql`
    SELECT actor.id FROM json_each(@ids) AS wanted CROSS JOIN actor ON actor.id = wanted.value
    WHERE EXISTS (SELECT 1 FROM event WHERE event.actor = actor.ref AND event.collection = @collection)
      OR EXISTS (SELECT 1 FROM event WHERE event.target = actor.ref AND event.collection = @collection)
      OR EXISTS (SELECT 1 FROM affiliation WHERE affiliation.actor = actor.ref AND affiliation.collection = @collection)
      OR EXISTS (SELECT 1 FROM affiliation WHERE affiliation.whom = actor.ref AND affiliation.collection = @collection)
      OR (NOT EXISTS (SELECT 1 FROM actor_entry WHERE actor_entry.actor = actor.ref
            AND actor_entry.collection <> @collection)
        AND (EXISTS (SELECT 1 FROM event WHERE event.actor = actor.ref)
          OR EXISTS (SELECT 1 FROM event WHERE event.target = actor.ref)
          OR EXISTS (SELECT 1 FROM affiliation WHERE affiliation.actor = actor.ref)
          OR EXISTS (SELECT 1 FROM affiliation WHERE affiliation.whom = actor.ref)))`,
  decode: ([id]) => id,
}

/** Whether anything belongs to a collection. */
export const anyOfCollection: Read<{ readonly collection: number }, readonly [number], boolean> = {
  name: 'any-of-collection',
  text: sql`
    SELECT EXISTS (SELECT 1 FROM event WHERE collection = @collection)
      OR EXISTS (SELECT 1 FROM actor_entry WHERE collection = @collection)
      OR EXISTS (SELECT 1 FROM affiliation WHERE collection = @collection)
      OR EXISTS (SELECT 1 FROM source WHERE collection = @collection)`,
  decode: ([any]) => any === 1,
}
