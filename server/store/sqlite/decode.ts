import type {
  ActorEntry,
  AffiliationRecord,
  CodedRecord,
  CollectionRecord,
  EventRecord,
  EvidenceRecord,
  SourceRecord,
} from '../../domain/records.ts'
import { FLAG } from '../../domain/snapshot.ts'
import * as words from '../../domain/words.ts'
import type { Held } from '../differing.ts'
import type { Writer } from '../graph-store.ts'

type Text = string | null
/** Who wrote a record last, and under which version of the store. */
type WrittenColumns = readonly [writerBy: Writer['by'], writerName: string, version: number]

export type CollectionRow = readonly [
  ref: number,
  id: string,
  kind: number,
  title: string,
  description: Text,
  headline: Text,
  positions: string,
  questions: string,
  ...WrittenColumns,
]

export function decodeCollection(row: CollectionRow): Held<CollectionRecord> {
  const [ref, id, kind, title, description, headline, positions, questions, by, name, version] = row
  const record: CollectionRecord = {
    id,
    kind: words.wordOf(words.COLLECTION_KINDS, kind),
    title,
    description,
    headline,
    positions: JSON.parse(positions) as CollectionRecord['positions'],
    questions: JSON.parse(questions) as CollectionRecord['questions'],
  }
  return { ref, record, writer: { by, name }, version }
}

export type SourceRow = readonly [
  ref: number,
  id: string,
  collection: string,
  publisher: string,
  title: Text,
  url: Text,
  published: number | null,
  reliability: number,
  ...WrittenColumns,
]

export function decodeSource(row: SourceRow): Held<SourceRecord> {
  const [ref, id, collection, publisher, title, url, published, reliability, by, name, version] = row
  const record: SourceRecord = {
    id,
    collection,
    publisher,
    title,
    url,
    published,
    reliability: words.wordOf(words.RELIABILITIES, reliability),
  }
  return { ref, record, writer: { by, name }, version }
}

export type ActorEntryRow = readonly [
  ref: number,
  actor: string,
  collection: string,
  kind: number,
  name: string,
  article: number,
  aliases: string,
  description: Text,
  unspecified: number,
  ...WrittenColumns,
]

export function decodeActorEntry(row: ActorEntryRow): Held<ActorEntry> {
  const [ref, actor, collection, kind, name, article, aliases, description, unspecified, by, writer, version] = row
  const record: ActorEntry = {
    actor,
    collection,
    kind: words.wordOf(words.ACTOR_KINDS, kind),
    name,
    article: article === 1,
    aliases: JSON.parse(aliases) as ActorEntry['aliases'],
    description,
    unspecified: unspecified === 1,
  }
  return { ref, record, writer: { by, name: writer }, version }
}

export type AffiliationRow = readonly [
  ref: number,
  id: string,
  collection: string,
  type: number,
  actor: string,
  whom: string,
  role: Text,
  since: Text,
  until: Text,
  evidence: string,
  ...WrittenColumns,
]

export function decodeAffiliation(row: AffiliationRow): Held<AffiliationRecord> {
  const [ref, id, collection, type, actor, to, role, since, until, evidence, by, name, version] = row
  const record: AffiliationRecord = {
    id,
    collection,
    type: words.wordOf(words.AFFILIATION_TYPES, type),
    actor,
    to,
    role,
    since,
    until,
    evidence: decodeEvidence(evidence),
  }
  return { ref, record, writer: { by, name }, version }
}

export type EventRow = readonly [
  ref: number,
  id: string,
  collection: string,
  actor: string,
  target: string,
  kind: number,
  subtype: string,
  stage: number,
  strength: number,
  mark: number,
  scope: Text,
  summary: Text,
  occurred: string,
  history: string,
  links: string,
  evidence: string,
  code: Text,
  system: Text,
  goldstein: number | null,
  actorName: Text,
  targetName: Text,
  publisher: Text,
  reported: number | null,
  flags: number,
  locator: Text,
  ...WrittenColumns,
]

export function decodeEvent(row: EventRow): Held<EventRecord> {
  const [ref, id, collection, actor, target, kind, subtype, stage, strength, mark, scope, summary, occurred] = row
  const links = parseList<readonly [type: number, other: string]>(row[14])
  const record: EventRecord = {
    id,
    collection,
    actor,
    target,
    kind: words.wordOf(words.EVENT_KINDS, kind),
    subtype,
    stage: words.wordOf(words.STAGES, stage),
    strength,
    mark: words.wordOf(words.MARKS, mark),
    scope,
    summary,
    occurred,
    history: parseList<readonly [number, number, Text]>(row[13]).map(([status, on, note]) => ({
      status: words.wordOf(words.STATUSES, status),
      on,
      note,
    })),
    breaks: links.filter(([type]) => type === 0).map(([, other]) => other),
    restores: links.filter(([type]) => type === 1).map(([, other]) => other),
    evidence: decodeEvidence(row[15]),
    coded: decodeCoded(row),
  }
  return { ref, record, writer: { by: row[25], name: row[26] }, version: row[27] }
}

function decodeCoded(row: EventRow): CodedRecord | null {
  const [code, system, goldstein, actorName] = [row[16], row[17], row[18], row[19]]
  const [targetName, publisher, reported, flags, locator] = [row[20], row[21], row[22], row[23], row[24]]
  if (code === null || system === null || actorName === null || targetName === null || reported === null) return null
  return {
    code,
    system,
    goldstein,
    actorName,
    targetName,
    publisher,
    reported,
    locator,
    mirror: (flags & FLAG.MIRROR) !== 0,
  }
}

type EvidenceParts = readonly [
  id: string,
  source: string,
  relayedFrom: Text,
  speaker: Text,
  quote: Text,
  paraphrase: Text,
  locator: Text,
  stance: number,
  about: number,
]

function decodeEvidence(json: string): EvidenceRecord[] {
  return parseList<EvidenceParts>(json).map(
    ([id, source, relayedFrom, speaker, quote, paraphrase, locator, stance, about]) => ({
      id,
      source,
      relayedFrom,
      speaker,
      quote,
      paraphrase,
      locator,
      stance: words.wordOf(words.STANCES, stance),
      about: words.wordOf(words.ABOUTS, about),
    }),
  )
}

function parseList<T>(json: string): readonly T[] {
  return json === '[]' ? [] : (JSON.parse(json) as T[])
}
