import {
  indexById,
  lastKnownDays,
  toActor,
  toAffiliation,
  toClaim,
  toCollection,
  toSource,
} from '../../server/domain/assemble.ts'
import { standingOf, statusSteps, type Claim } from '../../server/domain/claims.ts'
import { ColumnWriter } from '../../server/domain/columns/column-writer.ts'
import type { EventInput } from '../../server/domain/columns/event-input.ts'
import { parseEdtf, toFlags } from '../../server/domain/edtf.ts'
import type { CollectionContents, EventRecord } from '../../server/domain/records.ts'
import { FLAG, type Snapshot } from '../../server/domain/snapshot.ts'
import { codeOf, EVENT_KINDS, MARKS, STAGES, STATUSES } from '../../server/domain/words.ts'

/** A snapshot of records without a store in between. With `batches` the events come in so many changes, the first as the base. */
export function snapshotOf(contents: CollectionContents | readonly CollectionContents[], batches = 1): Snapshot {
  const all = 'collection' in contents ? [contents] : contents
  const collections = all.map((each) => each.collection)
  const sources = all.flatMap((each) => each.sources)
  const entries = all.flatMap((each) => each.actors)
  const actorIds = [...new Set(entries.map((entry) => entry.actor))]
  const indexes = {
    actors: new Map(actorIds.map((id, index) => [id, index])),
    sources: indexById(sources),
    collections: indexById(collections),
  }
  const inputs = all.flatMap((each) => each.events).map((event) => toInput(event))
  const writer = new ColumnWriter()
  const size = Math.max(1, Math.ceil(inputs.length / batches))
  let events = writer.build(inputs.slice(0, size), actorIds.length)
  for (let at = size; at < inputs.length; at += size) events = writer.change(events, inputs.slice(at, at + size), [])
  const affiliations = all
    .flatMap((each) => each.affiliations)
    .map((each, index) => toAffiliation(each, index, indexes, sources))
  const lastKnown = lastKnownDays(collections.length, events, affiliations)
  return {
    version: 1,
    events,
    affiliations,
    actors: actorIds.map((id, index) =>
      toActor(
        index,
        id,
        entries.filter((entry) => entry.actor === id),
        collections,
        indexes,
      ),
    ),
    sources: sources.map((source, index) => toSource(source, index, indexes)),
    collections: collections.map((collection, index) => toCollection(collection, index, lastKnown)),
    actorIndex: indexes.actors,
    sourceIndex: indexes.sources,
    collectionIndex: indexes.collections,
  }

  function toInput(event: EventRecord): EventInput {
    const occurrence = parseEdtf(event.occurred)
    const { coded } = event
    const own: Claim[] = coded
      ? [
          {
            published: coded.reported,
            origin: `${event.collection}#${coded.publisher ?? ''}`,
            stance: 'ASSERTS',
            about: 'ACT',
          },
        ]
      : []
    const standing = standingOf([...own, ...event.evidence.map((evidence) => toClaim(evidence, sources, indexes))])
    const { status, history } = statusSteps(
      event.history.map((step) => ({ on: step.on, status: codeOf(STATUSES, step.status) })),
    )
    const lastWord = Math.max(standing.lastWord, ...event.history.map((step) => step.on))
    return {
      id: event.id,
      actor: indexes.actors.get(event.actor) ?? -1,
      target: indexes.actors.get(event.target) ?? -1,
      earliest: occurrence.earliest,
      latest: occurrence.latest,
      flags: toFlags(occurrence) | (coded?.mirror ? FLAG.MIRROR : 0),
      reported: standing.reported,
      kind: codeOf(EVENT_KINDS, event.kind),
      subtype: event.subtype,
      stage: codeOf(STAGES, event.stage),
      mark: codeOf(MARKS, event.mark),
      strength: event.strength,
      scope: event.scope,
      code: coded?.code ?? null,
      collection: indexes.collections.get(event.collection) ?? -1,
      status,
      origins: standing.origins,
      history,
      denials: standing.denials,
      originsSince: standing.originsSince,
      lastWord: lastWord > standing.reported ? lastWord : null,
      breaks: event.breaks,
      restores: event.restores,
    }
  }
}
