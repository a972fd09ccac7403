import { parseDay, type Day } from '../../domain/days.ts'
import { ABOUTS, EVENT_KINDS, MARKS, STAGES, STANCES, STATUSES } from '../../domain/words.ts'
import type { About, EventKind, Mark, Stage, Stance, Status } from '../../domain/words.ts'
import type { EventTuple, EvidenceTuple, StatusTuple } from '../graph-store.ts'

/** Words where the tuple has codes. What a foreign hand has drawn may lack anything. */
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

/** Null for an edge that is no event of Entente: one that a foreign hand has drawn or spoiled. */
export function decodeEventColumns(row: EventColumnsRow): EventTuple | null {
  const [id, actor, target, earliest, latest, flags, reported, , subtype, , , strength, scope, collection] = row
  const kind = KIND_CODES.get(row[7])
  const stage = STAGE_CODES.get(row[9])
  const mark = MARK_CODES.get(row[10])
  if (kind === undefined || stage === undefined || mark === undefined) return null
  if (!isText(id) || !isText(subtype) || !isText(collection)) return null
  if (!isWhole(actor) || !isWhole(target) || !isWhole(earliest) || !isWhole(latest)) return null
  if (!isWhole(flags) || !isWhole(strength)) return null
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

function isWhole(value: unknown): value is number {
  return Number.isInteger(value)
}

export type EvidenceRow = readonly [
  event: string,
  source: string,
  relayedFrom: string | null,
  stance: Stance | null,
  about: About | null,
]

export function decodeEvidence(row: EvidenceRow): EvidenceTuple | null {
  const [event, source, relayedFrom] = row
  const stance = STANCE_CODES.get(row[3])
  const about = ABOUT_CODES.get(row[4])
  if (stance === undefined || about === undefined) return null
  return [event, source, relayedFrom, stance, about]
}

export type StatusRow = readonly [event: string, on: string | null, status: Status | null]

export function decodeStatus(row: StatusRow): StatusTuple | null {
  const on = row[1] === null ? null : parseDay(row[1])
  const status = STATUS_CODES.get(row[2])
  return on === null || status === undefined ? null : [row[0], on, status]
}
