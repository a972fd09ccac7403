import { PAIR } from '../../api/documents/answers.ts'
import { DISTANCING } from '../../api/documents/distancing.ts'
import type { DistancingQuery, PairQuery } from '../../api/generated/graphql.ts'
import { request, requestWithEvidence } from '../../api/request.ts'
import { PLAIN, openEvent, type AnswerBody, type AnswerRow } from './answer.ts'
import { continuesWords, whenWords } from '../tie/when.ts'
import { count, dayWords } from '../words/dates.ts'
import type { ActorName, EventRow, EvidenceCard } from '../types.ts'
import { capitalised, listWords } from '../words/words.ts'
import { WORDS_AWAY, actCell, originsCell, scopeCell, statusCell } from './cells.ts'
import { baseFilter, type AskContext } from './context.ts'
import { behindEvents } from './event-row.ts'
import { folded, holdsWords } from './narrow.ts'

type DistancingRow = DistancingQuery['distancing']['rows'][number]

type Event = EventRow & { readonly evidence?: readonly EvidenceCard[] }

export interface CooperationData {
  readonly by: ActorName
  readonly toward: ActorName
  readonly events: readonly Event[]
  readonly row: DistancingRow | null
  /** Events of the other direction. */
  readonly back: number
  readonly asKnownOn: string | null
  readonly coded: boolean
}

/** Cooperation and suspension of a pair, and what the contract says of their order. */
export async function askCooperation(context: AskContext): Promise<AnswerBody> {
  const { question, collection, view, asKnownOn, signal } = context
  const { by, toward } = question
  if (!by || !toward) throw new TypeError(`${question.id} names no pair`)
  const words = folded(question.scope ?? '')
  const filter = { ...baseFilter(context), kinds: ['COOPERATION' as const, 'SUSPENSION' as const] }
  const [pair, { distancing }]: [PairQuery, DistancingQuery] = await Promise.all([
    requestWithEvidence(
      PAIR,
      {
        there: { ...filter, actor: by.id, target: toward.id },
        back: { ...filter, actor: toward.id, target: by.id },
        level: view.level,
      },
      signal,
    ),
    request(
      DISTANCING,
      {
        toward: toward.id,
        by: by.id,
        level: view.level,
        include: [],
        asKnownOn,
        collections: [collection.id],
        evidence: false,
      },
      signal,
    ),
  ])
  return toCooperationAnswer(question.id, {
    by,
    toward,
    events: pair.there.items.flatMap(({ events }) => events.nodes).filter(({ scope }) => holdsWords(words, scope)),
    row: distancing.rows[0] ?? null,
    back: pair.back.items.reduce((sum, { total }) => sum + total, 0),
    asKnownOn: pair.there.asKnownOn ?? asKnownOn,
    coded: collection.kind === 'DATA_SET',
  })
}

/** The answer of a pair: each cooperation and suspension a row, "still" only where the contract says that it continues. */
export function toCooperationAnswer(question: string, data: CooperationData): AnswerBody {
  const order = orderOf(data.row)
  const events = data.events
  return {
    ...PLAIN,
    question,
    kind: 'COOPERATION',
    sentence: sentence(data, order),
    notes: [
      data.back === 0
        ? `The other direction, ${data.toward.nameInSentence} toward ${data.by.nameInSentence}: nothing of either kind is recorded.`
        : `The other direction, ${data.toward.nameInSentence} toward ${data.by.nameInSentence}: ${count(data.back, 'event')}.`,
      ...(events.every(({ evidence }) => evidence) ? [] : [WORDS_AWAY]),
    ],
    main: {
      title: scopesTitle(events),
      columns: ['Act', 'Scope: what exactly', 'Since', 'Status', 'Origins', 'Other direction'],
      widths: [190, 300, 220, 140, 170, 156],
      rows: events.map((event) => toRow(event, order, data)),
    },
    ...behindEvents(events),
    asKnownOn: data.asKnownOn,
  }
}

/** `2 scopes`, `3 events in 2 scopes` */
function scopesTitle(events: readonly Event[]): string {
  const stated = new Set(events.flatMap(({ scope }) => scope ?? [])).size
  if (stated === events.length) return count(stated, 'scope')
  return stated === 0 ? count(events.length, 'event') : `${count(events.length, 'event')} in ${count(stated, 'scope')}`
}

type Order = ReadonlyMap<string, 'continues' | 'before' | 'meanwhile'>

/** Which list of the contract each cooperation stands in. */
function orderOf(row: DistancingRow | null): Order {
  const order = new Map<string, 'continues' | 'before' | 'meanwhile'>()
  if (!row) return order
  for (const list of ['before', 'meanwhile', 'continues'] as const) {
    for (const { events } of row[list].items) for (const { id } of events.nodes) order.set(id, list)
  }
  return order
}

const ORDER_NOTES = { before: 'before the suspension', meanwhile: 'order not stated' } as const

function toRow(event: Event, order: Order, { by, toward, back }: CooperationData): AnswerRow {
  const place = order.get(event.id)
  const ends = [
    event.actor.id === by.id ? '' : `by ${event.actor.nameInSentence}`,
    event.target.id === toward.id ? '' : `toward ${event.target.nameInSentence}`,
  ].filter(Boolean)
  const note = place === 'before' || place === 'meanwhile' ? ORDER_NOTES[place] : ''
  return {
    id: event.id,
    lines: [
      {
        id: event.id,
        cells: [
          actCell(event).map((cell) => ({
            ...cell,
            text:
              place === 'continues' ? 'still cooperates' : event.kind === 'SUSPENSION' ? heldBack(event) : cell.text,
            note: [cell.note, note].filter(Boolean).join(', '),
          })),
          scopeCell(event.scope).map((cell) => (ends.length > 0 ? { ...cell, note: ends.join(', ') } : cell)),
          [
            {
              text: place === 'continues' ? continuesWords(event) : whenWords(event),
              note: `known ${dayWords(event.reportedOn)}`,
            },
          ],
          statusCell(event),
          originsCell(event.originCount, event.evidence ?? null, openEvent(event)),
          [{ text: back === 0 ? 'nothing recorded' : count(back, 'event'), ...(back === 0 ? { quiet: true } : {}) }],
        ],
        opens: openEvent(event),
        events: [event.id],
      },
    ],
  }
}

/** Says "still" for what the contract lists as continuing, and for nothing else. */
function sentence(data: CooperationData, order: Order): string {
  const { by, toward, events, asKnownOn, coded } = data
  const done = events.filter(({ stage, status }) => stage === 'ACTUAL' && status !== 'DENIED')
  const cooperation = done.filter(({ kind }) => kind === 'COOPERATION')
  const suspension = done.filter(({ kind, status }) => kind === 'SUSPENSION' && status !== 'REVERSED')
  const known = asKnownOn === null ? '' : ` as known on ${dayWords(asKnownOn)}`
  if (cooperation.length + suspension.length === 0) {
    return `No cooperation of ${by.nameInSentence} with ${toward.nameInSentence} and no suspension is recorded${known}.`
  }
  const still = cooperation.filter(({ id }) => order.get(id) === 'continues')
  const other = cooperation.filter(({ id }) => order.get(id) !== 'continues')
  const is = (rows: readonly EventRow[]) =>
    coded ? 'is coded' : rows.every(({ status }) => status === 'CONFIRMED') ? 'is confirmed' : 'is reported'
  const clauses: string[] = []
  // What was said of the clause before is not said again.
  let said = other.length > 0 ? is(other) : still.length > 0 ? is(still) : ''
  if (still.length > 0) clauses.push(`${is(still)} still to cooperate with ${toward.nameInSentence} (${scopes(still)})`)
  if (other.length > 0) {
    clauses.push(
      `${still.length > 0 && is(still) === is(other) ? '' : `${is(other)} `}to have cooperated, without a word that it goes on (${scopes(other)})`,
    )
  }
  if (cooperation.length === 0) clauses.push('has no cooperation recorded')
  for (const [verb, rows] of Map.groupBy(suspension, heldBack)) {
    clauses.push(said === is(rows) ? `to have ${verb} ${scopes(rows)}` : `${is(rows)} to have ${verb} ${scopes(rows)}`)
    said = is(rows)
  }
  return `${capitalised(by.nameInSentence)} ${listWords(clauses)}.`
}

/** What the event did to the cooperation, no stronger than its subtype says. */
function heldBack({ subtype }: EventRow): 'restricted' | 'suspended' {
  return subtype === 'restriction' ? 'restricted' : 'suspended'
}

function scopes(events: readonly EventRow[]): string {
  return listWords(events.map(({ scope }) => scope ?? 'scope not stated'))
}
