import type { DistancingQuery } from '../../api/generated/graphql.ts'
import type { ActorName } from '../types.ts'
import { dayWords } from '../words/dates.ts'
import { capitalised, listWords } from '../words/words.ts'
import { claimWords, doneWords, isOrAre, numberWords } from './deeds.ts'

type Row = DistancingQuery['distancing']['rows'][number]
type Act = Row['acts'][number]

export interface ToTell {
  readonly rows: readonly Row[]
  /** Rows in all. */
  readonly total: number
  /** These rows and those of later pages, as far as they are read; `complete`: all of them. */
  readonly counted: readonly { readonly acts: readonly Pick<Act, 'actor' | 'admittedBy'>[] }[]
  readonly complete: boolean
  readonly toward: ActorName | null
  readonly by: ActorName | null
  readonly coded: boolean
  readonly asKnownOn: string | null
  /** What else was asked for: `in 2025`. */
  readonly under: string
}

/** Rows whose suspensions are told before the rest is only counted. */
const TOLD = 3

/**
 * The rows in one sentence that says no more than they do: who is reported to have done what, in which scope; days stand in the table,
 * and in the sentence of a single act.
 */
export function distancingSentence(told: ToTell): string {
  const { rows, total, asKnownOn, under } = told
  const [only, ...more] = rows
  if (!only) {
    return asKnownOn === null
      ? 'None is recorded, because nothing is known yet.'
      : `None is recorded${under} as known on ${dayWords(asKnownOn)}.`
  }
  if (more.length === 0 && total === 1 && only.acts.length === 1) return `One did. ${only.acts[0]?.sentence ?? ''}`
  const strict = rows.filter(({ acts }) => acts.some(isStrict))
  const clauses = strictClauses(strict, told)
  clauses.push(...otherClauses(rows, told, clauses.length > 0))
  return `${head(told)} ${capitalised(clauses.join('; '))}.`
}

function head({ rows, total, toward, by }: ToTell): string {
  const each = total > 1 && rows.length === total && rows.every(({ acts }) => acts.length === 1 && acts.every(isStrict))
  const number = capitalised(numberWords(total))
  const scopes = each ? ', each in one scope' : ''
  if (by && toward) return `${capitalised(by.nameInSentence)} did${scopes}.`
  if (by) return `${capitalised(by.nameInSentence)} did, toward ${numberWords(total)}${scopes}.`
  return toward ? `${number} did${scopes}.` : `${number} ${total === 1 ? 'pair is' : 'pairs are'} recorded${scopes}.`
}

function strictClauses(rows: readonly Row[], told: ToTell): string[] {
  let last = ''
  const clauses = rows.slice(0, TOLD).map((row) => {
    const acts = row.acts.filter(isStrict)
    const [first] = acts
    if (!first) return ''
    const be = isOrAre(row.who)
    const claim = claimWords(first, be, told.coded)
    const done = listWords(acts.map((act) => doneWords(act, row.fromWhom.nameInSentence)))
    const whom = told.toward ? '' : ` toward ${row.fromWhom.nameInSentence}`
    const since = acts.every(({ status }) => status === 'REVERSED') ? ', since reversed' : ''
    // What was said of the one before is not said again: "; Canada to have restricted …".
    const short = claim !== '' && claim === last ? claim.replace(/^(?:is|are) (?:reported )?/, '') : claim
    last = claim
    return `${who(row, first)} ${short}${short ? ' ' : ''}${done}${whom}${since}`
  })
  const more = told.counted.filter(({ acts }) => acts.some(isStrict)).length - clauses.length
  if (more <= 0) return clauses
  return [...clauses, `and ${told.complete ? numberWords(more) : `more than ${numberWords(more - 1)}`} more`]
}

/** Acts that switches let in, by how many. @param after whether clauses go before that say whose claim it all is */
function otherClauses(rows: readonly Row[], told: ToTell, after: boolean): readonly string[] {
  const { toward, coded, counted, complete, total } = told
  const acts = counted.flatMap((row) => row.acts.filter((act) => !isStrict(act)))
  const read = rows.flatMap((row) => row.acts)
  const words: Readonly<Record<string, string>> = {
    CONDEMNATION: `condemned ${toward?.nameInSentence ?? 'another'}`,
    THREATENED: 'offered or threatened to step away',
    WEAK: 'acted in ways that count weakly',
  }
  return [...Map.groupBy(acts, ({ admittedBy }) => admittedBy)].map(([rule, of]) => {
    const names = [...new Map(of.map(({ actor }) => [actor.id, actor])).values()]
    const [only, ...more] = names
    const alone = only && more.length === 0 && complete
    const many = complete ? numberWords(names.length) : `more than ${numberWords(names.length - 1)}`
    const subject = alone ? only.nameInSentence : `${many} ${after ? 'others' : 'actors'}`
    const be = alone ? isOrAre(only) : 'are'
    const ofRule = read.filter(({ admittedBy }) => admittedBy === rule)
    const confirmed = rows.length === total && ofRule.every(({ status }) => status === 'CONFIRMED')
    const claim = confirmed ? '' : after && !coded ? 'to have ' : claimWords({ status: 'REPORTED' }, be, coded) + ' '
    return `${subject} ${claim}${words[rule] ?? 'acted'}`
  })
}

/** `the United Nations (Volker Türk)` where one stands for another. */
function who(row: Row, act: Act): string {
  const name = row.who.nameInSentence
  return act.actor.id === row.who.id ? name : `${name} (${act.actor.nameInSentence})`
}

function isStrict({ admittedBy }: Pick<Act, 'admittedBy'>): boolean {
  return admittedBy === 'STRICT'
}
