import { EVENTS_WITH_EVIDENCE, KNOWN_ON } from '../../api/documents/answers.ts'
import type { EventsWithEvidenceQuery, KnownOnQuery } from '../../api/generated/graphql.ts'
import { request } from '../../api/request.ts'
import { highlightOf, openEvent, type Answer, type AnswerRow } from './answer.ts'
import { count, dayWords, delayWords } from '../words/dates.ts'
import { STATUS_WORDS, capitalised } from '../words/words.ts'
import { actCell, happenedCell } from './cells.ts'
import { NOT_DENIED, baseFilter, type AskContext } from './context.ts'

type Event = EventsWithEvidenceQuery['events']['nodes'][number]

/** What was known on one day. */
export interface KnownOn {
  readonly date: string
  readonly total: number
  readonly status: ReadonlyMap<string, KnownOnQuery['events']['nodes'][number]['status']>
}

export interface KnownOnData {
  readonly events: readonly Event[]
  readonly total: number
  readonly asKnownOn: string | null
  /** Oldest first; the last is the day that is set for the whole page. */
  readonly days: readonly KnownOn[]
  /** Days of the question after the one that is set; the picture cannot know them. */
  readonly later: readonly string[]
}

/** What was known on the days of the question, up to the day that is set. */
export async function askKnownOn(context: AskContext): Promise<Answer> {
  const { question, collection, asKnownOn, signal } = context
  const statuses = [...NOT_DENIED]
  const dates = question.dates.filter((date) => asKnownOn !== null && date < asKnownOn)
  const [data, ...known] = await Promise.all([
    request(EVENTS_WITH_EVIDENCE, { filter: { ...baseFilter(context), statuses }, evidence: false }, signal),
    ...[...dates].sort().map(async (date) => {
      const { events } = await request(
        KNOWN_ON,
        { filter: { collections: [collection.id], asKnownOn: date, statuses } },
        signal,
      )
      return toKnownOn(date, events)
    }),
  ])
  const days = asKnownOn === null ? known : [...known, toKnownOn(asKnownOn, data.events)]
  return toKnownOnAnswer(question.id, {
    events: data.events.nodes,
    total: data.events.total,
    asKnownOn,
    days,
    later: question.dates.filter((date) => asKnownOn !== null && date > asKnownOn),
  })
}

function toKnownOn(date: string, events: KnownOnQuery['events']): KnownOn {
  return { date, total: events.total, status: new Map(events.nodes.map(({ id, status }) => [id, status])) }
}

export function toKnownOnAnswer(question: string, data: KnownOnData): Answer {
  const { events, days, later, asKnownOn } = data
  return {
    question,
    sentence: sentence(data),
    notes: later.map((date) => `${dayWords(date)} is after the day that is set; set a later one to see it.`),
    main: {
      title: count(data.total, 'event'),
      columns: ['Who', 'Act', 'Toward', 'Happened', 'Became known', ...days.map(({ date }) => `On ${dayWords(date)}`)],
      rows: events.map((event) => toRow(event, days)),
    },
    apart: [],
    switches: [],
    highlight: highlightOf(events.map(({ id }) => id)),
    asKnownOn,
  }
}

function toRow(event: Event, days: readonly KnownOn[]): AnswerRow {
  const delay = delayWords(event.occurred, event.reportedOn)
  return {
    id: event.id,
    lines: [
      {
        id: event.id,
        cells: [
          [{ text: event.actor.name, actor: event.actor }],
          actCell(event).map((cell) => (event.scope ? { ...cell, note: event.scope } : cell)),
          [{ text: event.target.name }],
          happenedCell(event),
          [{ text: dayWords(event.reportedOn), ...(delay ? { note: delay } : {}) }],
          ...days.map(({ status }) => {
            const known = status.get(event.id)
            return [{ text: known ? capitalised(STATUS_WORDS[known]) : 'Not yet reported' }]
          }),
        ],
        opens: openEvent(event),
        events: [event.id],
      },
    ],
  }
}

/** One clause a day: "on 1 Oct 2025 nothing was known; on 11 Nov 2025, 21 events were known". */
function sentence({ days }: KnownOnData): string {
  if (days.length === 0) return 'Nothing is recorded yet.'
  const clauses = days.map(({ date, total }) => {
    if (total === 0) return `on ${dayWords(date)} nothing was known`
    return `on ${dayWords(date)}, ${count(total, 'event')} ${total === 1 ? 'was' : 'were'} known`
  })
  return `${capitalised(clauses.join('; '))}.`
}
