import { CONNECTION } from '../../api/documents/answers.ts'
import type { ConnectionQuery } from '../../api/generated/graphql.ts'
import { requestWithEvidence } from '../../api/request.ts'
import { PLAIN, openEvent, type AnswerBody, type AnswerRow, type Cell } from './answer.ts'
import { count, dayWords } from '../words/dates.ts'
import type { ActorName, AffiliationType, EventRow, Reliability } from '../types.ts'
import { KIND_WORDS, STAGE_WORDS, STATUS_WORDS, capitalised, listWords } from '../words/words.ts'
import { RELIABILITY_WORDS } from '../words/words.ts'
import { WORDS_AWAY, asserts, originName, unique } from './cells.ts'
import { citationsOf } from './citations.ts'
import { baseFilter, type AskContext } from './context.ts'

type Paths = ConnectionQuery['paths']
type Path = Paths['items'][number]
type Step = Path['steps'][number]

/** How two actors are connected: up to five ways, the shortest first. */
export async function askConnection(context: AskContext): Promise<AnswerBody> {
  const { question, signal, asKnownOn } = context
  const { by, toward } = question
  if (!by || !toward) throw new TypeError(`${question.id} names no pair`)
  const { paths } = await requestWithEvidence(
    CONNECTION,
    { from: by.id, to: toward.id, filter: baseFilter(context) },
    signal,
  )
  return toConnectionAnswer(question.id, by, toward, paths, asKnownOn)
}

/** The answer of the ways that were found, the shortest first. */
export function toConnectionAnswer(
  question: string,
  from: ActorName,
  to: ActorName,
  paths: Paths,
  asKnownOn: string | null,
): AnswerBody {
  const steps = paths.items.flatMap((path) => path.steps)
  const events = steps.flatMap(stepEvents)
  return {
    ...PLAIN,
    question,
    kind: 'CONNECTION',
    sentence: sentence(from, to, paths, asKnownOn),
    notes: [
      ...(paths.truncated ? [`${paths.items.length} of ${paths.total} ways are shown, the shortest.`] : []),
      ...(events.every(({ evidence }) => evidence) ? [] : [WORDS_AWAY]),
    ],
    main: {
      title: count(paths.total, 'way'),
      columns: ['Way', 'From', 'Step', 'To', 'Rests on', 'Weakest source'],
      widths: [100, 190, 290, 190, 160, 246],
      rows: paths.items.map(toRow),
    },
    citations: citationsOf(events),
    highlight: {
      events: new Set(events.map(({ id }) => id)),
      affiliations: new Set(steps.flatMap(({ affiliations }) => affiliations.map(({ id }) => id))),
      actors: new Set(steps.flatMap((step) => [step.from.id, step.to.id])),
    },
    asKnownOn,
  }
}

function toRow(path: Path, place: number): AnswerRow {
  return {
    id: `way ${place + 1}`,
    name: `way ${place + 1}`,
    lines: path.steps.map((step, number) => {
      const events = stepEvents(step)
      const [event] = events
      return {
        id: `way ${place + 1} step ${number + 1}`,
        cells: [
          number === 0
            ? [
                {
                  text: `${place + 1}`,
                  note: count(path.length, 'step'),
                  heard: `way ${place + 1}, ${count(path.length, 'step')}`,
                },
              ]
            : null,
          [{ text: step.from.name, actor: step.from }],
          stepCells(step),
          [{ text: step.to.name, actor: step.to }],
          [{ text: restsOn(step) }],
          weakestCell(step),
        ],
        opens: event ? openEvent(event) : { what: 'actor', id: step.from.id },
        events: events.map(({ id }) => id),
      }
    }),
  }
}

function stepEvents(step: Step) {
  return step.ties.flatMap(({ events }) => events.nodes)
}

function stepCells(step: Step): readonly Cell[] {
  const acts = stepEvents(step).map((event): Cell => ({
    text: KIND_WORDS[event.kind].toLowerCase(),
    note: `${event.actor.name} toward ${event.target.name}`,
    kind: event.kind,
    stage: event.stage,
    opens: openEvent(event),
  }))
  return [...acts, ...step.affiliations.map((affiliation) => ({ text: capitalised(affiliationClause(affiliation)) }))]
}

const VERB: Readonly<Record<AffiliationType, string>> = {
  PART_OF: 'is part of',
  REPRESENTS: 'represents',
  LEADS: 'leads',
  MEMBER_OF: 'is a member of',
  BASED_IN: 'is based in',
}

/** `the Department of Defense is part of the United States`; one that is a claim is told as one. */
function affiliationClause({ type, actor, to, reportedOn }: Step['affiliations'][number]): string {
  const verb = `${VERB[type]} ${to.nameInSentence}`
  return `${actor.nameInSentence} ${reportedOn ? 'reportedly ' : ''}${verb}`
}

/** The source of the least reliability that the step rests on. */
function weakestCell(step: Step): readonly Cell[] {
  const events = stepEvents(step)
  if (events.length === 0) return [{ text: 'background', quiet: true }]
  const cards = events.flatMap(({ evidence }) => asserts(evidence ?? []))
  const weakest = cards.toSorted((a, b) => (reliability(a) < reliability(b) ? 1 : -1))[0]
  if (!weakest) return [{ text: 'waits for the database' }]
  const letter = reliability(weakest)
  return [{ text: originName(weakest), note: `${letter} ${RELIABILITY_WORDS[letter]}` }]
}

function reliability({ relayedFrom, source }: Parameters<typeof originName>[0]): Reliability {
  return (relayedFrom ?? source).reliability
}

function restsOn(step: Step): string {
  const events = stepEvents(step)
  const parts = [
    events.length > 0 ? count(events.length, 'event') : '',
    step.affiliations.length > 0 ? count(step.affiliations.length, 'affiliation') : '',
  ]
  return parts.filter(Boolean).join(', ')
}

function sentence(from: ActorName, to: ActorName, paths: Paths, asKnownOn: string | null): string {
  const known = asKnownOn === null ? '' : ` as known on ${dayWords(asKnownOn)}`
  const [shortest] = paths.items
  if (!shortest)
    return `No way from ${from.nameInSentence} to ${to.nameInSentence} of at most 4 steps is recorded${known}.`
  const steps = shortest.steps.map((step) =>
    listWords(unique([...stepEvents(step).map(actClause), ...step.affiliations.map(affiliationClause)])),
  )
  return (
    `${capitalised(from.nameInSentence)} is connected to ${to.nameInSentence} in ${count(shortest.length, 'step')}${known}: ` +
    `${steps.join('; ')}.`
  )
}

/** `condemnation by Volker Türk toward the United States (reported)` */
function actClause({ kind, stage, status, actor, target }: EventRow): string {
  const how = stage === 'ACTUAL' ? STATUS_WORDS[status] : `${STAGE_WORDS[stage]}, ${STATUS_WORDS[status]}`
  return `${KIND_WORDS[kind].toLowerCase()} by ${actor.nameInSentence} toward ${target.nameInSentence} (${how})`
}
