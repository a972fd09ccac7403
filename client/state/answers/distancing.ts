import { DISTANCING, DISTANCING_ROWS } from '../../api/documents/distancing.ts'
import type { DistancingQuery, DistancingRowsQuery } from '../../api/generated/graphql.ts'
import { request, requestWithEvidence } from '../../api/request.ts'
import type { DistancingRule } from '../types.ts'
import { SWITCHES, type Switch } from '../view/view.ts'
import { count, dayWords } from '../words/dates.ts'
import type { AnswerBody, AnswerSwitch } from './answer.ts'
import { highlightOf } from './answer.ts'
import type { Asking } from './asking.ts'
import { WORDS_AWAY } from './cells.ts'
import { restsWords } from './citations.ts'
import type { AskContext } from './context.ts'
import { COLUMNS, WIDTHS, evidenceOf, internalTable, toRow } from './distancing-rows.ts'
import { distancingSentence } from './distancing-sentence.ts'
import { isOn, toLeftOut } from './left-out.ts'
import { isWithin, narrowsDays, narrowsNothing, toNarrowing, type Narrowing } from './narrow.ts'

export type Distancing = DistancingQuery['distancing']
type Row = Distancing['rows'][number]
type Act = Row['acts'][number]
type Query = DistancingRowsQuery['distancing']

/** The rows under all rules, as many as are read to count by. */
export interface Whole {
  readonly rows: readonly Query['rows'][number][]
  readonly internal: readonly Query['internal'][number][]
}

/** What an answer is made of. */
export interface DistancingData {
  readonly question: Pick<Asking, 'id' | 'kind' | 'toward' | 'by'>
  readonly include: readonly Switch[]
  readonly answer: Distancing
  readonly whole: Whole
  readonly narrowing: Narrowing
  readonly coded: boolean
  /** Whether `whole` has every row. */
  readonly complete: boolean
  /** What was asked for beside actors, in words. */
  readonly under: string
}

/** The first rows under the rules that are on, and all under all rules. @throws what `request` throws */
export async function distancingData(context: AskContext): Promise<DistancingData> {
  const { question, collection, view, signal } = context
  const narrowing = toNarrowing(question.scope, view)
  const happened = happenedIn(view)
  const asked = askedOf(context)
  const [answer, { distancing: whole }] = await Promise.all([
    distancingPage(context, null),
    request(DISTANCING_ROWS, { ...asked, include: [...SWITCHES], days: narrowsDays(narrowing) }, signal),
  ])
  return {
    question,
    include: view.include,
    answer,
    whole,
    complete: whole.rows.length === whole.total,
    narrowing,
    coded: collection.kind === 'DATA_SET',
    under: happened ? spanWords(happened) : '',
  }
}

/** One page of the rows under the rules that are on. @param after null: the first @throws what `request` throws */
export async function distancingPage(context: AskContext, after: string | null): Promise<Distancing> {
  const asked = { ...askedOf(context), include: [...context.view.include], after }
  return (await requestWithEvidence(DISTANCING, asked, context.signal)).distancing
}

function askedOf({ question, collection, view, asKnownOn }: AskContext) {
  const happened = happenedIn(view)
  return {
    toward: question.toward?.id ?? null,
    by: question.by?.id ?? null,
    since: happened?.since ?? null,
    until: happened?.until ?? null,
    level: view.level,
    asKnownOn,
    collections: [collection.id],
  }
}

function happenedIn({ clock, window }: AskContext['view']) {
  return clock === 'HAPPENED' ? window : null
}

function spanWords({ since, until }: { readonly since: string | null; readonly until: string | null }): string {
  if (since !== null && until !== null) return ` from ${dayWords(since)} to ${dayWords(until)}`
  return since !== null ? ` since ${dayWords(since)}` : until === null ? '' : ` until ${dayWords(until)}`
}

/** The answer of the rows so far, as the contract gives it, narrowed to the scope and the days of knowing that were asked for. */
export function toDistancingAnswer(data: DistancingData): AnswerBody {
  const { question, answer, include, coded } = data
  const whole = narrowed(data.whole, data.narrowing)
  const whollyTold = narrowsNothing(data.narrowing)
  const { rows, internal } = narrowed<Act, Row, Act>(answer, data.narrowing)
  const total = whollyTold ? answer.total : rows.length
  // What stands on later pages counts too, where all of it is told.
  const counted = whollyTold ? underRules(whole.rows, include) : rows
  const acts = [...rows.flatMap((row) => row.acts), ...internal]
  const continuing = rows.flatMap(({ continues, meanwhile }) => [...continues.items, ...meanwhile.items])
  const events = new Set([...acts, ...continuing].flatMap((each) => each.events.nodes.map(({ id }) => id)))
  const top = question.toward ?? question.by
  return {
    question: question.id,
    kind: question.kind,
    sentence: distancingSentence({
      rows,
      total,
      counted,
      complete: data.complete || !whollyTold,
      coded,
      toward: question.toward,
      by: question.by,
      asKnownOn: answer.asKnownOn ?? null,
      under: data.under,
    }),
    notes: [
      ...(answer.truncated
        ? [
            whollyTold
              ? `${answer.rows.length} of ${count(answer.total, 'row')} are shown; the sentence counts all.`
              : `Looked for among the first ${answer.rows.length} of ${count(answer.total, 'row')}.`,
          ]
        : []),
      ...(acts.every(evidenceOf) ? [] : [WORDS_AWAY]),
    ],
    main: { title: count(total, 'row'), columns: COLUMNS, widths: WIDTHS, rows: rows.map((row) => toRow(row)) },
    apart: internal.length > 0 ? [internalTable(internal, top)] : [],
    switches: SWITCHES.map((rule) => toSwitch(rule, data, counted, whole.rows)),
    strict: include.length === 0 ? total : counted.filter((row) => isLetIn(row, 'STRICT')).length,
    leftOut: toLeftOut(whole, include, top),
    further: null,
    // Of rows that are not read nothing is said.
    rests: answer.truncated
      ? null
      : restsWords(
          acts.map(({ originCount }) => originCount),
          'act',
        ),
    citations:
      answer.citations?.filter((citation) => citation.events.some((id) => events.has(id))).map(toCitation) ?? null,
    highlight: highlightOf(events),
    asKnownOn: answer.asKnownOn ?? null,
  }
}

interface Ruled {
  readonly acts: readonly { readonly admittedBy: DistancingRule }[]
}

function isLetIn({ acts }: Ruled, rule: DistancingRule): boolean {
  return acts.some(({ admittedBy }) => admittedBy === rule)
}

/** The rows with their acts under the rules that are on. */
function underRules(rows: Whole['rows'], on: readonly Switch[]): Whole['rows'] {
  return rows
    .map((row) => ({ ...row, acts: row.acts.filter(({ admittedBy }) => isOn(admittedBy, on)) }))
    .filter(({ acts }) => acts.length > 0)
}

function toCitation({ source, relayedFrom, events }: NonNullable<Distancing['citations']>[number]) {
  return { source, relayedFrom: relayedFrom ?? null, events }
}

/** Only the acts within, and only the rows that have one. */
function narrowed<
  A extends Parameters<typeof isWithin>[1],
  T extends { readonly acts: readonly A[] },
  I extends Parameters<typeof isWithin>[1],
>(
  { rows, internal }: { readonly rows: readonly T[]; readonly internal: readonly I[] },
  narrowing: Narrowing,
): { readonly rows: readonly T[]; readonly internal: readonly I[] } {
  if (narrowsNothing(narrowing)) return { rows, internal }
  return {
    rows: rows
      .map((row) => ({ ...row, acts: row.acts.filter((act) => isWithin(narrowing, act)) }))
      .filter(({ acts }) => acts.length > 0),
    internal: internal.filter((act) => isWithin(narrowing, act)),
  }
}

/** What a switch would add is counted by the contract, and here where the acts are narrowed. */
function toSwitch(
  rule: Switch,
  { answer, include, narrowing }: DistancingData,
  rows: readonly Ruled[],
  whole: Whole['rows'],
): AnswerSwitch {
  const on = include.includes(rule)
  const admits = rows.filter((row) => isLetIn(row, rule)).length
  if (on) return { rule, on, adds: null, admits }
  if (narrowsNothing(narrowing)) {
    const adds = answer.switches.find((each) => each.rule === rule)
    return { rule, on, adds: { rows: adds?.rows ?? 0, acts: adds?.acts ?? 0 }, admits }
  }
  const isRow = (row: Whole['rows'][number]) => row.acts.some(({ admittedBy }) => isOn(admittedBy, include))
  const adding = whole.filter((row) => isLetIn(row, rule))
  const acts = adding.reduce((sum, row) => sum + row.acts.filter(({ admittedBy }) => admittedBy === rule).length, 0)
  return { rule, on, adds: { rows: adding.filter((row) => !isRow(row)).length, acts }, admits }
}
