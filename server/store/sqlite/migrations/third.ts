import { sql } from '../sql.ts'

/**
 * Imports. `event.import` is the import that an event belongs to; those that brought it again stand in `event_owner`. An event is
 * hidden while the import that it belongs to is unfinished or being undone (state 0, 2; 1 is done). What else an import brings is owned
 * by key, and hidden while all who own it are; a key may name what a hand took away. `record` is an actor's entry as that import
 * writes it. No foreign key watches `event.import`: it would make imports slow.
 */
export const third = sql`
CREATE TABLE import (
  ref INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  collection TEXT NOT NULL,
  format TEXT NOT NULL,
  files TEXT NOT NULL,
  settings TEXT NOT NULL,
  by TEXT NOT NULL,
  started_at TEXT NOT NULL,
  ended_at TEXT,
  state INTEGER NOT NULL,
  counts TEXT,
  undone TEXT
) STRICT;
CREATE INDEX import_by_collection ON import (collection);

ALTER TABLE event ADD COLUMN locator TEXT;
ALTER TABLE event ADD COLUMN import INTEGER;

CREATE TABLE event_owner (
  event INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
  import INTEGER NOT NULL,
  PRIMARY KEY (event, import)
) STRICT, WITHOUT ROWID;

CREATE TABLE part_owner (
  key TEXT NOT NULL,
  import INTEGER NOT NULL REFERENCES import ON DELETE CASCADE,
  record TEXT,
  PRIMARY KEY (key, import)
) STRICT, WITHOUT ROWID;
CREATE INDEX part_owner_by_import ON part_owner (import);

-- What an unfinished import will make of events that are seen already.
CREATE TABLE mirror_change (
  event INTEGER PRIMARY KEY REFERENCES event ON DELETE CASCADE,
  collection TEXT NOT NULL,
  flags INTEGER NOT NULL
) STRICT;

DROP VIEW collection_record;
DROP VIEW source_record;
DROP VIEW actor_entry_record;
DROP VIEW affiliation_record;
DROP VIEW event_record;

CREATE VIEW collection_record AS
SELECT collection.ref, collection.id, kind, title, description, headline, positions, questions,
  (SELECT writer.by FROM writer WHERE writer.ref = collection.writer) AS writer_by,
  (SELECT writer.name FROM writer WHERE writer.ref = collection.writer) AS writer_name,
  collection.version, collection.created,
  CASE WHEN EXISTS (SELECT 1 FROM import WHERE state <> 1) THEN
    (SELECT min(import.state <> 1) FROM part_owner CROSS JOIN import ON import.ref = part_owner.import
      WHERE part_owner.key = 'collection:' || collection.id) END AS hidden
FROM collection;

CREATE VIEW source_record AS
SELECT source.ref, source.collection AS collection_ref, source.id,
  (SELECT collection.id FROM collection WHERE collection.ref = source.collection) AS collection,
  publisher, title, url, published, reliability,
  (SELECT writer.by FROM writer WHERE writer.ref = source.writer) AS writer_by,
  (SELECT writer.name FROM writer WHERE writer.ref = source.writer) AS writer_name,
  source.version, source.created,
  CASE WHEN EXISTS (SELECT 1 FROM import WHERE state <> 1) THEN
    (SELECT min(import.state <> 1) FROM part_owner CROSS JOIN import ON import.ref = part_owner.import
      WHERE part_owner.key = 'source:' || source.id) END AS hidden
FROM source;

CREATE VIEW actor_entry_record AS
SELECT actor_entry.ref, actor_entry.actor AS actor_ref, actor_entry.collection AS collection_ref,
  (SELECT actor.id FROM actor WHERE actor.ref = actor_entry.actor) AS actor,
  (SELECT collection.id FROM collection WHERE collection.ref = actor_entry.collection) AS collection,
  kind, actor_entry.name, article, aliases, description, unspecified,
  (SELECT writer.by FROM writer WHERE writer.ref = actor_entry.writer) AS writer_by,
  (SELECT writer.name FROM writer WHERE writer.ref = actor_entry.writer) AS writer_name,
  actor_entry.version, actor_entry.created,
  (SELECT actor.created FROM actor WHERE actor.ref = actor_entry.actor) AS actor_created,
  CASE WHEN EXISTS (SELECT 1 FROM import WHERE state <> 1) THEN
    (SELECT min(import.state <> 1) FROM part_owner CROSS JOIN import ON import.ref = part_owner.import
      WHERE part_owner.key = 'actor:'
        || (SELECT collection.id FROM collection WHERE collection.ref = actor_entry.collection) || '/'
        || (SELECT actor.id FROM actor WHERE actor.ref = actor_entry.actor)) END AS hidden
FROM actor_entry;

CREATE VIEW affiliation_record AS
SELECT affiliation.ref, affiliation.collection AS collection_ref, affiliation.id,
  (SELECT collection.id FROM collection WHERE collection.ref = affiliation.collection) AS collection,
  type,
  (SELECT actor.id FROM actor WHERE actor.ref = affiliation.actor) AS actor,
  (SELECT actor.id FROM actor WHERE actor.ref = affiliation.whom) AS whom,
  role, since, until,
  (SELECT json_group_array(json_array(evidence.id,
      (SELECT source.id FROM source WHERE source.ref = evidence.source),
      (SELECT source.id FROM source WHERE source.ref = evidence.relayed_from),
      evidence.speaker, evidence.quote, evidence.paraphrase, evidence.locator, evidence.stance, evidence.about)
      ORDER BY evidence.n)
    FROM affiliation_evidence AS evidence WHERE evidence.affiliation = affiliation.ref) AS evidence,
  (SELECT writer.by FROM writer WHERE writer.ref = affiliation.writer) AS writer_by,
  (SELECT writer.name FROM writer WHERE writer.ref = affiliation.writer) AS writer_name,
  affiliation.version, affiliation.created,
  CASE WHEN EXISTS (SELECT 1 FROM import WHERE state <> 1) THEN
    (SELECT min(import.state <> 1) FROM part_owner CROSS JOIN import ON import.ref = part_owner.import
      WHERE part_owner.key = 'affiliation:' || affiliation.id) END AS hidden
FROM affiliation;

CREATE VIEW event_record AS
SELECT event.ref, event.collection AS collection_ref, event.id,
  (SELECT collection.id FROM collection WHERE collection.ref = event.collection) AS collection,
  (SELECT actor.id FROM actor WHERE actor.ref = event.actor) AS actor,
  (SELECT actor.id FROM actor WHERE actor.ref = event.target) AS target,
  kind,
  (SELECT word.text FROM word WHERE word.ref = event.subtype) AS subtype,
  stage, strength, mark, scope, summary, occurred,
  (SELECT json_group_array(json_array(status.status, status.day, status.note) ORDER BY status.n)
    FROM status WHERE status.event = event.ref) AS history,
  (SELECT json_group_array(json_array(link.type, link.other) ORDER BY link.n)
    FROM link WHERE link.event = event.ref) AS links,
  (SELECT json_group_array(json_array(evidence.id,
      (SELECT source.id FROM source WHERE source.ref = evidence.source),
      (SELECT source.id FROM source WHERE source.ref = evidence.relayed_from),
      evidence.speaker, evidence.quote, evidence.paraphrase, evidence.locator, evidence.stance, evidence.about)
      ORDER BY evidence.n)
    FROM evidence WHERE evidence.event = event.ref) AS evidence,
  (SELECT word.text FROM word WHERE word.ref = event.code) AS code,
  (SELECT word.text FROM word WHERE word.ref = event.system) AS system,
  goldstein,
  (SELECT word.text FROM word WHERE word.ref = event.actor_name) AS actor_name,
  (SELECT word.text FROM word WHERE word.ref = event.target_name) AS target_name,
  (SELECT word.text FROM word WHERE word.ref = event.publisher) AS publisher,
  reported, flags,
  (SELECT writer.by FROM writer WHERE writer.ref = event.writer) AS writer_by,
  (SELECT writer.name FROM writer WHERE writer.ref = event.writer) AS writer_name,
  event.version, event.created, event.locator,
  (SELECT import.state <> 1 FROM import WHERE import.ref = event.import) AS hidden,
  (SELECT import.id FROM import WHERE import.ref = event.import) AS import,
  (SELECT json_group_array(import.id ORDER BY import.ref) FROM event_owner CROSS JOIN import
      ON import.ref = event_owner.import WHERE event_owner.event = event.ref AND import.state = 1) AS owners
FROM event;
`
