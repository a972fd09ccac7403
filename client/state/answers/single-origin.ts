import { EVENTS_WITH_EVIDENCE } from '../../api/documents/answers.ts'
import type { EventsWithEvidenceQuery } from '../../api/generated/graphql.ts'
import { request, requestWithEvidence } from '../../api/request.ts'
import { highlightOf, openEvent, type Answer, type AnswerRow, type Cell } from './answer.ts'
import { count, dayWords } from '../words/dates.ts'
import { capitalised, listWords } from '../words/words.ts'
import { AWAY_CELL, WORDS_AWAY, actCell, asserts, denialCells, originName, scopeCell, unique } from './cells.ts'
import { NOT_DENIED, baseFilter, type AskContext } from './context.ts'

type Event = EventsWithEvidenceQuery['events']['nodes'][number]

/** Which claims rest on a single origin, and which origin that is. */
export async function askSingleOrigin(context: AskContext): Promise<Answer> {
  const { question, signal } = context
  const filter = { ...baseFilter(context), statuses: [...NOT_DENIED] }
  const [single, all] = await Promise.all([
    requestWithEvidence(EVENTS_WITH_EVIDENCE, { filter: { ...filter, maxOrigins: 1 } }, signal),
    request(EVENTS_WITH_EVIDENCE, { filter, evidence: false }, signal),
  ])
  return toSingleOriginAnswer(question.id, single, all.events.total, context.asKnownOn)
}

export function toSingleOriginAnswer(
  question: string,
  data: EventsWithEvidenceQuery,
  all: number,
  asked: string | null,
): Answer {
  const events = data.events.nodes
  const asKnownOn = data.stats.asKnownOn ?? asked
  return {
    question,
    sentence: sentence(events, data.events.total, all, asKnownOn),
    notes: [
      ...(events.length < data.events.total ? [`${events.length} of ${data.events.total} are shown.`] : []),
      ...(events.every(({ evidence }) => evidence) ? [] : [WORDS_AWAY]),
    ],
    main: {
      title: count(data.events.total, 'claim'),
      columns: ['Who', 'Act', 'Toward', 'Scope: what exactly', 'Origin', 'Carried by', 'Denied'],
      rows: events.map(toRow),
    },
    apart: [],
    switches: [],
    highlight: highlightOf(events.map(({ id }) => id)),
    asKnownOn,
  }
}

function toRow(event: Event): AnswerRow {
  return {
    id: event.id,
    lines: [
      {
        id: event.id,
        cells: [
          [{ text: event.actor.name, actor: event.actor }],
          actCell(event),
          [{ text: event.target.name }],
          scopeCell(event.scope),
          ...originCells(event),
        ],
        opens: openEvent(event),
        events: [event.id],
      },
    ],
  }
}

/** The origin, who carries it, and who denies what it says. */
function originCells({ disputed, answered, evidence }: Event): readonly (readonly Cell[])[] {
  if (!evidence) {
    const denied = disputed ? '≠ disputed' : answered ? '⇄ answered' : 'By nobody'
    return [AWAY_CELL, AWAY_CELL, [{ text: denied }]]
  }
  const told = asserts(evidence)
  const carriers = unique(told.filter(({ relayedFrom }) => relayedFrom).map(({ source }) => source.publisher))
  const denials = denialCells(evidence)
  return [
    unique(told.map(originName)).map((text) => ({ text })),
    [{ text: carriers.length > 0 ? listWords(carriers) : 'its own outlet' }],
    denials.length > 0 ? denials : [{ text: 'By nobody' }],
  ]
}

function sentence(events: readonly Event[], total: number, all: number, asKnownOn: string | null): string {
  const known = asKnownOn === null ? '' : ` as known on ${dayWords(asKnownOn)}`
  if (total === 0) return `No claim rests on a single origin${known}.`
  const origins = new Map<string, number>()
  for (const { evidence } of events) {
    for (const name of unique(asserts(evidence ?? []).map(originName))) origins.set(name, (origins.get(name) ?? 0) + 1)
  }
  const names = [...origins].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const rest =
    events.length === total && names.length > 0
      ? ` They go back to ${listWords(names.map(([name, times]) => `${name} (${times})`))}.`
      : ''
  const whole = total === all ? `all ${count(all, 'claim')}` : `${total} of ${count(all, 'claim')}`
  return `${capitalised(whole)} ${total === 1 ? 'rests' : 'rest'} on a single origin${known}.${rest}`
}
