import { parseEdtf, toFlags } from '../../../domain/edtf.ts'
import { keyOf } from '../../../domain/record-key.ts'
import type { EventRecord } from '../../../domain/records.ts'
import { FLAG } from '../../../domain/snapshot.ts'
import { codeOf, EVENT_KINDS, MARKS, STAGES, STATUSES } from '../../../domain/words.ts'
import { demand, differing, type Differing } from '../../differing.ts'
import { foldedWords } from '../../event-words.ts'
import type { Connection } from '../connection.ts'
import { actorRefs } from '../queries/actors.ts'
import * as events from '../queries/events.ts'
import * as evidence from '../queries/evidence.ts'
import { insertWords, wordRefs } from '../queries/words.ts'
import { list } from '../sql.ts'
import { sourcesNamed, toEvidenceParams } from './evidence.ts'
import { refsOf, type Work } from './work.ts'

/** Keys of what the events of a batch name. */
interface Refs {
  readonly actors: ReadonlyMap<string, number>
  readonly words: ReadonlyMap<string, number>
  readonly sources: ReadonlyMap<string, number>
}

export function writeEvents(work: Work): void {
  const { db, batch } = work
  const { events: records = [] } = batch
  if (records.length === 0) return
  const held = db.all(events.eventsById, { ids: list(new Set(records.map(({ id }) => id))) })
  const changed = differing(records, ({ id }) => id, held)
  if (changed.length === 0) return
  const refs: Refs = {
    actors: refsOf(
      db,
      actorRefs,
      changed.flatMap(({ record }) => [record.actor, record.target]),
    ),
    words: wordsOf(db, changed),
    sources: sourcesNamed(work, changed),
  }
  for (const { record, held: before } of changed) {
    writeEvent(work, record, before?.ref ?? null, refs)
    work.events.add(record.id)
    work.notes.add(keyOf('event', record.id), before, record)
  }
  work.changed += changed.length
}

function writeEvent(work: Work, record: EventRecord, held: number | null, refs: Refs): void {
  const { db } = work
  const params = toParams(work, record, refs)
  let event: number
  if (held === null) {
    event = db.run(events.insertEvent, params).key
  } else {
    event = held
    db.run(events.updateEvent, { ref: event, ...params })
    db.run(evidence.deleteEvidence, { event })
    db.run(evidence.deleteStatuses, { event })
    db.run(evidence.deleteLinks, { event })
    db.run(events.deleteEventWords, { refs: list([event]) })
  }
  writeParts(db, event, record, refs)
}

function writeParts(db: Connection, event: number, record: EventRecord, refs: Refs): void {
  const label = `event ${record.id}`
  for (const [n, each] of record.evidence.entries()) {
    db.run(evidence.insertEvidence, { event, ...toEvidenceParams(each, n, label, refs.sources) })
  }
  for (const [n, { status, on, note }] of record.history.entries()) {
    db.run(evidence.insertStatus, { event, n, status: codeOf(STATUSES, status), day: on, note })
  }
  for (const [n, other] of record.breaks.entries()) db.run(evidence.insertLink, { event, type: 0, n, other })
  for (const [n, other] of record.restores.entries()) db.run(evidence.insertLink, { event, type: 1, n, other })
  const folded = foldedWords(record)
  if (folded !== '') db.run(events.insertEventWords, { ref: event, folded })
}

function toParams(work: Work, record: EventRecord, refs: Refs): events.EventParams {
  const label = `event ${record.id}`
  const occurrence = parseEdtf(record.occurred)
  const { coded } = record
  const word = (text: string): number => {
    const ref = refs.words.get(text)
    if (ref === undefined) throw new RangeError(`The word ${text} of ${label} was not written.`)
    return ref
  }
  return {
    id: record.id,
    collection: demand(work.collections, label, 'collection', record.collection),
    actor: demand(refs.actors, label, 'actor', record.actor),
    target: demand(refs.actors, label, 'actor', record.target),
    earliest: occurrence.earliest,
    latest: occurrence.latest,
    flags: toFlags(occurrence) | (coded?.mirror ? FLAG.MIRROR : 0),
    kind: codeOf(EVENT_KINDS, record.kind),
    subtype: word(record.subtype),
    stage: codeOf(STAGES, record.stage),
    strength: record.strength,
    mark: codeOf(MARKS, record.mark),
    scope: record.scope,
    summary: record.summary,
    occurred: record.occurred,
    writer: work.writerOf(keyOf('event', record.id)),
    version: work.version,
    reported: coded?.reported ?? null,
    code: coded ? word(coded.code) : null,
    system: coded ? word(coded.system) : null,
    goldstein: coded?.goldstein ?? null,
    actorName: coded ? word(coded.actorName) : null,
    targetName: coded ? word(coded.targetName) : null,
    locator: coded?.locator ?? null,
    publisher: coded && coded.publisher !== null ? word(coded.publisher) : null,
  }
}

function wordsOf(db: Connection, changed: readonly Differing<EventRecord>[]): Map<string, number> {
  const texts = new Set<string>()
  for (const { record } of changed) {
    texts.add(record.subtype)
    const { coded } = record
    if (!coded) continue
    for (const text of [coded.code, coded.system, coded.actorName, coded.targetName]) texts.add(text)
    if (coded.publisher !== null) texts.add(coded.publisher)
  }
  db.run(insertWords, { texts: list(texts) })
  return refsOf(db, wordRefs, texts)
}
