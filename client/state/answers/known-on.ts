import { EVENTS_WITH_EVIDENCE, KNOWN_ON } from '../../api/documents/answers.ts'
import type { EventsWithEvidenceQuery, KnownOnQuery } from '../../api/generated/graphql.ts'
import { request, requestWithEvidence } from '../../api/request.ts'
import { PLAIN, type AnswerBody, type AnswerRow, type Cell } from './answer.ts'
import { count, dayWords, delayWords } from '../words/dates.ts'
import { STATUS_WORDS, capitalised } from '../words/words.ts'
import { actCell, happenedCell, unique } from './cells.ts'
import { NOT_DENIED, baseFilter, type AskContext } from './context.ts'
import { behindEvents, toEventRow } from './event-row.ts'
import { shownNotes, withScope, type EventsShown } from './events-shown.ts'
import { spoken } from './heard.ts'

type Event = EventsWithEvidenceQuery['events']['nodes'][number]

/** What was known on one day. */
export interface KnownOn {
  readonly date: string
  readonly total: number
  /** Of the events that were read. */
  readonly status: ReadonlyMap<string, KnownOnQuery['events']['nodes'][number]['status']>
}

export interface KnownOnData extends Pick<EventsShown, 'events' | 'among'> {
  readonly asKnownOn: string | null
  /** Oldest first; the last is the day that is set for the whole page. */
  readonly days: readonly KnownOn[]
  /** Days of the question after the one that is set; the picture cannot know them. */
  readonly later: readonly string[]
}

/** What was known on the days of the question, up to the day that is set. */
export async function askKnownOn(context: AskContext): Promise<AnswerBody> {
  const { question, view, asKnownOn, signal } = context
  const filter = {
    statuses: [...NOT_DENIED],
    ...(question.by ? { actor: question.by.id } : {}),
    ...(question.toward ? { target: question.toward.id } : {}),
  }
  const asked = unique([...question.dates, ...(view.compare === null ? [] : [view.compare])])
  const dates = asked.filter((date) => asKnownOn !== null && date < asKnownOn)
  const [whole, ...known] = await Promise.all([
    requestWithEvidence(EVENTS_WITH_EVIDENCE, { filter: { ...baseFilter(context), ...filter } }, signal),
    ...[...dates].sort().map(async (date) => {
      const { events } = await request(
        KNOWN_ON,
        { filter: { ...baseFilter({ ...context, asKnownOn: date }), ...filter } },
        signal,
      )
      return toKnownOn(date, events)
    }),
  ])
  const data = withScope(whole, question.scope)
  const days = asKnownOn === null ? known : [...known, toKnownOn(asKnownOn, data.events)]
  return toKnownOnAnswer(question.id, {
    ...data,
    asKnownOn,
    days,
    later: asked.filter((date) => asKnownOn !== null && date > asKnownOn),
  })
}

function toKnownOn(date: string, events: KnownOnQuery['events']): KnownOn {
  return { date, total: events.total, status: new Map(events.nodes.map(({ id, status }) => [id, status])) }
}

/** The answer of what was known: each event a row, each day a column. */
export function toKnownOnAnswer(question: string, data: KnownOnData): AnswerBody {
  const { days, later, asKnownOn } = data
  const events = data.events.nodes
  return {
    ...PLAIN,
    question,
    kind: 'KNOWN_ON',
    sentence: sentence(data),
    notes: [
      ...later.map((date) => `${dayWords(date)} is after the day that is set; set a later one to see it.`),
      ...shownNotes(data),
    ],
    main: {
      title: count(data.events.total, 'event'),
      columns: [
        'Who',
        'Act',
        'Toward',
        'Happened',
        'Became known',
        'Days between',
        ...days.map(({ date }) => `On ${dayWords(date)}`),
      ],
      widths: [170, 200, 170, 180, 130, 130, ...days.map(() => 140)],
      rows: events.map((event) => toRow(event, days)),
    },
    ...behindEvents(events),
    asKnownOn,
  }
}

function toRow(event: Event, days: readonly KnownOn[]): AnswerRow {
  const delay = delayWords(event.occurred, event.reportedOn)
  const act = actCell(event).map((cell) => (event.scope ? { ...cell, note: event.scope } : cell))
  return toEventRow(event, act, [
    happenedCell(event),
    [{ text: dayWords(event.reportedOn), heard: `known ${spoken(dayWords(event.reportedOn))}` }],
    [delay ? { text: delay } : { text: 'not known', quiet: true }],
    ...days.map((day) => [statusOn(day, event)]),
  ])
}

/** Whether it was known is told by its own day; as what, where it was among those that were read. */
function statusOn({ date, status }: KnownOn, { id, reportedOn }: Event): Cell {
  const known = status.get(id)
  if (known) return { text: capitalised(STATUS_WORDS[known]) }
  return reportedOn <= date ? { text: 'Known', note: 'status not read' } : { text: 'Not yet reported', quiet: true }
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
