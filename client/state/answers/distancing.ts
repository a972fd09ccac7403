import { DISTANCING } from '../../api/documents/answers.ts'
import type { DistancingQuery } from '../../api/generated/graphql.ts'
import { requestWithEvidence } from '../../api/request.ts'
import {
  highlightOf,
  openEvent,
  type Answer,
  type AnswerLine,
  type AnswerRow,
  type AnswerTable,
  type Cell,
} from './answer.ts'
import { count } from '../words/dates.ts'
import type { EvidenceCard } from '../types.ts'
import { RULE_WORDS } from '../words/words.ts'
import { SWITCHES } from '../view/view.ts'
import { WORDS_AWAY, actCell, firstDateCell, originsCell, scopeCell, statusCell } from './cells.ts'
import type { AskContext } from './context.ts'

type Data = DistancingQuery['distancing']
type Row = Data['rows'][number]
type Act = Row['acts'][number]

export async function askDistancing({ question, collection, view, asKnownOn, signal }: AskContext): Promise<Answer> {
  const { distancing } = await requestWithEvidence(
    DISTANCING,
    {
      toward: question.toward?.id ?? null,
      by: question.by?.id ?? null,
      level: view.level,
      include: [...view.include],
      asKnownOn,
      collections: [collection.id],
    },
    signal,
  )
  return toDistancingAnswer(question.id, view.include, distancing)
}

/** The answer as the contract gives it; nothing is counted or worded here that it does not say. */
export function toDistancingAnswer(question: string, include: readonly string[], data: Data): Answer {
  const acts = [...data.rows.flatMap((row) => row.acts), ...data.internal]
  const continuing = data.rows.flatMap(({ continues }) => continues.items)
  return {
    question,
    sentence: data.sentence,
    notes: [
      ...(data.truncated
        ? [`${data.rows.length} of ${count(data.total, 'row')} are shown; the sentence speaks of all.`]
        : []),
      ...(acts.every(evidenceOf) ? [] : [WORDS_AWAY]),
    ],
    main: {
      title: count(data.total, 'row'),
      columns: ['Who', 'Act', 'Scope: what exactly', 'First date', 'Status', 'Origins', 'Meanwhile', 'Counted because'],
      rows: data.rows.map(toRow),
    },
    apart: data.internal.length > 0 ? [internalTable(data.internal)] : [],
    switches: SWITCHES.map((rule) => {
      const adds = data.switches.find((each) => each.rule === rule)
      return { rule, on: include.includes(rule), adds: adds ? { rows: adds.rows, acts: adds.acts } : null }
    }),
    highlight: highlightOf([...acts, ...continuing].flatMap(({ events }) => events.nodes.map(({ id }) => id))),
    asKnownOn: data.asKnownOn ?? null,
  }
}

function toRow(row: Row): AnswerRow {
  return {
    id: row.id,
    lines: row.acts.flatMap((act, place) => {
      const first = place === 0
      return toLine(act, first ? [{ text: row.who.name, actor: row.who }] : null, first ? contextCells(row) : null, row)
    }),
  }
}

function toLine(
  act: Act,
  who: readonly Cell[] | null,
  meanwhile: readonly Cell[] | null,
  row: Row | null,
): readonly AnswerLine[] {
  const [event] = act.events.nodes
  if (!event) return []
  const ends = [
    row && act.actor.id === row.who.id ? '' : `by ${act.actor.nameInSentence}`,
    row && act.target.id === row.fromWhom.id ? '' : `toward ${act.target.nameInSentence}`,
    act.eventCount > 1 ? count(act.eventCount, 'event') : '',
  ].filter(Boolean)
  const { what, rule } = RULE_WORDS[act.admittedBy]
  return [
    {
      id: act.id,
      cells: [
        who,
        actCell(act),
        scopeCell(act.scope).map((cell) => (ends.length > 0 ? { ...cell, note: ends.join(', ') } : cell)),
        firstDateCell(event),
        statusCell(act),
        originsCell(act.originCount, evidenceOf(act)),
        meanwhile,
        [{ text: what, note: rule }],
      ],
      opens: openEvent(event),
      events: act.events.nodes.map(({ id }) => id),
    },
  ]
}

/** Null where it could not be read. */
function evidenceOf({ events }: Act): readonly EvidenceCard[] | null {
  const found = events.nodes.flatMap(({ evidence }) => (evidence ? [evidence] : []))
  return found.length < events.nodes.length ? null : found.flat()
}

/** What is known of cooperation around the acts, in the three lists of the contract; only `continues` bears the word "still". */
function contextCells(row: Row): readonly Cell[] {
  const cells: Cell[] = []
  const cell = (words: string, { scope, target, events }: Row['continues']['items'][number]) => {
    const [event] = events.nodes
    cells.push({
      text: words,
      note: [scope, target.id === row.fromWhom.id ? null : `with ${target.nameInSentence}`].filter(Boolean).join(', '),
      kind: 'COOPERATION',
      ...(event ? { opens: openEvent(event) } : {}),
    })
  }
  for (const item of row.continues.items) cell('Still cooperates', item)
  for (const item of row.meanwhile.items) cell('Cooperates, order not stated', item)
  for (const item of row.before.items) cell('Before: cooperated', item)
  if (row.continues.total + row.meanwhile.total === 0) cells.unshift({ text: 'None recorded since' })
  if (row.restored?.known)
    cells.push({ text: 'Restored', ...(row.restored.on ? { note: `by ${row.restored.on}` } : {}) })
  if (row.lag) cells.push({ text: lagWords(row.lag) })
  return cells
}

function lagWords({ min, max }: { min: number; max?: number | null }): string {
  if (min === 0 && max === 0) return 'Moved first'
  if (max === null || max === undefined) return `At least ${count(min, 'day')} after the first`
  return min === max ? `${count(min, 'day')} after the first` : `${min} to ${count(max, 'day')} after the first`
}

function internalTable(acts: readonly Act[]): AnswerTable {
  return {
    title: `Inside one top actor, no rows: ${acts.length}`,
    columns: ['Who', 'Act', 'Scope: what exactly', 'First date', 'Status', 'Origins', 'Counted because'],
    rows: acts.map((act) => ({
      id: act.id,
      lines: toLine(
        act,
        [{ text: act.actor.name, note: `toward ${act.target.nameInSentence}`, actor: act.actor }],
        null,
        null,
      ).map((line) => ({ ...line, cells: line.cells.filter((_, column) => column !== MEANWHILE) })),
    })),
  }
}

const MEANWHILE = 6
