import { EVENTS_WITH_EVIDENCE } from '../../api/documents/answers.ts'
import type { EventsWithEvidenceQuery } from '../../api/generated/graphql.ts'
import { requestWithEvidence } from '../../api/request.ts'
import { PLAIN, type AnswerBody, type AnswerRow, type Cell } from './answer.ts'
import { count, dayWords } from '../words/dates.ts'
import type { EvidenceCard } from '../types.ts'
import { capitalised } from '../words/words.ts'
import { AWAY_CELL, actCell, asserts, denialCells, originName, unique } from './cells.ts'
import { NOT_DENIED, baseFilter, type AskContext } from './context.ts'
import { behindEvents, toEventRow } from './event-row.ts'
import { shownNotes, withScope, type EventsShown } from './events-shown.ts'

type Event = EventsWithEvidenceQuery['events']['nodes'][number]

/** Who condemned whom, and in which words. */
export async function askCondemnation(context: AskContext): Promise<AnswerBody> {
  const { question, signal } = context
  const data = await requestWithEvidence(
    EVENTS_WITH_EVIDENCE,
    {
      filter: {
        ...baseFilter(context),
        kinds: ['CONDEMNATION'],
        statuses: [...NOT_DENIED],
        ...(question.by ? { actor: question.by.id } : {}),
        ...(question.toward ? { target: question.toward.id } : {}),
      },
    },
    signal,
  )
  return toCondemnationAnswer(question.id, withScope(data, question.scope), context.asKnownOn)
}

/** The answer of the condemnations that were read. @param asked the day that was asked for */
export function toCondemnationAnswer(question: string, data: EventsShown, asked: string | null): AnswerBody {
  const events = data.events.nodes
  const asKnownOn = data.stats.asKnownOn ?? asked
  return {
    ...PLAIN,
    question,
    kind: 'CONDEMNATION',
    sentence: sentence(events, data.events.total, asKnownOn),
    notes: shownNotes(data),
    main: {
      title: count(data.events.total, 'condemnation'),
      columns: ['Who', 'Act', 'Toward', 'In which words', 'Speaker', 'Outlet', 'Answer of the other side'],
      widths: [142, 124, 150, 268, 130, 150, 212],
      rows: events.map(toRow),
    },
    ...behindEvents(events),
    asKnownOn,
  }
}

function toRow(event: Event): AnswerRow {
  return toEventRow(event, actCell(event), saidCells(event))
}

/** In which words, whose, where, and what the other side says. */
function saidCells({ scope, reportedOn, answered, evidence }: Event): readonly (readonly Cell[])[] {
  const known = `known ${dayWords(reportedOn)}`
  if (!evidence) {
    return [
      [{ text: scope ?? 'words not stated', note: 'scope' }],
      AWAY_CELL,
      AWAY_CELL.map((cell) => ({ ...cell, note: known })),
      [{ text: answered ? 'Answered' : 'No answer recorded' }],
    ]
  }
  const told = asserts(evidence)
  const answers = denialCells(evidence)
  return [
    told.length > 0 ? told.flatMap(wordsCells) : [{ text: scope ?? 'words not stated' }],
    speakerCells(told),
    unique(told.map(outlet)).map((text, place) => (place === 0 ? { text, note: known } : { text })),
    answers.length > 0 ? answers : [{ text: 'No answer recorded', quiet: true }],
  ]
}

/** Spoken words stand between quotation marks; everything else is named as a paraphrase. */
function wordsCells({ quote, paraphrase }: EvidenceCard): readonly Cell[] {
  const cells: Cell[] = []
  if (quote) cells.push({ text: `“${quote}”` })
  if (paraphrase) cells.push({ text: paraphrase, note: 'paraphrase' })
  return cells
}

function speakerCells(told: readonly EvidenceCard[]): readonly Cell[] {
  const names = unique(told.flatMap(({ speaker }) => speaker ?? []))
  return names.length > 0 ? names.map((name) => ({ text: capitalised(name) })) : [{ text: 'not named', quiet: true }]
}

function outlet(evidence: EvidenceCard): string {
  return evidence.relayedFrom
    ? `${originName(evidence)}, carried by ${evidence.source.publisher}`
    : originName(evidence)
}

function sentence(events: readonly Event[], total: number, asKnownOn: string | null): string {
  const known = asKnownOn === null ? '' : ` as known on ${dayWords(asKnownOn)}`
  if (total === 0) return `No condemnation is recorded${known}.`
  if (events.length < total) return `${count(total, 'condemnation')} are recorded${known}.`
  const actors = new Set(events.map(({ actor }) => actor.id)).size
  const targets = new Set(events.map(({ target }) => target.id)).size
  const told = events.every(({ evidence }) => evidence)
  const quoted = events.filter(({ evidence }) => asserts(evidence ?? []).some(({ quote }) => quote)).length
  const answered = events.filter((event) => event.answered).length
  const verb = total === 1 ? 'is' : 'are'
  return (
    `${count(total, 'condemnation')} by ${count(actors, 'actor')} toward ${count(targets, 'other')} ${verb} recorded${known}: ` +
    `${told ? `${quoted} with spoken words, ${total - quoted} in paraphrase; ` : ''}${answered} ${answered === 1 ? 'is' : 'are'} answered.`
  )
}
