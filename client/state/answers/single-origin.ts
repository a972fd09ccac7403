import { EVENTS_WITH_EVIDENCE } from '../../api/documents/answers.ts'
import type { EventsWithEvidenceQuery } from '../../api/generated/graphql.ts'
import { request, requestWithEvidence } from '../../api/request.ts'
import { PLAIN, highlightOf, type AnswerBody, type AnswerRow, type Cell } from './answer.ts'
import { count, dayWords } from '../words/dates.ts'
import { capitalised, listWords } from '../words/words.ts'
import { AWAY_CELL, actCell, asserts, denialCells, originName, scopeCell, unique } from './cells.ts'
import { citationsOf } from './citations.ts'
import { NOT_DENIED, baseFilter, type AskContext } from './context.ts'
import { toEventRow } from './event-row.ts'
import { shownNotes, withScope, type EventsShown } from './events-shown.ts'

type Event = EventsWithEvidenceQuery['events']['nodes'][number]

/** Which claims rest on a single origin, and which origin that is. */
export async function askSingleOrigin(context: AskContext): Promise<AnswerBody> {
  const { question, signal } = context
  const filter = {
    ...baseFilter(context),
    statuses: [...NOT_DENIED],
    ...(question.by ? { actor: question.by.id } : {}),
    ...(question.toward ? { target: question.toward.id } : {}),
  }
  const [single, all] = await Promise.all([
    requestWithEvidence(EVENTS_WITH_EVIDENCE, { filter: { ...filter, maxOrigins: 1 } }, signal),
    request(EVENTS_WITH_EVIDENCE, { filter, evidence: false }, signal),
  ])
  return toSingleOriginAnswer(
    question.id,
    withScope(single, question.scope),
    withScope(all, question.scope).events.total,
    context.asKnownOn,
  )
}

/** The answer of the claims that were read. @param all events, of however many origins @param asked the day that was asked for */
export function toSingleOriginAnswer(
  question: string,
  data: EventsShown,
  all: number,
  asked: string | null,
): AnswerBody {
  const events = data.events.nodes
  const asKnownOn = data.stats.asKnownOn ?? asked
  const falls = fallsWith(events)
  return {
    ...PLAIN,
    question,
    kind: 'SINGLE_ORIGIN',
    sentence: sentence(events, data.events.total, all, asKnownOn),
    notes: shownNotes(data),
    main: {
      title: count(data.events.total, 'claim'),
      columns: [
        'Who',
        'Act',
        'Toward',
        'Scope: what exactly',
        'Speaker',
        'Outlet behind it',
        'Relayed by',
        'Denied by',
        'If it falls',
      ],
      widths: [152, 128, 140, 190, 110, 120, 112, 146, 78],
      rows: events.map((event) => toRow(event, falls)),
    },
    citations: citationsOf(events),
    highlight: highlightOf(events.map(({ id }) => id)),
    asKnownOn,
  }
}

/** How many claims rest on each origin alone. */
function fallsWith(events: readonly Event[]): ReadonlyMap<string, number> {
  const falls = new Map<string, number>()
  for (const { evidence } of events) {
    for (const name of unique(asserts(evidence ?? []).map(originName))) falls.set(name, (falls.get(name) ?? 0) + 1)
  }
  return falls
}

function toRow(event: Event, falls: ReadonlyMap<string, number>): AnswerRow {
  return toEventRow(event, actCell(event), [scopeCell(event.scope), ...originCells(event, falls)])
}

/** Who says so, the origin, who relays it, who denies what it says, and what else falls with the origin. */
function originCells(
  { disputed, answered, evidence }: Event,
  falls: ReadonlyMap<string, number>,
): readonly (readonly Cell[])[] {
  if (!evidence) {
    const denied = disputed ? '≠ disputed' : answered ? '⇄ answered' : 'nobody'
    return [AWAY_CELL, AWAY_CELL, AWAY_CELL, [{ text: denied }], AWAY_CELL]
  }
  const told = asserts(evidence)
  const origins = unique(told.map(originName))
  const speakers = unique(told.flatMap(({ speaker }) => speaker ?? []))
  const carriers = unique(told.filter(({ relayedFrom }) => relayedFrom).map(({ source }) => source.publisher))
  const denials = denialCells(evidence)
  return [
    [speakers.length > 0 ? { text: capitalised(listWords(speakers)) } : { text: 'not named', quiet: true }],
    origins.map((text) => ({ text })),
    [carriers.length > 0 ? { text: listWords(carriers) } : { text: 'nobody', quiet: true }],
    denials.length > 0 ? denials : [{ text: 'nobody', quiet: true }],
    origins.map((name) => {
      const text = count(falls.get(name) ?? 1, 'claim')
      return { text, heard: `with ${name} fall ${text}` }
    }),
  ]
}

function sentence(events: readonly Event[], total: number, all: number, asKnownOn: string | null): string {
  const known = asKnownOn === null ? '' : ` as known on ${dayWords(asKnownOn)}`
  if (total === 0) return `No claim rests on a single origin${known}.`
  const names = [...fallsWith(events)].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const rest =
    events.length === total && names.length > 0
      ? ` They go back to ${listWords(names.map(([name, times]) => `${name} (${times})`))}.`
      : ''
  const whole = total === all ? `all ${count(all, 'claim')}` : `${total} of ${count(all, 'claim')}`
  return `${capitalised(whole)} ${total === 1 ? 'rests' : 'rest'} on a single origin${known}.${rest}`
}
