import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SUBTYPES } from '../../server/domain/subtypes.ts'
import { ACTOR_KINDS, EVENT_KINDS, QUESTION_KINDS } from '../../server/domain/words.ts'
import { XSS_PAYLOADS } from './xss-payloads.ts'

const COUNT = XSS_PAYLOADS.length
const DAY = '2025-11-11'

/** The payload of a record, and others for its other fields: no two fields of one record hold the same. */
export function payloadOf(record: number, field: keyof typeof FIELDS): string {
  return XSS_PAYLOADS[(record + FIELDS[field]) % COUNT] ?? ''
}

const FIELDS = {
  name: 0,
  alias: 11,
  description: 23,
  role: 31,
  publisher: 0,
  title: 41,
  scope: 0,
  summary: 53,
  note: 61,
  speaker: 71,
  quote: 83,
  paraphrase: 97,
  locator: 101,
} as const

/** All of them at once, for texts of which a case has one. */
export const ALL_PAYLOADS = XSS_PAYLOADS.join(' ')

/** A web address that carries the payload of a record; the server takes no white space in one. */
export function addressOf(record: number): string {
  return `https://elsewhere.invalid/?q=${payloadOf(record, 'name').replaceAll(/\s/gu, '+')}`
}

/**
 * Writes the files of a case whose every text is a payload. Record number n is called `actor-n`, `source-n`, `event-n`.
 * @param address of the source of a record
 */
export function writeXssCase(folder: string, id: string, address: (record: number) => string = addressOf): void {
  mkdirSync(folder, { recursive: true })
  const write = (file: string, value: unknown) => writeFileSync(join(folder, `${file}.yaml`), JSON.stringify(value))
  const records = Array.from({ length: COUNT }, (_, record) => record)
  write('case', {
    id,
    title: ALL_PAYLOADS,
    description: ALL_PAYLOADS,
    headline: 'event-0',
    questions: XSS_PAYLOADS.map((text, number) => ({
      id: `question-${number}`,
      text,
      kind: QUESTION_KINDS[number % QUESTION_KINDS.length],
      by: 'actor-0',
      toward: targetOf(0),
      // Two days are compared in two pictures, so only where the question is about them.
      ...(QUESTION_KINDS[number % QUESTION_KINDS.length] === 'KNOWN_ON' ? { dates: ['2025-10-01', DAY] } : {}),
    })),
  })
  write('actors', records.map(toActor))
  write(
    'sources',
    records.map((record) => toSource(record, address(record))),
  )
  write('events', records.map(toEvent))
  write('affiliations', records.map(toAffiliation))
  write(
    'positions',
    Object.fromEntries(records.map((record) => [`actor-${record}`, [(record % 20) * 5, Math.floor(record / 20) * 9]])),
  )
}

/** The actor toward which the event of a record is. */
export function targetOf(record: number): string {
  return `actor-${(record * 7 + 1) % COUNT}`
}

function toActor(record: number): object {
  return {
    id: `actor-${record}`,
    kind: ACTOR_KINDS[record % ACTOR_KINDS.length],
    name: payloadOf(record, 'name'),
    aliases: [payloadOf(record, 'alias')],
    description: payloadOf(record, 'description'),
  }
}

function toSource(record: number, url: string): object {
  return {
    id: `source-${record}`,
    publisher: payloadOf(record, 'publisher'),
    title: payloadOf(record, 'title'),
    url,
    published: DAY,
  }
}

function toEvent(record: number): object {
  const kind = EVENT_KINDS[record % EVENT_KINDS.length] ?? 'NEUTRAL'
  return {
    id: `event-${record}`,
    actor: `actor-${record}`,
    target: targetOf(record),
    kind,
    subtype: Object.keys(SUBTYPES[kind])[0],
    scope: payloadOf(record, 'scope'),
    occurred: DAY,
    summary: payloadOf(record, 'summary'),
    history: [{ status: 'REPORTED', on: DAY, note: payloadOf(record, 'note') }],
    evidence: [
      {
        source: `source-${record}`,
        speaker: payloadOf(record, 'speaker'),
        quote: payloadOf(record, 'quote'),
        paraphrase: payloadOf(record, 'paraphrase'),
        locator: payloadOf(record, 'locator'),
      },
    ],
  }
}

/** Some roll up, so that names stand on boxes too; some are claims with sources of their own. */
function toAffiliation(record: number): object {
  const claim = { source: `source-${record}`, paraphrase: payloadOf(record, 'paraphrase') }
  return {
    type: record % 4 === 1 ? 'PART_OF' : 'MEMBER_OF',
    actor: `actor-${record}`,
    to: `actor-${record % 4 === 1 ? record - 1 : (record + 5) % COUNT}`,
    role: payloadOf(record, 'role'),
    ...(record % 3 === 0 ? { evidence: [claim] } : {}),
  }
}
