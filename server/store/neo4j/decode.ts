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

type Text = string | null
type WriterColumns = readonly [writtenBy: Writer['by'], writer: string]

export type CollectionRow = readonly [
  id: string,
  kind: CollectionRecord['kind'],
  title: string,
  description: Text,
  headline: Text,
  positions: string,
  questions: string,
  ...WriterColumns,
]

export function decodeCollection(row: CollectionRow): Held<CollectionRecord, string> {
  const [id, kind, title, description, headline, positions, questions, by, name] = row
  const record: CollectionRecord = {
    id,
    kind,
    title,
    description,
    headline,
    positions: JSON.parse(positions) as CollectionRecord['positions'],
    questions: JSON.parse(questions) as CollectionRecord['questions'],
  }
  return { ref: id, record, writer: { by, name } }
}

export type SourceRow = readonly [
  id: string,
  collection: string,
  publisher: string,
  title: Text,
  url: Text,
  published: Text,
  reliability: SourceRecord['reliability'],
  ...WriterColumns,
]

export function decodeSource(row: SourceRow): Held<SourceRecord, string> {
  const [id, collection, publisher, title, url, published, reliability, by, name] = row
  const day = published === null ? null : parseDay(published)
  const record: SourceRecord = { id, collection, publisher, title, url, published: day, reliability }
  return { ref: id, record, writer: { by, name } }
}

export type ActorEntryRow = readonly [
  ref: number,
  actor: string,
  collection: string,
  kind: ActorEntry['kind'],
  name: string,
  article: boolean,
  aliases: readonly string[],
  description: Text,
  unspecified: boolean,
  ...WriterColumns,
]

export function decodeActorEntry(row: ActorEntryRow): Held<ActorEntry> {
  const [ref, actor, collection, kind, name, article, aliases, description, unspecified, by, writer] = row
  const record: ActorEntry = { actor, collection, kind, name, article, aliases, description, unspecified }
  return { ref, record, writer: { by, name: writer } }
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
  ref: string,
  id: string,
  collection: string,
  type: AffiliationRecord['type'],
  actor: string,
  to: string,
  role: Text,
  since: Text,
  until: Text,
  evidence: readonly EvidenceParts[],
  ...WriterColumns,
]

export function decodeAffiliation(row: AffiliationRow): Held<AffiliationRecord, string> {
  const [ref, id, collection, type, actor, to, role, since, until, evidence, by, name] = row
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
  return { ref, record, writer: { by, name } }
}

export type EventRow = readonly [
  ref: string,
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
  history: readonly (readonly [status: EventRecord['history'][number]['status'], on: string, note: Text])[],
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
  ...WriterColumns,
]

export function decodeEvent(row: EventRow): Held<EventRecord, string> {
  const [ref, id, collection, actor, target, kind, subtype, stage, strength, mark, scope, summary, occurred] = row
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
    history: row[13].map(([status, on, note]) => ({ status, on: parseDay(on) ?? 0, note })),
    breaks: row[14] ?? [],
    restores: row[15] ?? [],
    evidence: decodeEvidence(row[16]),
    coded: decodeCoded(row),
  }
  return { ref, record, writer: { by: row[25], name: row[26] } }
}

function decodeCoded(row: EventRow): CodedRecord | null {
  const [code, system, goldstein, actorName] = [row[17], row[18], row[19], row[20]]
  const [targetName, publisher, reported, mirror] = [row[21], row[22], row[23], row[24]]
  if (code === null || system === null || actorName === null || targetName === null || reported === null) return null
  return { code, system, goldstein, actorName, targetName, publisher, reported, mirror: mirror === true }
}
