import { mergeContents } from '../../domain/merge-actors.ts'
import { keyOf, keyOfCollection, keyOfEntry, type RecordKey } from '../../domain/record-key.ts'
import type { AffiliationRecord, CollectionContents, EventRecord } from '../../domain/records.ts'
import type { Merge, RemovedRecord, Stored } from '../../store/graph-store.ts'
import { recordWords, wordsWithin } from './record-words.ts'
import { withoutHeadline, withoutLinks } from './without-events.ts'

/** What hands have decided, and loads respect. */
export interface Decisions {
  readonly merges: readonly Merge[]
  readonly removals: readonly RemovedRecord[]
}

export interface UnderHands {
  readonly contents: CollectionContents
  /** Records that the files have and that cannot be written as they say: where the store holds them, they stay as they are. */
  readonly blocked: ReadonlySet<RecordKey>
  /** As sentences. */
  readonly conflicts: readonly string[]
}

/**
 * What files say under what hands have decided: actors that were merged are one, and what was taken away stays out, with whatever
 * names it where it cannot be without.
 * @param stored null: the store does not hold the collection.
 */
export function underHands(files: CollectionContents, stored: Stored | null, decisions: Decisions): UnderHands {
  const conflicts: string[] = []
  const blocked = new Set<RecordKey>()
  const { contents, selfActs } = mergeContents(withHandsOwn(files, stored, decisions.merges), decisions.merges)
  const block = (key: RecordKey, why: string): void => {
    blocked.add(key)
    conflicts.push(`${recordWords(key)} ${why}, and ${isHeld(stored, key) ? 'is kept as it was' : 'stays out'}.`)
  }
  for (const { id, actor, target } of selfActs) {
    block(keyOf('event', id), `would act toward itself, because ${actor} and ${target} were merged`)
  }

  const removed = removalsOf(files.collection.id, decisions.removals)
  if (removed.size === 0 && blocked.size === 0) return { contents, blocked, conflicts }
  const stays = (key: RecordKey): boolean => {
    const removal = removed.get(key)
    if (removal) conflicts.push(`${recordWords(key)} was removed by ${byWhom(removal)} and stays out.`)
    return !removal
  }
  const actors = contents.actors.filter((entry) => stays(keyOfEntry(entry)))
  const affiliations = contents.affiliations.filter(({ id }) => stays(keyOf('affiliation', id)))
  const sources = contents.sources.filter(({ id }) => stays(keyOf('source', id)))
  const events = contents.events.filter(({ id }) => stays(keyOf('event', id)))

  /** Whether all that the record names is there. */
  const isWhole = (key: RecordKey, names: readonly RecordKey[]): boolean => {
    const missing = names.find((each) => removed.has(each))
    const removal = missing && removed.get(missing)
    if (removal) block(key, `names ${wordsWithin(missing)}, which was removed by ${byWhom(removal)}`)
    return !missing
  }
  const entryKey = (actor: string): RecordKey => keyOfEntry({ actor, collection: files.collection.id })
  const whole = {
    affiliations: affiliations.filter((each) =>
      isWhole(keyOf('affiliation', each.id), [entryKey(each.actor), entryKey(each.to), ...sourcesOf(each)]),
    ),
    events: events.filter((each) =>
      isWhole(keyOf('event', each.id), [entryKey(each.actor), entryKey(each.target), ...sourcesOf(each)]),
    ),
  }
  const there = new Set(whole.events.map(({ id }) => id))
  const isGone = (event: string): boolean => {
    const key = keyOf('event', event)
    return !there.has(event) && !(blocked.has(key) && isHeld(stored, key))
  }
  const isNamed = (actor: string | null): boolean => actor === null || !removed.has(entryKey(actor))
  const { positions, questions } = contents.collection
  return {
    contents: {
      collection: {
        ...withoutHeadline(contents.collection, isGone),
        positions: positions.filter(({ actor }) => isNamed(actor)),
        questions: questions.filter(({ toward, by }) => isNamed(toward) && isNamed(by)),
      },
      actors,
      affiliations: whole.affiliations,
      sources,
      events: whole.events.map((each) => withoutLinks(each, isGone)),
    },
    blocked,
    conflicts,
  }
}

/**
 * The files with what only a hand says of actors into which others were merged, so that names out of the files join it and are no
 * difference.
 */
function withHandsOwn(files: CollectionContents, stored: Stored | null, merges: readonly Merge[]): CollectionContents {
  const own = (stored?.contents.actors ?? []).filter(
    (entry) =>
      stored?.writtenBy.get(keyOfEntry(entry))?.by === 'HAND' &&
      merges.some(({ into }) => into === entry.actor) &&
      !files.actors.some(({ actor }) => actor === entry.actor),
  )
  return own.length === 0 ? files : { ...files, actors: [...files.actors, ...own] }
}

/** A collection that was taken away as a whole comes back as a whole. */
function removalsOf(collection: string, removals: readonly RemovedRecord[]): ReadonlyMap<RecordKey, RemovedRecord> {
  const own = removals.filter((each) => each.collection === collection)
  const isWhole = own.some(({ key }) => key === keyOfCollection({ id: collection }))
  return new Map(isWhole ? [] : own.map((each) => [each.key, each]))
}

function sourcesOf({ evidence }: EventRecord | AffiliationRecord): readonly RecordKey[] {
  return evidence.flatMap(({ source, relayedFrom }) => [
    keyOf('source', source),
    ...(relayedFrom === null ? [] : [keyOf('source', relayedFrom)]),
  ])
}

function isHeld(stored: Stored | null, key: RecordKey): boolean {
  return stored?.writtenBy.has(key) ?? false
}

function byWhom({ writer, at }: RemovedRecord): string {
  return `${writer.name} on ${at.slice(0, 10)}`
}
