import { isDeepStrictEqual } from 'node:util'
import { keyOf, keyOfCollection, keyOfEntry, type RecordKey } from '../../domain/record-key.ts'
import type { CollectionContents } from '../../domain/records.ts'
import type { Batch, Stored, Writer } from '../../store/graph-store.ts'
import { namedBy } from './named-by.ts'
import { recordWords, wordsWithin } from './record-words.ts'
import type { UnderHands } from './under-hands.ts'

/** What a load of files would do to a collection that a store holds. */
export interface Difference {
  readonly batch: Batch
  /** How many records the batch writes or removes. */
  readonly size: number
  /** What is kept against the files, as sentences. */
  readonly conflicts: readonly string[]
  /** The collection as it is then. */
  readonly result: CollectionContents
}

interface Keyed<R> {
  readonly key: RecordKey
  readonly record: R
}

interface Part<R> {
  readonly write: readonly R[]
  /** Records that stay as the store has them, against the files or without them. */
  readonly kept: readonly Keyed<R>[]
  readonly leaving: readonly Keyed<R>[]
  /** Records that are the same in both. */
  readonly same: readonly R[]
}

/**
 * Writes what is new or differs, removes what has left the files: only of what a load wrote last. What another hand wrote last stays,
 * together with everything that it names.
 * @param stored null: the store does not hold the collection.
 */
export function differenceOf(
  { contents: files, blocked }: Pick<UnderHands, 'contents' | 'blocked'>,
  stored: Stored | null,
  writer: Writer,
): Difference {
  const conflicts: string[] = []
  const writtenBy = stored?.writtenBy ?? new Map<RecordKey, Writer>()
  const compare = <R extends object>(wanted: readonly Keyed<R>[], held: readonly Keyed<R>[]): Part<R> => {
    const before = new Map(held.map((each) => [each.key, each]))
    const left = new Set(before.keys())
    const write: R[] = []
    const kept: Keyed<R>[] = []
    const same: R[] = []
    for (const { key, record } of wanted) {
      const old = before.get(key)
      left.delete(key)
      if (old && isDeepStrictEqual(old.record, record)) same.push(record)
      else if (!old || writtenBy.get(key)?.by === 'LOAD') write.push(record)
      else {
        kept.push(old)
        conflicts.push(conflictWords(key, writtenBy.get(key), differing(old.record, record)))
      }
    }
    const gone = held.filter(({ key }) => left.has(key))
    const leaving = gone.filter(({ key }) => writtenBy.get(key)?.by === 'LOAD' && !blocked.has(key))
    return { write, kept: [...kept, ...gone.filter((each) => !leaving.includes(each))], leaving, same }
  }
  const [wanted, held] = [keyed(files), keyed(stored?.contents ?? null)]
  const collection = compare(wanted.collection, held.collection)
  const actors = compare(wanted.actors, held.actors)
  const affiliations = compare(wanted.affiliations, held.affiliations)
  const sources = compare(wanted.sources, held.sources)
  const events = compare(wanted.events, held.events)

  const parts = [events, affiliations, sources, actors]
  const named = namedBy({
    collections: collection.kept.map(({ record }) => record),
    affiliations: affiliations.kept.map(({ record }) => record),
    events: events.kept.map(({ record }) => record),
    held: stored?.contents ?? null,
  })
  for (const key of parts.flatMap(({ leaving }) => leaving.map((each) => each.key))) {
    const namer = named.get(key)
    if (namer)
      conflicts.push(
        `${recordWords(key)} has left the files and is kept: ${wordsWithin(namer)}, which is kept, names it.`,
      )
  }
  const removed = <R>({ leaving }: Part<R>): R[] =>
    leaving.filter(({ key }) => !named.has(key)).map(({ record }) => record)
  const staying = <R>({ write, kept, leaving, same }: Part<R>): R[] => [
    ...write,
    ...same,
    ...[...kept, ...leaving.filter(({ key }) => named.has(key))].map(({ record }) => record),
  ]
  const remove = {
    sources: removed(sources).map(({ id }) => id),
    actors: removed(actors).map((entry) => ({ actor: entry.actor, collection: entry.collection })),
    affiliations: removed(affiliations).map(({ id }) => id),
    events: removed(events).map(({ id }) => id),
  }
  const batch = {
    writer,
    collections: collection.write,
    sources: sources.write,
    actors: actors.write,
    affiliations: affiliations.write,
    events: events.write,
    remove,
  }
  const result = {
    collection: staying(collection)[0] ?? files.collection,
    actors: staying(actors),
    affiliations: staying(affiliations),
    sources: staying(sources),
    events: staying(events),
  }
  const writes = [collection, ...parts].reduce((sum, { write }) => sum + write.length, 0)
  const removals = Object.values(remove).reduce((sum, { length }) => sum + length, 0)
  return { batch, size: writes + removals, conflicts, result }
}

function keyed(contents: CollectionContents | null) {
  const byId = <R extends { readonly id: string }>(
    kind: 'affiliation' | 'source' | 'event',
    records: readonly R[] = [],
  ): readonly Keyed<R>[] => records.map((record) => ({ key: keyOf(kind, record.id), record }))
  return {
    collection: contents ? [{ key: keyOfCollection(contents.collection), record: contents.collection }] : [],
    actors: (contents?.actors ?? []).map((record) => ({ key: keyOfEntry(record), record })),
    affiliations: byId('affiliation', contents?.affiliations),
    sources: byId('source', contents?.sources),
    events: byId('event', contents?.events),
  }
}

function differing(held: object, wanted: object): readonly string[] {
  const other = wanted as Readonly<Record<string, unknown>>
  return Object.entries(held).flatMap(([name, value]) => (isDeepStrictEqual(value, other[name]) ? [] : [name]))
}

function conflictWords(key: RecordKey, writer: Writer | undefined, fields: readonly string[]): string {
  const who = writer?.by === 'HAND' ? `by ${writer.name}` : `by the import ${writer?.name ?? ''}`
  return `${recordWords(key)} was changed ${who} since it was loaded and is kept; the files differ in ${fields.join(', ')}.`
}
