import { parseKey } from '../domain/record-key.ts'
import type { AffiliationRecord, CollectionContents, EventRecord } from '../domain/records.ts'
import { fromContents } from '../ingest/case/from-contents.ts'
import { namedBy } from '../ingest/case/named-by.ts'
import { newFaults } from '../ingest/case/new-faults.ts'
import { recordWords, wordsWithin } from '../ingest/case/record-words.ts'
import type { GraphStore } from '../store/graph-store.ts'
import { withRecords, type RecordSet } from './record-set.ts'
import { RecordError } from './recorder.ts'
import { refuse } from './refuse.ts'
import { HAND_TERMS } from './terms.ts'

/** That the store would be sound with these records. @throws RecordError */
export async function demandWhole(store: GraphStore, set: RecordSet): Promise<void> {
  const collections = new Map((await store.collections()).map((each) => [each.id, each]))
  const touched = Map.groupBy(set.keys(), (key) => parseKey(key).collection)
  for (const [id, keys] of touched) {
    const collection = collections.get(id)
    if (!collection) throw new RecordError('change', `The collection ${id} is not in the store any more.`)
    const stored = collection.kind === 'CASE' ? await store.readCollection(id) : null
    if (stored) demandWholeCase(stored.contents, set)
    else await demandActors(store, new Map(keys.map((key) => [key, set.get(key) ?? null])))
  }
}

function demandWholeCase(contents: CollectionContents, set: RecordSet): void {
  const after = withRecords(contents, set)
  const named = namedBy({ ...after, collections: [after.collection], held: null })
  for (const [key, record] of set) {
    const namer = record === null ? named.get(key) : undefined
    if (namer) {
      throw new RecordError(
        'change',
        `${recordWords(key)} cannot go, because ${wordsWithin(namer)} names it. Change that first.`,
      )
    }
  }
  refuse(newFaults(contents, fromContents(after, HAND_TERMS)), 'change')
}

/** Rows of data sets are not checked as cases are, but whom they name has to be there. */
async function demandActors(store: GraphStore, set: RecordSet): Promise<void> {
  const known = new Set((await store.actors()).map(({ id }) => id))
  for (const [key, record] of set) {
    const { kind } = parseKey(key)
    if (record === null || (kind !== 'event' && kind !== 'affiliation')) continue
    const names = kind === 'event' ? endsOfEvent(record as EventRecord) : endsOfAffiliation(record as AffiliationRecord)
    const missing = names.find((each) => !known.has(each))
    if (missing !== undefined) {
      throw new RecordError(
        'change',
        `${recordWords(key)} names the actor ${missing}, who is not in the store any more.`,
      )
    }
  }
}

function endsOfEvent({ actor, target }: EventRecord): readonly string[] {
  return [actor, target]
}

function endsOfAffiliation({ actor, to }: AffiliationRecord): readonly string[] {
  return [actor, to]
}
