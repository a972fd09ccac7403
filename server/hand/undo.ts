import { isDeepStrictEqual } from 'node:util'
import { isSelfAct, mergeAffiliation, mergeCollection, mergeEvent, type OneActor } from '../domain/merge-actors.ts'
import { parseKey, type RecordKey } from '../domain/record-key.ts'
import type { AffiliationRecord, CollectionRecord, EventRecord } from '../domain/records.ts'
import { wordsWithin } from '../ingest/case/record-words.ts'
import type { AuditEntry, GraphStore, Merge, Writer } from '../store/graph-store.ts'
import type { Plan } from './plan.ts'
import { readRecords, toBatch, type StoredRecord } from './record-set.ts'
import { ConflictError, RecordError } from './recorder.ts'
import { demandWhole } from './undo-checks.ts'
import { entriesOf, isOfRecord, isUnmade, mergedIn, type RecordEntry } from './undo-entries.ts'

export interface UndoPlan {
  /** What is restored, removed or taken back. */
  readonly records: readonly string[]
  readonly batch: Plan['batch']
}

/**
 * What puts every record of a change back as it was, with who had written it.
 * @param change the version of the store that it made, as text. @param version the store's now.
 * @throws RecordError where it is no change by hand, or what would be is not sound. @throws ConflictError where a record was
 * changed since.
 */
export async function planUndo(store: GraphStore, change: string, version: number): Promise<UndoPlan> {
  const entries = await entriesOf(store, change)
  const records = entries.filter(isOfRecord)
  const current = await readRecords(
    store,
    records.map(({ key }) => key),
  )
  await demandAsLeft(store, records, current)
  const { unmerge, merge, left } = mergesBack(entries, await store.merges())

  const set = new Map<RecordKey, StoredRecord | null>()
  const unmade: RecordKey[] = []
  const as = new Map<RecordKey, Writer>()
  for (const entry of records) {
    const { key, before, beforeWriter } = entry
    if (before === null) {
      set.set(key, null)
      if (await isUnmade(store, entry)) unmade.push(key)
    } else {
      set.set(key, underMerges(key, before as StoredRecord, left))
      if (beforeWriter) as.set(key, beforeWriter)
    }
  }
  // The newest change undone gives back what was there, right or not.
  if (Number(change) !== version) await demandWhole(store, set)
  return {
    records: [
      ...unmerge.map(({ from, into }) => `merge:${from}/${into}`),
      ...merge.map(({ from, into }) => `merge:${from}/${into}`),
      ...records.map(({ key }) => key),
    ],
    batch: { ...toBatch(set), unmade, as, merge, unmerge: unmerge.map(({ from }) => from) },
  }
}

/** @throws ConflictError where a record is not as the change left it. */
async function demandAsLeft(
  store: GraphStore,
  records: readonly RecordEntry[],
  current: ReadonlyMap<RecordKey, StoredRecord>,
): Promise<void> {
  const moved = records.filter(({ key, after }) => !isDeepStrictEqual(current.get(key) ?? null, after))
  const [first] = moved
  if (!first) return
  const names = moved.map(({ key }) => wordsWithin(key)).slice(0, 10)
  const more = moved.length > names.length ? ` and ${moved.length - names.length} more` : ''
  const says = `Since that change somebody has changed ${names.join(', ')}${more}. Undo the later changes first, or correct the records one by one.`
  const revision = (await store.revisions([first.key])).get(first.key)
  throw new ConflictError(first.key, revision?.version ?? null, says)
}

/** @returns merges to take back, merges to make again, and those that stand all the same. @throws ConflictError */
function mergesBack(entries: readonly AuditEntry[], standing: readonly Merge[]) {
  const made = entries.flatMap(({ after }) => mergedIn(after) ?? [])
  const undone = entries.flatMap(({ before }) => mergedIn(before) ?? [])
  for (const { from, into } of made) {
    const stands = standing.find((each) => each.from === from)
    if (stands?.into !== into) {
      throw new ConflictError(`merge:${from}/${into}`, null, `${from} does not count as merged into ${into} any more.`)
    }
  }
  for (const { from, into } of undone) {
    const stands = standing.find((each) => each.from === from)
    if (stands && !made.some((each) => each.from === from)) {
      throw new ConflictError(`merge:${from}/${into}`, null, `${from} was merged into ${stands.into} since.`)
    }
  }
  const left = standing.filter(({ from }) => !made.some((each) => each.from === from))
  return { unmerge: made, merge: undone, left }
}

/** What was taken away before a merge comes back under it. @throws RecordError where it cannot. */
function underMerges(key: RecordKey, record: StoredRecord, merges: readonly OneActor[]): StoredRecord {
  const { kind, id } = parseKey(key)
  const cannot = (merge: OneActor | undefined) =>
    new RecordError(
      'change',
      `${merge?.from ?? id} was merged into ${merge?.into ?? 'another'} since, so ${wordsWithin(key)} cannot come back. Undo the merge first.`,
    )
  if (kind === 'actor') {
    const merged = merges.find(({ from }) => from === id)
    if (merged) throw cannot(merged)
    return record
  }
  return merges.reduce((each: StoredRecord, merge) => {
    if (kind === 'collection') return mergeCollection(each as CollectionRecord, merge)
    if (kind === 'source') return each
    const under =
      kind === 'event' ? mergeEvent(each as EventRecord, merge) : mergeAffiliation(each as AffiliationRecord, merge)
    if (!under || ('target' in under && isSelfAct(under))) throw cannot(merge)
    return under
  }, record)
}
