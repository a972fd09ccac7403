import type { EventTuple, EvidenceTuple, LinkTuple, StatusTuple } from '../../graph-store.ts'
import { sql, type Read } from '../sql.ts'

/** Refs after `after`, up to and with `through`. */
export type Range = { readonly after: number; readonly through: number }

/** The ref of the last of the next so many events; null where none are left. */
export const endOfChunk: Read<
  { readonly after: number; readonly many: number },
  readonly [number | null],
  number | null
> = {
  name: 'end-of-chunk',
  text: sql`SELECT max(ref) FROM (SELECT ref FROM event WHERE ref > @after ORDER BY ref LIMIT @many)`,
  decode: ([ref]) => ref,
}

/** An event with its words and collection still as refs: they repeat, and are looked up once for all. */
export type PackedEvent = [
  id: string,
  actor: number,
  target: number,
  earliest: number,
  latest: number,
  flags: number,
  reported: number | null,
  kind: number,
  subtype: number,
  stage: number,
  mark: number,
  strength: number,
  scope: string | null,
  collection: number,
  code: number | null,
  publisher: number | null,
]

export const eventColumnsInRange: Read<Range, PackedEvent, PackedEvent> = {
  name: 'event-columns-in-range',
  text: sql`
    SELECT id, actor, target, earliest, latest, flags, reported, kind, subtype, stage, mark, strength, scope, collection,
      code, publisher
    FROM event WHERE ref > @after AND ref <= @through`,
  decode: (row) => row,
}

export const evidenceInRange: Read<Range, EvidenceTuple, EvidenceTuple> = {
  name: 'evidence-in-range',
  text: sql`
    SELECT event.id, source.id, relayed.id, evidence.stance, evidence.about
    FROM evidence
    CROSS JOIN event ON event.ref = evidence.event
    CROSS JOIN source ON source.ref = evidence.source
    LEFT JOIN source AS relayed ON relayed.ref = evidence.relayed_from
    WHERE evidence.event > @after AND evidence.event <= @through`,
  decode: (row) => row,
}

export const statusesInRange: Read<Range, StatusTuple, StatusTuple> = {
  name: 'statuses-in-range',
  text: sql`
    SELECT event.id, status.day, status.status
    FROM status CROSS JOIN event ON event.ref = status.event
    WHERE status.event > @after AND status.event <= @through`,
  decode: (row) => row,
}

export const linksInRange: Read<Range, LinkTuple, LinkTuple> = {
  name: 'links-in-range',
  text: sql`
    SELECT event.id, link.other, link.type
    FROM link CROSS JOIN event ON event.ref = link.event
    WHERE link.event > @after AND link.event <= @through`,
  decode: (row) => row,
}

/** The same without those that are hidden: asked only where something is, because it reads another table for each. */
export const seenColumnsInRange: Read<Range, PackedEvent, PackedEvent> = {
  name: 'seen-columns-in-range',
  text: sql`
    SELECT id, actor, target, earliest, latest, flags, reported, kind, subtype, stage, mark, strength, scope, collection,
      code, publisher
    FROM event WHERE ref > @after AND ref <= @through
      AND (import IS NULL OR import NOT IN (SELECT ref FROM import WHERE state <> 1))`,
  decode: (row) => row,
}

/** `ids`: a JSON list. */
type Ids = { readonly ids: string }

export const eventColumnsById: Read<Ids, EventTuple, EventTuple> = {
  name: 'event-columns-by-id',
  text: sql`
    SELECT event.id, actor, target, earliest, latest, flags, reported, event.kind,
      (SELECT word.text FROM word WHERE word.ref = event.subtype), stage, mark, strength, scope,
      (SELECT collection.id FROM collection WHERE collection.ref = event.collection),
      (SELECT word.text FROM word WHERE word.ref = event.code),
      (SELECT word.text FROM word WHERE word.ref = event.publisher)
    FROM json_each(@ids) AS wanted CROSS JOIN event ON event.id = wanted.value
    WHERE event.import IS NULL OR event.import NOT IN (SELECT ref FROM import WHERE state <> 1)`,
  decode: (row) => row,
}

export const evidenceById: Read<Ids, EvidenceTuple, EvidenceTuple> = {
  name: 'evidence-by-id',
  text: sql`
    SELECT event.id, source.id, relayed.id, evidence.stance, evidence.about
    FROM json_each(@ids) AS wanted
    CROSS JOIN event ON event.id = wanted.value
    CROSS JOIN evidence ON evidence.event = event.ref
    CROSS JOIN source ON source.ref = evidence.source
    LEFT JOIN source AS relayed ON relayed.ref = evidence.relayed_from`,
  decode: (row) => row,
}

export const statusesById: Read<Ids, StatusTuple, StatusTuple> = {
  name: 'statuses-by-id',
  text: sql`
    SELECT event.id, status.day, status.status
    FROM json_each(@ids) AS wanted
    CROSS JOIN event ON event.id = wanted.value
    CROSS JOIN status ON status.event = event.ref`,
  decode: (row) => row,
}

export const linksById: Read<Ids, LinkTuple, LinkTuple> = {
  name: 'links-by-id',
  text: sql`
    SELECT event.id, link.other, link.type
    FROM json_each(@ids) AS wanted
    CROSS JOIN event ON event.id = wanted.value
    CROSS JOIN link ON link.event = event.ref`,
  decode: (row) => row,
}
