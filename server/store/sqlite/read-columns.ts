import { setImmediate } from 'node:timers/promises'
import type { EventChunk, EventTuple } from '../graph-store.ts'
import type { Connection } from './connection.ts'
import { allCollections } from './queries/collections.ts'
import * as columns from './queries/columns.ts'
import { anyHidden } from './queries/imports.ts'
import { wordsAfter } from './queries/words.ts'
import { list } from './sql.ts'

const EVENTS_A_CHUNK = 20_000

/**
 * All events, by ranges of their refs. A statement that is being stepped through would bar the connection from writing until its
 * reader has finished, so each chunk is read whole, in a transaction of its own, and nothing stays open between chunks; the event
 * loop gets its turn there.
 */
export async function* readColumns(db: Connection): AsyncIterable<EventChunk> {
  const words: string[] = []
  let after = 0
  for (;;) {
    const chunk = db.reading(() => {
      const through = db.first(columns.endOfChunk, { after, many: EVENTS_A_CHUNK })
      return through === null ? null : { through, ...readRange(db, { after, through }, words) }
    })
    if (!chunk) return
    const { through, ...tuples } = chunk
    after = through
    yield tuples
    await setImmediate()
  }
}

/** @param words by ref, what is known of them so far; grows. */
function readRange(db: Connection, range: columns.Range, words: string[]): EventChunk {
  for (const [ref, text] of db.all(wordsAfter, { ref: words.length - 1 })) words[ref] = text
  const collections = new Map(db.all(allCollections, {}).map(({ ref, record }) => [ref, record.id]))
  const hidden = db.first(anyHidden, {}) ?? false
  return {
    events: db
      .all(hidden ? columns.seenColumnsInRange : columns.eventColumnsInRange, range)
      .map((packed) => unpack(packed, words, collections)),
    evidence: db.all(columns.evidenceInRange, range),
    statuses: db.all(columns.statusesInRange, range),
    links: db.all(columns.linksInRange, range),
  }
}

function unpack(
  packed: columns.PackedEvent,
  words: readonly string[],
  collections: ReadonlyMap<number, string>,
): EventTuple {
  const [id, actor, target, earliest, latest, flags, reported, kind, subtype, stage, mark, strength, scope] = packed
  const code = packed[14]
  const publisher = packed[15]
  return [
    id,
    actor,
    target,
    earliest,
    latest,
    flags,
    reported,
    kind,
    words[subtype] ?? '',
    stage,
    mark,
    strength,
    scope,
    collections.get(packed[13]) ?? '',
    code === null ? null : (words[code] ?? ''),
    publisher === null ? null : (words[publisher] ?? ''),
  ]
}

/** Some events, from one state of the file. */
export function readColumnsOf(db: Connection, wanted: readonly string[]): EventChunk {
  const ids = list(new Set(wanted))
  return db.reading(() => ({
    events: db.all(columns.eventColumnsById, { ids }),
    evidence: db.all(columns.evidenceById, { ids }),
    statuses: db.all(columns.statusesById, { ids }),
    links: db.all(columns.linksById, { ids }),
  }))
}
