import type { Day } from '../../domain/days.ts'
import { ABOUTS, EVENT_KINDS, MARKS, STAGES, STANCES, STATUSES } from '../../domain/words.ts'
import type { About, EventKind, Mark, Stage, Stance, Status } from '../../domain/words.ts'
import type { EventTuple, EvidenceTuple, LinkTuple, StatusTuple } from '../graph-store.ts'
import { decodeDate } from './decode.ts'
import { names, oneOf, text, textOrNone, texts, whole, wholeOrNone, wrong, type Fault } from './faults.ts'

/** What a foreign hand has drawn or spoilt. */
export interface Broken {
  /** The event of which it is a part, as far as it says; a broken part breaks the event. */
  readonly event: string | null
  /** Such as `The event case/2`. */
  readonly what: string
  /** Such as `has no stage`. */
  readonly fault: string
}

export type Part<T> = T | Broken

export function isBroken<T extends readonly unknown[]>(part: Part<T>): part is Broken {
  return !Array.isArray(part)
}

/** Words where the tuple has codes; last, only where its id or an end cannot be read, what is known of the edge and its ends. */
export type EventColumnsRow = readonly [
  id: string | null,
  actor: number | null,
  target: number | null,
  earliest: Day | null,
  latest: Day | null,
  flags: number | null,
  reported: Day | null,
  kind: EventKind,
  subtype: string | null,
  stage: Stage | null,
  mark: Mark | null,
  strength: number | null,
  scope: string | null,
  collection: string | null,
  code: string | null,
  publisher: string | null,
  strange:
    | readonly [edge: string, fromActor: boolean, actor: string | null, toActor: boolean, target: string | null]
    | null,
]

const KIND_CODES = codes(EVENT_KINDS)
const STAGE_CODES = codes(STAGES)
const MARK_CODES = codes(MARKS)
const STANCE_CODES = codes(STANCES)
const ABOUT_CODES = codes(ABOUTS)
const STATUS_CODES = codes(STATUSES)

function codes(list: readonly string[]): ReadonlyMap<string | null, number> {
  return new Map(list.map((word, code) => [word, code]))
}

export function decodeEventColumns(row: EventColumnsRow): Part<EventTuple> {
  const [id, actor, target, earliest, latest, flags, reported, , subtype, , , strength, scope, collection] = row
  const kind = KIND_CODES.get(row[7])
  const stage = STAGE_CODES.get(row[9])
  const mark = MARK_CODES.get(row[10])
  if (kind === undefined || stage === undefined || mark === undefined || row[16] !== null) return toBroken(row)
  if (!isText(id) || !isText(subtype) || !isText(collection)) return toBroken(row)
  if (!isWhole(actor) || !isWhole(target) || !isWhole(earliest) || !isWhole(latest)) return toBroken(row)
  if (!isWhole(flags) || !isWhole(strength)) return toBroken(row)
  if (!isTextOrNone(scope) || !isTextOrNone(row[14]) || !isTextOrNone(row[15])) return toBroken(row)
  // A row of a data set has both, an event of a case neither.
  if (reported === null ? row[14] !== null : row[14] === null || !isWhole(reported)) return toBroken(row)
  return [
    id,
    actor,
    target,
    earliest,
    latest,
    flags,
    reported,
    kind,
    subtype,
    stage,
    mark,
    strength,
    scope,
    collection,
    row[14],
    row[15],
  ]
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function isTextOrNone(value: unknown): value is string | null {
  return value === null || typeof value === 'string'
}

function isWhole(value: unknown): value is number {
  return Number.isInteger(value)
}

function toBroken(row: EventColumnsRow): Broken {
  const [id, , , earliest, latest, flags, reported, kind, subtype, stage, mark, strength, scope, collection] = row
  const [code, publisher, strange] = [row[14], row[15], row[16]]
  const fault =
    text(id, 'id') ??
    (strange && faultOfEnds(strange)) ??
    whole(earliest, 'earliestDay') ??
    whole(latest, 'latestDay') ??
    whole(flags, 'flags') ??
    text(subtype, 'subtype') ??
    oneOf(stage, STAGES, 'stage') ??
    oneOf(mark, MARKS, 'mark') ??
    whole(strength, 'strength') ??
    textOrNone(scope, 'scope') ??
    text(collection, 'collection') ??
    textOrNone(code, 'code') ??
    textOrNone(publisher, 'publisher') ??
    wholeOrNone(reported, 'reportedDay') ??
    wrong(null, code === null ? 'code' : 'reportedDay')
  return {
    event: isText(id) ? id : null,
    what: isText(id) ? `The event ${id}` : `The ${kind} edge ${strange?.[0]}`,
    fault,
  }
}

function faultOfEnds([, fromActor, actor, toActor, target]: NonNullable<EventColumnsRow[16]>): Fault {
  if (!fromActor) return 'begins at what is no actor'
  if (!toActor) return 'ends at what is no actor'
  return actor === null
    ? names('actor', actor)
    : target === null
      ? names('target', target)
      : 'names an actor without a ref'
}

export type EvidenceRow = readonly [
  event: string,
  source: string | null,
  relayedFrom: string | null,
  stance: Stance | null,
  about: About | null,
]

export function decodeEvidence(row: EvidenceRow): Part<EvidenceTuple> {
  const [event, source, relayedFrom] = row
  const stance = STANCE_CODES.get(row[3])
  const about = ABOUT_CODES.get(row[4])
  const fault =
    text(event, 'id') ?? text(source, 'source') ?? oneOf(row[3], STANCES, 'stance') ?? oneOf(row[4], ABOUTS, 'about')
  if (source === null || stance === undefined || about === undefined || fault !== null) {
    return brokenPart(event, `has evidence that ${fault}`)
  }
  return [event, source, relayedFrom, stance, about]
}

export type StatusRow = readonly [event: string, on: unknown, status: Status | null]

export function decodeStatus([event, on, status]: StatusRow): Part<StatusTuple> {
  const day = decodeDate(on)
  const code = STATUS_CODES.get(status)
  const fault = text(event, 'id') ?? whole(day, 'day') ?? oneOf(status, STATUSES, 'status')
  if (day === null || code === undefined || fault !== null) return brokenPart(event, `has a status that ${fault}`)
  return [event, day, code]
}

export type LinksRow = readonly [event: string, breaks: readonly string[] | null, restores: readonly string[] | null]

/** All links of one event. */
export function decodeLinks([event, breaks, restores]: LinksRow): Part<readonly LinkTuple[]> {
  const fault = text(event, 'id') ?? texts(breaks ?? [], 'breaks') ?? texts(restores ?? [], 'restores')
  if (fault !== null) return brokenPart(event, fault)
  return [
    ...(breaks ?? []).map((other): LinkTuple => [event, other, 0]),
    ...(restores ?? []).map((other): LinkTuple => [event, other, 1]),
  ]
}

/** @param event of which something is wrong. */
export function brokenPart(event: string | null, fault: string): Broken {
  if (!isText(event)) return { event: null, what: 'An Event node', fault: 'has no id' }
  return { event, what: `The event ${event}`, fault }
}
