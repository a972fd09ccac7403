import { sql } from '../sql.ts'

/**
 * Words of closed vocabularies are stored as their codes, days as whole numbers, words that repeat (subtypes, codes, surface names)
 * as rows of `word`, which are never deleted; no foreign key watches them, because six more a row would make imports slow. Views
 * give records as the port speaks of them; they read one table each and look the rest up, so that a condition on that table's keys
 * reaches its index.
 */
export const first = sql`
CREATE TABLE meta (one INTEGER PRIMARY KEY CHECK (one = 1), version INTEGER NOT NULL) STRICT;
INSERT INTO meta VALUES (1, 0);
CREATE TABLE change (version INTEGER PRIMARY KEY, everything INTEGER NOT NULL, events TEXT NOT NULL) STRICT;
CREATE TABLE held (collection TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE writer (ref INTEGER PRIMARY KEY, by TEXT NOT NULL, name TEXT NOT NULL, UNIQUE (by, name)) STRICT;
CREATE TABLE word (ref INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;

CREATE TABLE collection (
  ref INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind INTEGER NOT NULL,
  title TEXT NOT NULL,
  description TEXT,
  headline TEXT,
  positions TEXT NOT NULL,
  questions TEXT NOT NULL,
  writer INTEGER NOT NULL REFERENCES writer
) STRICT;

CREATE TABLE source (
  ref INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  collection INTEGER NOT NULL REFERENCES collection,
  publisher TEXT NOT NULL,
  title TEXT,
  url TEXT,
  published INTEGER,
  reliability INTEGER NOT NULL,
  writer INTEGER NOT NULL REFERENCES writer
) STRICT;
CREATE INDEX source_by_collection ON source (collection);

-- AUTOINCREMENT, because readers know actors by ref: one that went must not lend its ref to another.
CREATE TABLE actor (ref INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE) STRICT;

CREATE TABLE actor_entry (
  ref INTEGER PRIMARY KEY,
  actor INTEGER NOT NULL REFERENCES actor,
  collection INTEGER NOT NULL REFERENCES collection,
  kind INTEGER NOT NULL,
  name TEXT NOT NULL,
  article INTEGER NOT NULL,
  aliases TEXT NOT NULL,
  description TEXT,
  unspecified INTEGER NOT NULL,
  writer INTEGER NOT NULL REFERENCES writer,
  UNIQUE (actor, collection)
) STRICT;
CREATE INDEX actor_entry_by_collection ON actor_entry (collection);

CREATE TABLE name (
  ref INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL REFERENCES actor_entry ON DELETE CASCADE,
  text TEXT NOT NULL,
  folded TEXT NOT NULL
) STRICT;
CREATE INDEX name_by_entry ON name (entry);
-- Folded text has letters, digits and single spaces only, so "ascii" cuts it exactly where the domain does.
CREATE VIRTUAL TABLE name_words USING fts5 (folded, content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '1 2 3');
CREATE VIRTUAL TABLE name_parts USING fts5 (folded, content = '', contentless_delete = 1, tokenize = 'trigram case_sensitive 1');
CREATE TABLE name_gram (gram TEXT NOT NULL, name INTEGER NOT NULL, PRIMARY KEY (gram, name)) STRICT, WITHOUT ROWID;

CREATE TABLE affiliation (
  ref INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  collection INTEGER NOT NULL REFERENCES collection,
  type INTEGER NOT NULL,
  actor INTEGER NOT NULL REFERENCES actor,
  whom INTEGER NOT NULL REFERENCES actor,
  role TEXT,
  since TEXT,
  until TEXT,
  writer INTEGER NOT NULL REFERENCES writer
) STRICT;
CREATE INDEX affiliation_by_collection ON affiliation (collection);
CREATE INDEX affiliation_by_actor ON affiliation (actor);
CREATE INDEX affiliation_by_whom ON affiliation (whom);

CREATE TABLE affiliation_evidence (
  affiliation INTEGER NOT NULL REFERENCES affiliation ON DELETE CASCADE,
  n INTEGER NOT NULL,
  id TEXT NOT NULL,
  source INTEGER NOT NULL REFERENCES source,
  relayed_from INTEGER REFERENCES source,
  speaker TEXT,
  quote TEXT,
  paraphrase TEXT,
  locator TEXT,
  stance INTEGER NOT NULL,
  about INTEGER NOT NULL,
  PRIMARY KEY (affiliation, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX affiliation_evidence_by_source ON affiliation_evidence (source);
CREATE INDEX affiliation_evidence_by_relayed_from ON affiliation_evidence (relayed_from);

-- earliest, latest and flags are what the EDTF in occurred means; code to mirror are null but for rows of data sets.
CREATE TABLE event (
  ref INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  collection INTEGER NOT NULL REFERENCES collection,
  actor INTEGER NOT NULL REFERENCES actor,
  target INTEGER NOT NULL REFERENCES actor,
  earliest INTEGER NOT NULL,
  latest INTEGER NOT NULL,
  flags INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  subtype INTEGER NOT NULL,
  stage INTEGER NOT NULL,
  strength INTEGER NOT NULL,
  mark INTEGER NOT NULL,
  scope TEXT,
  summary TEXT,
  occurred TEXT NOT NULL,
  writer INTEGER NOT NULL REFERENCES writer,
  reported INTEGER,
  code INTEGER,
  system INTEGER,
  goldstein REAL,
  actor_name INTEGER,
  target_name INTEGER,
  publisher INTEGER
) STRICT;
CREATE INDEX event_by_collection ON event (collection);
CREATE INDEX event_by_actor ON event (actor);
CREATE INDEX event_by_target ON event (target);
CREATE VIRTUAL TABLE event_words USING fts5 (folded, content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '2 3');

CREATE TABLE evidence (
  event INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
  n INTEGER NOT NULL,
  id TEXT NOT NULL,
  source INTEGER NOT NULL REFERENCES source,
  relayed_from INTEGER REFERENCES source,
  speaker TEXT,
  quote TEXT,
  paraphrase TEXT,
  locator TEXT,
  stance INTEGER NOT NULL,
  about INTEGER NOT NULL,
  PRIMARY KEY (event, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_by_source ON evidence (source);
CREATE INDEX evidence_by_relayed_from ON evidence (relayed_from);

CREATE TABLE status (
  event INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
  n INTEGER NOT NULL,
  status INTEGER NOT NULL,
  day INTEGER NOT NULL,
  note TEXT,
  PRIMARY KEY (event, n)
) STRICT, WITHOUT ROWID;

-- other is an id, not a reference: the other event may be absent.
CREATE TABLE link (
  event INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
  type INTEGER NOT NULL,
  n INTEGER NOT NULL,
  other TEXT NOT NULL,
  PRIMARY KEY (event, type, n)
) STRICT, WITHOUT ROWID;

CREATE VIEW collection_record AS
SELECT collection.ref, collection.id, kind, title, description, headline, positions, questions,
  (SELECT writer.by FROM writer WHERE writer.ref = collection.writer) AS writer_by,
  (SELECT writer.name FROM writer WHERE writer.ref = collection.writer) AS writer_name
FROM collection;

CREATE VIEW source_record AS
SELECT source.ref, source.collection AS collection_ref, source.id,
  (SELECT collection.id FROM collection WHERE collection.ref = source.collection) AS collection,
  publisher, title, url, published, reliability,
  (SELECT writer.by FROM writer WHERE writer.ref = source.writer) AS writer_by,
  (SELECT writer.name FROM writer WHERE writer.ref = source.writer) AS writer_name
FROM source;

CREATE VIEW actor_entry_record AS
SELECT actor_entry.ref, actor_entry.actor AS actor_ref, actor_entry.collection AS collection_ref,
  (SELECT actor.id FROM actor WHERE actor.ref = actor_entry.actor) AS actor,
  (SELECT collection.id FROM collection WHERE collection.ref = actor_entry.collection) AS collection,
  kind, actor_entry.name, article, aliases, description, unspecified,
  (SELECT writer.by FROM writer WHERE writer.ref = actor_entry.writer) AS writer_by,
  (SELECT writer.name FROM writer WHERE writer.ref = actor_entry.writer) AS writer_name
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
  (SELECT writer.name FROM writer WHERE writer.ref = affiliation.writer) AS writer_name
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
  (SELECT writer.name FROM writer WHERE writer.ref = event.writer) AS writer_name
FROM event;
`
