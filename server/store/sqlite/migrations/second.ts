import { sql } from '../sql.ts'

/**
 * Each record knows the version of the store that wrote it last and the one that wrote it first; 0 where it was there before this
 * migration. What a hand took away, merges and the audit log stand in tables of their own: they name records by key, never by ref,
 * because what they name may have gone.
 */
export const second = sql`
ALTER TABLE collection ADD COLUMN version INTEGER NOT NULL DEFAULT 0;
ALTER TABLE collection ADD COLUMN created INTEGER NOT NULL DEFAULT 0;
ALTER TABLE source ADD COLUMN version INTEGER NOT NULL DEFAULT 0;
ALTER TABLE source ADD COLUMN created INTEGER NOT NULL DEFAULT 0;
ALTER TABLE actor_entry ADD COLUMN version INTEGER NOT NULL DEFAULT 0;
ALTER TABLE actor_entry ADD COLUMN created INTEGER NOT NULL DEFAULT 0;
ALTER TABLE affiliation ADD COLUMN version INTEGER NOT NULL DEFAULT 0;
ALTER TABLE affiliation ADD COLUMN created INTEGER NOT NULL DEFAULT 0;
ALTER TABLE event ADD COLUMN version INTEGER NOT NULL DEFAULT 0;
ALTER TABLE event ADD COLUMN created INTEGER NOT NULL DEFAULT 0;
ALTER TABLE actor ADD COLUMN created INTEGER NOT NULL DEFAULT 0;

CREATE TABLE removed (
  key TEXT NOT NULL UNIQUE,
  collection TEXT NOT NULL,
  version INTEGER NOT NULL,
  at TEXT NOT NULL,
  writer INTEGER NOT NULL REFERENCES writer,
  reason TEXT,
  record TEXT NOT NULL
) STRICT;
CREATE INDEX removed_by_version ON removed (version, key);

-- Ids, not references: what was merged may have no entry left.
CREATE TABLE merged (
  from_actor TEXT PRIMARY KEY,
  into_actor TEXT NOT NULL,
  version INTEGER NOT NULL,
  at TEXT NOT NULL,
  writer INTEGER NOT NULL REFERENCES writer
) STRICT, WITHOUT ROWID;

-- before and after are JSON.
CREATE TABLE audit (
  version INTEGER NOT NULL,
  n INTEGER NOT NULL,
  at TEXT NOT NULL,
  writer INTEGER NOT NULL REFERENCES writer,
  action TEXT NOT NULL,
  reason TEXT,
  key TEXT,
  before TEXT,
  before_writer INTEGER REFERENCES writer,
  after TEXT,
  UNIQUE (version, n)
) STRICT;
CREATE INDEX audit_by_key ON audit (key, version, n) WHERE key IS NOT NULL;

CREATE VIEW removed_record AS
SELECT key, collection, version, at,
  (SELECT writer.by FROM writer WHERE writer.ref = removed.writer) AS writer_by,
  (SELECT writer.name FROM writer WHERE writer.ref = removed.writer) AS writer_name,
  reason, record
FROM removed;

CREATE VIEW audit_entry AS
SELECT version, n, at,
  (SELECT writer.by FROM writer WHERE writer.ref = audit.writer) AS writer_by,
  (SELECT writer.name FROM writer WHERE writer.ref = audit.writer) AS writer_name,
  action, reason, key, before,
  (SELECT writer.by FROM writer WHERE writer.ref = audit.before_writer) AS before_by,
  (SELECT writer.name FROM writer WHERE writer.ref = audit.before_writer) AS before_name,
  after
FROM audit;

DROP VIEW collection_record;
DROP VIEW source_record;
DROP VIEW actor_entry_record;
DROP VIEW affiliation_record;
DROP VIEW event_record;

CREATE VIEW collection_record AS
SELECT collection.ref, collection.id, kind, title, description, headline, positions, questions,
  (SELECT writer.by FROM writer WHERE writer.ref = collection.writer) AS writer_by,
  (SELECT writer.name FROM writer WHERE writer.ref = collection.writer) AS writer_name,
  collection.version, collection.created
FROM collection;

CREATE VIEW source_record AS
SELECT source.ref, source.collection AS collection_ref, source.id,
  (SELECT collection.id FROM collection WHERE collection.ref = source.collection) AS collection,
  publisher, title, url, published, reliability,
  (SELECT writer.by FROM writer WHERE writer.ref = source.writer) AS writer_by,
  (SELECT writer.name FROM writer WHERE writer.ref = source.writer) AS writer_name,
  source.version, source.created
FROM source;

CREATE VIEW actor_entry_record AS
SELECT actor_entry.ref, actor_entry.actor AS actor_ref, actor_entry.collection AS collection_ref,
  (SELECT actor.id FROM actor WHERE actor.ref = actor_entry.actor) AS actor,
  (SELECT collection.id FROM collection WHERE collection.ref = actor_entry.collection) AS collection,
  kind, actor_entry.name, article, aliases, description, unspecified,
  (SELECT writer.by FROM writer WHERE writer.ref = actor_entry.writer) AS writer_by,
  (SELECT writer.name FROM writer WHERE writer.ref = actor_entry.writer) AS writer_name,
  actor_entry.version, actor_entry.created,
  (SELECT actor.created FROM actor WHERE actor.ref = actor_entry.actor) AS actor_created
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
  affiliation.version, affiliation.created
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
  event.version, event.created
FROM event;
`
