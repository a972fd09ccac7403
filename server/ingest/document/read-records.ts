import { EdtfError, parseEdtf } from '../../domain/edtf.ts'
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
import {
  ABOUTS,
  ACTOR_KINDS,
  AFFILIATION_TYPES,
  COLLECTION_KINDS,
  EVENT_KINDS,
  MARKS,
  QUESTION_KINDS,
  RELIABILITIES,
  STAGES,
  STANCES,
  STATUSES,
} from '../../domain/words.ts'
import { ID_PATTERN, LONGEST_ID } from '../case/ids.ts'
import { Fields, ValueFault } from './fields.ts'

/**
 * Records as documents write them, days as ISO texts, to those of a store: their form is checked, not whether they go together. Each
 * throws ValueFault.
 */

const PLAIN_ID = new RegExp(ID_PATTERN, 'u')

export function readCollection(value: unknown, path = ''): CollectionRecord {
  const fields = new Fields(value, path)
  return whole(fields, {
    id: plainId(fields, 'id', path),
    kind: fields.word('kind', COLLECTION_KINDS),
    title: fields.text('title'),
    description: fields.textOrNull('description'),
    headline: fields.textOrNull('headline'),
    positions: fields.list('positions', readPosition),
    questions: fields.list('questions', readQuestion),
  })
}

export function readSource(value: unknown, path = ''): SourceRecord {
  const fields = new Fields(value, path)
  return whole(fields, {
    ...within(fields, path),
    publisher: fields.text('publisher'),
    title: fields.textOrNull('title'),
    url: fields.orNull('url', readAddress),
    published: fields.dayOrNull('published'),
    reliability: fields.word('reliability', RELIABILITIES),
  })
}

export function readActor(value: unknown, path = ''): ActorEntry {
  const fields = new Fields(value, path)
  return whole(fields, {
    actor: plainId(fields, 'actor', path),
    collection: plainId(fields, 'collection', path),
    kind: fields.word('kind', ACTOR_KINDS),
    name: fields.text('name'),
    article: fields.bool('article'),
    aliases: fields.texts('aliases'),
    description: fields.textOrNull('description'),
    unspecified: fields.bool('unspecified'),
  })
}

export function readAffiliation(value: unknown, path = ''): AffiliationRecord {
  const fields = new Fields(value, path)
  return whole(fields, {
    ...within(fields, path),
    type: fields.word('type', AFFILIATION_TYPES),
    actor: plainId(fields, 'actor', path),
    to: plainId(fields, 'to', path),
    role: fields.textOrNull('role'),
    since: fields.orNull('since', readDate),
    until: fields.orNull('until', readDate),
    evidence: fields.list('evidence', readEvidence),
  })
}

export function readEvent(value: unknown, path = ''): EventRecord {
  const fields = new Fields(value, path)
  return whole(fields, {
    ...within(fields, path),
    actor: plainId(fields, 'actor', path),
    target: plainId(fields, 'target', path),
    kind: fields.word('kind', EVENT_KINDS),
    subtype: fields.text('subtype'),
    stage: fields.word('stage', STAGES),
    strength: Math.trunc(fields.number('strength', 0, 3)),
    mark: fields.word('mark', MARKS),
    scope: fields.textOrNull('scope'),
    summary: fields.textOrNull('summary'),
    occurred: readDate(fields.any('occurred'), join(path, 'occurred')),
    history: fields.list('history', readStep),
    breaks: fields.texts('breaks'),
    restores: fields.texts('restores'),
    evidence: fields.list('evidence', readEvidence),
    coded: fields.orNull('coded', readCoded),
  })
}

function readEvidence(value: unknown, path: string): EvidenceRecord {
  const fields = new Fields(value, path)
  return whole(fields, {
    id: fields.text('id'),
    source: fields.text('source'),
    relayedFrom: fields.textOrNull('relayedFrom'),
    speaker: fields.textOrNull('speaker'),
    quote: fields.textOrNull('quote'),
    paraphrase: fields.textOrNull('paraphrase'),
    locator: fields.textOrNull('locator'),
    stance: fields.word('stance', STANCES),
    about: fields.word('about', ABOUTS),
  })
}

function readStep(value: unknown, path: string): StatusRecord {
  const fields = new Fields(value, path)
  return whole(fields, {
    status: fields.word('status', STATUSES),
    on: fields.day('on'),
    note: fields.textOrNull('note'),
  })
}

function readCoded(value: unknown, path: string): CodedRecord {
  const fields = new Fields(value, path)
  return whole(fields, {
    code: fields.anyText('code'),
    system: fields.anyText('system'),
    goldstein: fields.numberOrNull('goldstein', -10, 10),
    actorName: fields.anyText('actorName'),
    targetName: fields.anyText('targetName'),
    publisher: fields.textOrNull('publisher'),
    reported: fields.day('reported'),
    locator: fields.textOrNull('locator'),
    mirror: fields.bool('mirror'),
  })
}

function readPosition(value: unknown, path: string): PositionRecord {
  const fields = new Fields(value, path)
  return whole(fields, {
    actor: plainId(fields, 'actor', path),
    x: fields.number('x', 0, 100),
    y: fields.number('y', 0, 100),
  })
}

function readQuestion(value: unknown, path: string): QuestionRecord {
  const fields = new Fields(value, path)
  return whole(fields, {
    id: fields.text('id'),
    text: fields.text('text'),
    kind: fields.word('kind', QUESTION_KINDS),
    toward: fields.textOrNull('toward'),
    by: fields.textOrNull('by'),
    dates: fields.list('dates', (day, at) => new Fields({ day }, at).day('day')),
  })
}

/** Id and collection, which begins the id. */
function within(fields: Fields, path: string): { readonly id: string; readonly collection: string } {
  const collection = plainId(fields, 'collection', path)
  const id = fields.text('id')
  const rest = id.startsWith(`${collection}/`) ? id.slice(collection.length + 1) : ''
  // Ids of affiliations are made of three of ordinary length.
  if (!PLAIN_ID.test(rest) || rest.length > 4 * LONGEST_ID)
    throw new ValueFault(join(path, 'id'), `This is to be ${collection}/ and lower-case letters, digits and hyphens.`)
  return { id, collection }
}

function plainId(fields: Fields, name: string, path: string): string {
  const id = fields.text(name)
  if (!PLAIN_ID.test(id) || id.length > 4 * LONGEST_ID)
    throw new ValueFault(join(path, name), 'Ids have lower-case letters, digits and hyphens, such as south-korea.')
  return id
}

function readDate(value: unknown, path: string): string {
  if (typeof value !== 'string') throw new ValueFault(path, 'This is to be a date, such as 2025-11-11.')
  try {
    parseEdtf(value)
  } catch (error) {
    if (error instanceof EdtfError) throw new ValueFault(path, error.says)
    throw error
  }
  return value
}

function readAddress(value: unknown, path: string): string {
  if (typeof value !== 'string' || !/^https?:\/\/\S+$/i.test(value) || !value.isWellFormed())
    throw new ValueFault(path, 'This is to be an address of the web, beginning with http:// or https://.')
  return value
}

function whole<T>(fields: Fields, record: T): T {
  fields.end()
  return record
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`
}
