import neo4j from 'neo4j-driver'
import { parseDay, type Day } from '../../domain/days.ts'
import type {
  ActorEntry,
  AffiliationRecord,
  CodedRecord,
  CollectionRecord,
  EventRecord,
  EvidenceRecord,
  SourceRecord,
} from '../../domain/records.ts'
import type { Held } from '../differing.ts'
import type { Writer } from '../graph-store.ts'

/**
 * A foreign hand may have taken any property away, or given it another type. So decoders take what comes and fail at nothing;
 * `record-faults.ts` says whether what they made is a record.
 */

/** Where a record stands: the key of its node or edge in this transaction, and the version of its first writing. */
export interface Place {
  readonly key: string
  readonly created: number
}

/** Where an event stands, and which imports have brought it: the one that it belongs to, and others. */
export interface EventPlace extends Place {
  readonly import: string | null
  readonly also: readonly string[]
}

/** Where an actor stands, of whom an entry speaks. */
export interface ActorPlace extends Place {
  readonly ref: number
}

type Text = string | null
/** A date of Neo4j, or what a foreign hand has left in its place. */
type DateValue = unknown
type Last = readonly [writtenBy: Text, writer: Text, version: number | null, created: number | null]

const WRITERS: readonly (string | null)[] = ['LOAD', 'HAND', 'IMPORT'] satisfies Writer['by'][]

/** What nobody has signed was written by some hand. */
export function decodeWriter(by: Text, name: Text): Writer {
  return WRITERS.includes(by) && typeof name === 'string'
    ? { by: by as Writer['by'], name }
    : { by: 'HAND', name: 'unknown' }
}

/** 0: before versions were noted. */
export function decodeVersion(version: unknown): number {
  return Number.isInteger(version) ? (version as number) : 0
}

function held<R>(key: string, record: R, [by, name, version, created]: Last): Held<R, Place> {
  return {
    ref: { key, created: decodeVersion(created) },
    record,
    writer: decodeWriter(by, name),
    version: decodeVersion(version),
  }
}

/** NaN for what is no date. */
export function decodeDate(value: DateValue): Day | null {
  if (value === null) return null
  return (typeof value === 'object' && neo4j.isDate(value) ? parseDay(value.toString()) : null) ?? Number.NaN
}

export type CollectionRow = readonly [
  key: string,
  id: string,
  kind: CollectionRecord['kind'],
  title: string,
  description: Text,
  headline: Text,
  positions: string,
  questions: string,
  ...Last,
]

export function decodeCollection(row: CollectionRow): Held<CollectionRecord, Place> {
  const [key, id, kind, title, description, headline, positions, questions, ...last] = row
  const record: CollectionRecord = {
    id,
    kind,
    title,
    description,
    headline,
    positions: fromJson(positions) as CollectionRecord['positions'],
    questions: fromJson(questions) as CollectionRecord['questions'],
  }
  return held(key, record, last)
}

/** Null for what is no JSON. */
export function fromJson(text: unknown): unknown {
  if (typeof text !== 'string') return null
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

export type SourceRow = readonly [
  key: string,
  id: string,
  collection: string,
  publisher: string,
  title: Text,
  url: Text,
  published: DateValue,
  reliability: SourceRecord['reliability'],
  ...Last,
]

export function decodeSource(row: SourceRow): Held<SourceRecord, Place> {
  const [key, id, collection, publisher, title, url, published, reliability, ...last] = row
  return held(key, { id, collection, publisher, title, url, published: decodeDate(published), reliability }, last)
}

export type ActorEntryRow = readonly [
  key: string,
  ref: number,
  created: number | null,
  actor: string,
  collection: string | null,
  kind: ActorEntry['kind'],
  name: string,
  article: boolean,
  aliases: readonly string[],
  description: Text,
  unspecified: boolean,
  writtenBy: Text,
  writer: Text,
  version: number | null,
]

export function decodeActorEntry(row: ActorEntryRow): Held<ActorEntry, ActorPlace> {
  const [key, ref, created, actor, collection, kind, name, article, aliases, description, unspecified] = row
  const [, , , , , , , , , , , by, writer, version] = row
  return {
    ref: { key, ref, created: decodeVersion(created) },
    record: { actor, collection: collection ?? '', kind, name, article, aliases, description, unspecified },
    writer: decodeWriter(by, writer),
    version: decodeVersion(version),
  }
}

export type EvidenceParts = readonly [
  id: string,
  source: string,
  relayedFrom: Text,
  speaker: Text,
  quote: Text,
  paraphrase: Text,
  locator: Text,
  stance: EvidenceRecord['stance'],
  about: EvidenceRecord['about'],
]

function decodeEvidence(list: readonly EvidenceParts[]): EvidenceRecord[] {
  return list.map(([id, source, relayedFrom, speaker, quote, paraphrase, locator, stance, about]) => ({
    id,
    source,
    relayedFrom,
    speaker,
    quote,
    paraphrase,
    locator,
    stance,
    about,
  }))
}

export type AffiliationRow = readonly [
  key: string,
  id: string,
  collection: string,
  type: AffiliationRecord['type'],
  actor: string,
  to: string,
  role: Text,
  since: Text,
  until: Text,
  evidence: readonly EvidenceParts[],
  ...Last,
]

export function decodeAffiliation(row: AffiliationRow): Held<AffiliationRecord, Place> {
  const [key, id, collection, type, actor, to, role, since, until, evidence, ...last] = row
  const record: AffiliationRecord = {
    id,
    collection,
    type,
    actor,
    to,
    role,
    since,
    until,
    evidence: decodeEvidence(evidence),
  }
  return held(key, record, last)
}

export type EventRow = readonly [
  key: string,
  id: string,
  collection: string,
  actor: string,
  target: string,
  kind: EventRecord['kind'],
  subtype: string,
  stage: EventRecord['stage'],
  strength: number,
  mark: EventRecord['mark'],
  scope: Text,
  summary: Text,
  occurred: string,
  history: readonly (readonly [status: EventRecord['history'][number]['status'], on: DateValue, note: Text])[],
  breaks: readonly string[] | null,
  restores: readonly string[] | null,
  evidence: readonly EvidenceParts[],
  code: Text,
  system: Text,
  goldstein: number | null,
  actorName: Text,
  targetName: Text,
  publisher: Text,
  reported: Day | null,
  mirror: boolean | null,
  locator: Text,
  ...Last,
  import: Text,
  also: readonly string[] | null,
]

export function decodeEvent(row: EventRow): Held<EventRecord, EventPlace> {
  const [key, id, collection, actor, target, kind, subtype, stage, strength, mark, scope, summary, occurred] = row
  const record: EventRecord = {
    id,
    collection,
    actor,
    target,
    kind,
    subtype,
    stage,
    strength,
    mark,
    scope,
    summary,
    occurred,
    history: row[13].map(([status, on, note]) => ({ status, on: decodeDate(on) ?? Number.NaN, note })),
    breaks: row[14] ?? [],
    restores: row[15] ?? [],
    evidence: decodeEvidence(row[16]),
    coded: decodeCoded(row),
  }
  const { ref, ...rest } = held(key, record, [row[26], row[27], row[28], row[29]])
  return { ...rest, ref: { ...ref, import: row[30], also: row[31] ?? [] } }
}

function decodeCoded(row: EventRow): CodedRecord | null {
  const [code, system, goldstein, actorName] = [row[17], row[18], row[19], row[20]]
  const [targetName, publisher, reported, mirror, locator] = [row[21], row[22], row[23], row[24], row[25]]
  if ([code, system, actorName, targetName, reported].every((value) => value === null)) return null
  // Where some are missing, `faultOfEvent` says so.
  const coded = {
    code,
    system,
    goldstein,
    actorName,
    targetName,
    publisher,
    reported,
    locator,
    mirror: mirror === true,
  }
  return coded as CodedRecord
}
