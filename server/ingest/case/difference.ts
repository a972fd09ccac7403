import { isDeepStrictEqual } from 'node:util'
import type { CollectionContents } from '../../domain/records.ts'
import type { Batch, Stored, Writer } from '../../store/graph-store.ts'
import { toFileId } from './ids.ts'
import { namedBy } from './named-by.ts'

/** What a load of files would do to a collection that a store holds. */
export interface Difference {
  readonly batch: Batch
  /** How many records the batch writes or removes. */
  readonly size: number
  /** What is kept against the files, as sentences. */
  readonly conflicts: readonly string[]
}

/** One record under the key that `Stored.writtenBy` has for it. */
interface Keyed<R> {
  readonly key: string
  readonly record: R
}

interface Part<R> {
  readonly write: readonly R[]
  /** Records that stay as the store has them. */
  readonly kept: readonly Keyed<R>[]
  readonly leaving: readonly Keyed<R>[]
}

/**
 * Writes what is new or differs, removes what has left the files: only of what a load wrote last. What another hand wrote last stays,
 * together with everything that it names.
 * @param stored null: the store does not hold the collection.
 */
export function differenceOf(files: CollectionContents, stored: Stored | null, writer: Writer): Difference {
  const conflicts: string[] = []
  const writtenBy = stored?.writtenBy ?? new Map<string, Writer>()
  const compare = <R extends object>(wanted: readonly Keyed<R>[], held: readonly Keyed<R>[]): Part<R> => {
    const before = new Map(held.map((each) => [each.key, each]))
    const left = new Set(before.keys())
    const write: R[] = []
    const kept: Keyed<R>[] = []
    for (const { key, record } of wanted) {
      const old = before.get(key)
      left.delete(key)
      if (old && isDeepStrictEqual(old.record, record)) continue
      if (!old || writtenBy.get(key)?.by === 'LOAD') write.push(record)
      else {
        kept.push(old)
        conflicts.push(conflictWords(files, key, writtenBy.get(key), differing(old.record, record)))
      }
    }
    const gone = held.filter(({ key }) => left.has(key))
    const ofLoads = gone.filter(({ key }) => writtenBy.get(key)?.by === 'LOAD')
    return { write, kept: [...kept, ...gone.filter((each) => !ofLoads.includes(each))], leaving: ofLoads }
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
        `${shown(files, key)} has left the files and is kept: ${shown(files, namer).replace('The', 'the')}, which is kept, names it.`,
      )
  }
  const removed = <R>({ leaving }: Part<R>): R[] =>
    leaving.filter(({ key }) => !named.has(key)).map(({ record }) => record)
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
  const writes = [collection, ...parts].reduce((sum, { write }) => sum + write.length, 0)
  const removals = Object.values(remove).reduce((sum, { length }) => sum + length, 0)
  return { batch, size: writes + removals, conflicts }
}

function keyed(contents: CollectionContents | null) {
  const byId = <R extends { readonly id: string }>(kind: string, records: readonly R[] = []): readonly Keyed<R>[] =>
    records.map((record) => ({ key: `${kind}:${record.id}`, record }))
  return {
    collection: contents ? [{ key: 'collection', record: contents.collection }] : [],
    actors: (contents?.actors ?? []).map((record) => ({ key: `actor:${record.actor}`, record })),
    affiliations: byId('affiliation', contents?.affiliations),
    sources: byId('source', contents?.sources),
    events: byId('event', contents?.events),
  }
}

function differing(held: object, wanted: object): readonly string[] {
  const other = wanted as Readonly<Record<string, unknown>>
  return Object.entries(held).flatMap(([name, value]) => (isDeepStrictEqual(value, other[name]) ? [] : [name]))
}

function conflictWords(
  files: CollectionContents,
  key: string,
  writer: Writer | undefined,
  fields: readonly string[],
): string {
  const who = writer?.by === 'HAND' ? `by ${writer.name}` : `by the import ${writer?.name ?? ''}`
  return `${shown(files, key)} was changed ${who} since it was loaded and is kept; the files differ in ${fields.join(', ')}.`
}

/** `The event uk-suspends-intelligence` */
function shown({ collection }: CollectionContents, key: string): string {
  const [kind = '', ...id] = key.split(':')
  return kind === 'collection' ? 'The case itself' : `The ${kind} ${toFileId(collection.id, id.join(':'))}`
}
