import { parseEdtf, toFlags } from '../../server/domain/edtf.ts'
import { ColumnWriter } from '../../server/domain/columns/column-writer.ts'
import type { CollectionContents, EventRecord } from '../../server/domain/records.ts'
import { FLAG, type ActorIndex, type Snapshot } from '../../server/domain/snapshot.ts'
import { ABOUTS, codeOf, EVENT_KINDS, MARKS, STAGES, STANCES, STATUSES } from '../../server/domain/words.ts'
import { toInputs } from '../../server/memory/inputs.ts'
import { assemble, contextOf, type Lists } from '../../server/memory/load.ts'
import type { EventChunk, EventTuple } from '../../server/store/graph-store.ts'

/** A snapshot of records without a store in between. With `batches` the events come in so many changes, the first as the base. */
export function snapshotOf(contents: CollectionContents | readonly CollectionContents[], batches = 1): Snapshot {
  const all = 'collection' in contents ? [contents] : contents
  const lists: Lists = {
    collections: all.map((each) => each.collection),
    sources: all.flatMap((each) => each.sources),
    actors: [
      ...Map.groupBy(
        all.flatMap((each) => each.actors),
        (entry) => entry.actor,
      ),
    ].map(([id, entries], ref) => ({ id, ref, entries })),
    affiliations: all.flatMap((each) => each.affiliations),
  }
  const refs = new Map(lists.actors.map(({ id, ref }) => [id, ref]))
  const inputs = toInputs(
    [
      toChunk(
        all.flatMap((each) => each.events),
        refs,
      ),
    ],
    contextOf(lists),
  )
  const writer = new ColumnWriter()
  const size = Math.max(1, Math.ceil(inputs.length / batches))
  let events = writer.build(inputs.slice(0, size), lists.actors.length)
  for (let at = size; at < inputs.length; at += size) events = writer.change(events, inputs.slice(at, at + size), [])
  return assemble(1, lists, events)
}

/** The index of an actor. @throws RangeError where the snapshot has no such actor. */
export function actorIndex(snapshot: Snapshot, id: string): ActorIndex {
  const index = snapshot.actorIndex.get(id)
  if (index === undefined) throw new RangeError(`There is no actor ${id}.`)
  return index
}

/** Events as a store hands them to the columns. */
function toChunk(events: readonly EventRecord[], refs: ReadonlyMap<string, number>): EventChunk {
  return {
    events: events.map((event) => toTuple(event, refs)),
    evidence: events.flatMap(({ id, evidence }) =>
      evidence.map(
        ({ source, relayedFrom, stance, about }) =>
          [id, source, relayedFrom, codeOf(STANCES, stance), codeOf(ABOUTS, about)] as const,
      ),
    ),
    statuses: events.flatMap(({ id, history }) =>
      history.map(({ on, status }) => [id, on, codeOf(STATUSES, status)] as const),
    ),
    links: events.flatMap(({ id, breaks, restores }) => [
      ...breaks.map((other) => [id, other, 0] as const),
      ...restores.map((other) => [id, other, 1] as const),
    ]),
  }
}

function toTuple(event: EventRecord, refs: ReadonlyMap<string, number>): EventTuple {
  const { coded } = event
  const occurred = parseEdtf(event.occurred)
  return [
    event.id,
    refs.get(event.actor) ?? -1,
    refs.get(event.target) ?? -1,
    occurred.earliest,
    occurred.latest,
    toFlags(occurred) | (coded?.mirror ? FLAG.MIRROR : 0),
    coded?.reported ?? null,
    codeOf(EVENT_KINDS, event.kind),
    event.subtype,
    codeOf(STAGES, event.stage),
    codeOf(MARKS, event.mark),
    event.strength,
    event.scope,
    event.collection,
    coded?.code ?? null,
    coded?.publisher ?? null,
  ]
}
