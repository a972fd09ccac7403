import {
  isSelfAct,
  mergeAffiliation,
  mergeCollection,
  mergeEntries,
  mergeEvent,
  type OneActor,
} from '../domain/merge-actors.ts'
import { compareCodePoints } from '../domain/code-points.ts'
import { keyOf, keyOfCollection, keyOfEntry, parseKey, type RecordKey } from '../domain/record-key.ts'
import type { ActorEntry, EventRecord } from '../domain/records.ts'
import type { Snapshot } from '../domain/snapshot.ts'
import { fromContents } from '../ingest/case/from-contents.ts'
import { newFaults } from '../ingest/case/new-faults.ts'
import { didYouMean } from '../ingest/case/nearest.ts'
import type { GraphStore, Revision, StoredActor, Writer } from '../store/graph-store.ts'
import { affiliationsOf, eventsOf, revisionsOf } from './chunks.ts'
import { changedSince } from './demand.ts'
import type { Plan } from './plan.ts'
import { collectionsOf, toBatch, withRecords, type RecordSet, type StoredRecord } from './record-set.ts'
import { RecordError, type MergeAsk, type MergeReport } from './recorder.ts'
import { tellOfOther } from './refuse.ts'
import { HAND_TERMS } from './terms.ts'

/** More events than this are not written again in one change. */
const MOST_EVENTS = 20_000
/** So many records that stand in the way are named. */
const MOST_NAMED = 5

export interface MergePlan {
  readonly says: Omit<MergeReport, 'preview' | 'version' | 'change'>
  /** Null where there are obstacles. */
  readonly batch: Plan['batch'] | null
}

/**
 * What it takes to make one actor of two.
 * @param snapshot of the version that is written to: it knows which records name the actor. @param most events that are changed.
 * @throws RecordError, ConflictError
 */
export async function planMerge(
  store: GraphStore,
  snapshot: Snapshot,
  ask: Pick<MergeAsk, 'from' | 'into'>,
  ifVersion: number | null,
  most = MOST_EVENTS,
): Promise<MergePlan> {
  const merge: OneActor = { from: ask.from, into: ask.into }
  await demandTwo(store, snapshot, merge)
  const eventIds = eventsNaming(snapshot, merge.from)
  const actors = (await store.actors()).filter(({ id }) => id === merge.from || id === merge.into)
  const isTooMuch = eventIds.length > most
  const events = isTooMuch ? [] : await eventsOf(store, eventIds)
  const named = snapshot.affiliations.filter(({ actor, to }) =>
    [actor, to].some((index) => snapshot.actors[index]?.id === merge.from),
  )
  const affiliations = await affiliationsOf(
    store,
    named.map(({ id }) => id),
  )
  const changed = new Map<RecordKey, StoredRecord | null>([
    ...(await store.collections()).flatMap((each): readonly [RecordKey, StoredRecord][] => {
      const merged = mergeCollection(each, merge)
      return merged === each ? [] : [[keyOfCollection(each), merged]]
    }),
    ...entriesUnder(actors, merge),
    ...affiliations.map((each): [RecordKey, StoredRecord | null] => [
      keyOf('affiliation', each.id),
      mergeAffiliation(each, merge),
    ]),
    ...events.map((each): [RecordKey, StoredRecord] => [keyOf('event', each.id), mergeEvent(each, merge)]),
  ])
  const entriesOfInto = actors.flatMap((each) => (each.id === merge.into ? each.entries : []))
  const revisions = await revisionsOf(store, [...changed.keys(), ...entriesOfInto.map(keyOfEntry)])
  demandAllUnchanged(revisions, ifVersion)

  const obstacles = isTooMuch
    ? [`${eventIds.length} events name ${merge.from}, and at most ${most} are changed by hand.`]
    : [...selfActs(events, merge), ...(await faultsUnder(store, changed))]
  const says = {
    ...merge,
    aliases: newNames(actors, merge),
    events: eventIds.length,
    affiliations: affiliations.length,
    collections: [...collectionsOf(changed)].sort(),
    obstacles,
  }
  if (obstacles.length > 0) return { says, batch: null }
  const unmade = [...changed].flatMap(([key, record]) => (record === null ? [key] : []))
  return { says, batch: { ...toBatch(changed), merge: [merge], unmade, as: writersUnder(changed, revisions, merge) } }
}

async function demandTwo(store: GraphStore, { actorIndex }: Snapshot, { from, into }: OneActor): Promise<void> {
  if (from === into) throw new RecordError('into', `${from} is the same actor in both places. Write two.`)
  const merges = await store.merges()
  for (const [argument, id] of [
    ['from', from],
    ['into', into],
  ] as const) {
    const merged = merges.find((each) => each.from === id)
    if (merged) {
      throw new RecordError(
        argument,
        `${id} was merged into ${merged.into} already. Write ${merged.into}, or undo that merge.`,
      )
    }
    if (actorIndex.has(id)) continue
    const advice = didYouMean(id, actorIndex.keys()) || ' Write the id of an actor.'
    throw new RecordError(argument, `No actor has the id ${JSON.stringify(id)}.${advice}`)
  }
}

function eventsNaming({ events, actorIndex }: Snapshot, id: string): readonly string[] {
  const index = actorIndex.get(id)
  const ids: string[] = []
  for (let row = 0; row < events.length; row++) {
    if (events.actor[row] !== index && events.target[row] !== index) continue
    if (!events.dead.has(row)) ids.push(events.id.get(row))
  }
  return ids
}

function entriesUnder(
  actors: readonly StoredActor[],
  merge: OneActor,
): readonly (readonly [RecordKey, ActorEntry | null])[] {
  const entries = actors.flatMap((each) => each.entries)
  const entryOf = (actor: string, collection: string) =>
    entries.find((each) => each.actor === actor && each.collection === collection) ?? null
  return entries
    .filter(({ actor }) => actor === merge.from)
    .flatMap((entry) => {
      const merged = mergeEntries(entry, entryOf(merge.into, entry.collection), merge)
      return [[keyOfEntry(entry), null] as const, ...(merged ? [[keyOfEntry(merged), merged] as const] : [])]
    })
}

/** @throws ConflictError */
function demandAllUnchanged(revisions: ReadonlyMap<RecordKey, Revision>, ifVersion: number | null): void {
  if (ifVersion === null) return
  for (const [key, revision] of revisions) {
    if (revision.version > ifVersion) throw changedSince(key, revision, ifVersion)
  }
}

function selfActs(events: readonly EventRecord[], merge: OneActor): readonly string[] {
  const own = events
    .filter((each) => isSelfAct(mergeEvent(each, merge)))
    .map(({ id }) => id)
    .sort(compareCodePoints)
  if (own.length === 0) return []
  const more = own.length > MOST_NAMED ? ` and ${own.length - MOST_NAMED} more` : ''
  const [event, it] = own.length === 1 ? ['event', 'it'] : ['events', 'them']
  return [
    `The ${event} ${own.slice(0, MOST_NAMED).join(', ')}${more} would be of an actor toward itself. Retract ${it} first, or correct who acted.`,
  ]
}

/** What the rules of cases find in the cases as they would become. */
async function faultsUnder(store: GraphStore, changed: RecordSet): Promise<readonly string[]> {
  const touched = collectionsOf(changed)
  const says: string[] = []
  for (const { id, kind } of await store.collections()) {
    const stored = kind === 'CASE' && touched.has(id) ? await store.readCollection(id) : null
    if (!stored) continue
    const after = withRecords(stored.contents, changed)
    // They are told of already.
    const events = after.events.filter((each) => !isSelfAct(each))
    const faults = newFaults(stored.contents, fromContents({ ...after, events }, HAND_TERMS))
    says.push(...faults.map((fault) => `In ${id}: ${tellOfOther(fault)}`))
  }
  return says
}

function newNames(actors: readonly StoredActor[], { from, into }: OneActor): readonly string[] {
  const namesOf = (id: string) =>
    actors.flatMap((each) => (each.id === id ? each.entries.flatMap(({ name, aliases }) => [name, ...aliases]) : []))
  const known = new Set(namesOf(into))
  return [...new Set(namesOf(from))].filter((each) => !known.has(each))
}

/** Who wrote a record last stays; of two entries that become one, a hand wins, so that no load takes its names away. */
function writersUnder(
  changed: RecordSet,
  revisions: ReadonlyMap<RecordKey, Revision>,
  { from, into }: OneActor,
): ReadonlyMap<RecordKey, Writer> {
  return new Map(
    [...changed].flatMap(([key, record]): readonly [RecordKey, Writer][] => {
      const { kind, collection, id } = parseKey(key)
      const writer = revisions.get(key)?.writer
      if (record === null) return []
      if (kind !== 'actor' || id !== into) return writer ? [[key, writer]] : []
      const other = revisions.get(keyOfEntry({ actor: from, collection }))?.writer
      const last = other?.by === 'HAND' ? other : (writer ?? other)
      return last ? [[key, last]] : []
    }),
  )
}
