import type {
  ActorEntry,
  AffiliationRecord,
  CodedRecord,
  CollectionRecord,
  EventRecord,
  EvidenceRecord,
  PositionRecord,
  QuestionRecord,
  SourceRecord,
  StatusRecord,
} from '../../domain/records.ts'
import * as words from '../../domain/words.ts'
import {
  edtf,
  edtfOrNone,
  flag,
  list,
  oneOf,
  text,
  textOrNone,
  texts,
  whole,
  wholeOrNone,
  type Fault,
} from './faults.ts'

/** What is wrong with a record that a foreign hand has drawn or spoilt: the first fault. */

export function faultOfCollection(record: CollectionRecord): Fault {
  return (
    text(record.id, 'id') ??
    oneOf(record.kind, words.COLLECTION_KINDS, 'kind') ??
    text(record.title, 'title') ??
    textOrNone(record.description, 'description') ??
    textOrNone(record.headline, 'headline') ??
    list(record.positions, 'positions', isPosition) ??
    list(record.questions, 'questions', isQuestion)
  )
}

function isPosition(value: Partial<PositionRecord>): boolean {
  return typeof value.actor === 'string' && typeof value.x === 'number' && typeof value.y === 'number'
}

function isQuestion(value: Partial<QuestionRecord>): boolean {
  const fault =
    text(value.id, 'id') ??
    text(value.text, 'text') ??
    oneOf(value.kind, words.QUESTION_KINDS, 'kind') ??
    textOrNone(value.toward, 'toward') ??
    textOrNone(value.by, 'by') ??
    list(value.dates, 'dates', Number.isInteger)
  return fault === null
}

export function faultOfSource(record: SourceRecord): Fault {
  return (
    text(record.id, 'id') ??
    text(record.collection, 'collection') ??
    text(record.publisher, 'publisher') ??
    textOrNone(record.title, 'title') ??
    textOrNone(record.url, 'url') ??
    wholeOrNone(record.published, 'published') ??
    oneOf(record.reliability, words.RELIABILITIES, 'reliability')
  )
}

export function faultOfEntry(record: ActorEntry): Fault {
  return (
    oneOf(record.kind, words.ACTOR_KINDS, 'kind') ??
    text(record.name, 'name') ??
    flag(record.article, 'article') ??
    texts(record.aliases, 'aliases') ??
    textOrNone(record.description, 'description') ??
    flag(record.unspecified, 'unspecified')
  )
}

export function faultOfAffiliation(record: AffiliationRecord): Fault {
  return (
    text(record.id, 'id') ??
    text(record.collection, 'collection') ??
    text(record.actor, 'actor') ??
    text(record.to, 'other end') ??
    textOrNone(record.role, 'role') ??
    edtfOrNone(record.since, 'since') ??
    edtfOrNone(record.until, 'until') ??
    firstOf(record.evidence, faultOfEvidence)
  )
}

export function faultOfEvent(record: EventRecord): Fault {
  return (
    text(record.id, 'id') ??
    text(record.collection, 'collection') ??
    text(record.actor, 'actor') ??
    text(record.target, 'target') ??
    text(record.subtype, 'subtype') ??
    oneOf(record.stage, words.STAGES, 'stage') ??
    whole(record.strength, 'strength') ??
    oneOf(record.mark, words.MARKS, 'mark') ??
    textOrNone(record.scope, 'scope') ??
    textOrNone(record.summary, 'summary') ??
    edtf(record.occurred, 'occurred') ??
    texts(record.breaks, 'breaks') ??
    texts(record.restores, 'restores') ??
    firstOf(record.history, faultOfStatus) ??
    firstOf(record.evidence, faultOfEvidence) ??
    (record.coded && faultOfCoded(record.coded))
  )
}

export function faultOfEvidence(record: EvidenceRecord): Fault {
  const fault =
    text(record.id, 'id') ??
    text(record.source, 'source') ??
    textOrNone(record.relayedFrom, 'relayedFrom') ??
    textOrNone(record.speaker, 'speaker') ??
    textOrNone(record.quote, 'quote') ??
    textOrNone(record.paraphrase, 'paraphrase') ??
    textOrNone(record.locator, 'locator') ??
    oneOf(record.stance, words.STANCES, 'stance') ??
    oneOf(record.about, words.ABOUTS, 'about')
  return fault && `has evidence that ${fault}`
}

function faultOfStatus(record: StatusRecord): Fault {
  const fault =
    oneOf(record.status, words.STATUSES, 'status') ?? whole(record.on, 'day') ?? textOrNone(record.note, 'note')
  return fault && `has a status that ${fault}`
}

function faultOfCoded(coded: CodedRecord): Fault {
  return (
    text(coded.code, 'code') ??
    text(coded.system, 'system') ??
    text(coded.actorName, 'actorName') ??
    text(coded.targetName, 'targetName') ??
    textOrNone(coded.publisher, 'publisher') ??
    textOrNone(coded.locator, 'locator') ??
    whole(coded.reported, 'reportedDay')
  )
}

function firstOf<T>(parts: readonly T[], faultOf: (part: T) => Fault): Fault {
  for (const part of parts) {
    const fault = faultOf(part)
    if (fault !== null) return fault
  }
  return null
}
