import { parseDay, type Day } from '../../domain/days.ts'
import { ABOUTS, codeOf, EVENT_KINDS, MARKS, STAGES, STANCES, STATUSES } from '../../domain/words.ts'
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

export type EvidenceRow = readonly [event: string, source: string, relayedFrom: string | null, Stance, About]

export function decodeEvidence([event, source, relayedFrom, stance, about]: EvidenceRow): EvidenceTuple {
  return [event, source, relayedFrom, codeOf(STANCES, stance), codeOf(ABOUTS, about)]
}

export type StatusRow = readonly [event: string, on: string, Status]

export function decodeStatus([event, on, status]: StatusRow): StatusTuple {
  return [event, parseDay(on) ?? 0, codeOf(STATUSES, status)]
}
