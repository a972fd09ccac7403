import { isDay, parseDay, type Day } from '../../domain/days.ts'
import { EdtfError, parseEdtf } from '../../domain/edtf.ts'
import { meaningOf } from '../meaning/meaning-of.ts'
import type { Meaning } from '../meaning/meaning.ts'
import type { Names, Resolved } from '../names/names.ts'
import type { CodedAct, SourceRow, StatedAct, Surface } from '../rows/row.ts'

/** What a row is taken for: an act of one actor toward another, or why it is none. */
export type Verdict =
  | {
      readonly type: 'act'
      readonly meaning: Meaning
      readonly actor: Resolved
      readonly target: Resolved
      readonly reported: Day
    }
  | { readonly type: 'aside'; readonly reason: string }
  | { readonly type: 'reject'; readonly reason: string; readonly class: string }

const NOBODY: Verdict = { type: 'aside', reason: 'It names no actor.' }
const ONE_ACTOR: Verdict = { type: 'aside', reason: 'It names one actor only.' }
const SELF: Verdict = { type: 'aside', reason: 'Actor and target are the same name.' }
const NO_DAY: Verdict = {
  type: 'reject',
  reason: 'It names no day on which the act was reported or began. Give one of them.',
  class: 'no day',
}

/** Says what rows mean, one after the other. */
export function createJudge(names: Names): (row: SourceRow) => Verdict {
  const dayOf = createFirstDays()
  const means = createMeanings()
  return (row) => {
    const { actor, target } = row
    if (actor === null || target === null) return actor === target ? NOBODY : ONE_ACTOR
    if (isSame(actor, target)) return SELF
    const day = dayOf(row.occurred)
    if (day === null) return noDate(row.occurred)
    const meaning = means(row.act)
    if (meaning === null) return noMeaning(row)
    const reported = row.reported ?? day
    if (!isDay(reported)) return NO_DAY
    const who = names.resolve(actor, day)
    const toward = names.resolve(target, day)
    return { type: 'act', meaning, actor: who, target: toward, reported }
  }
}

/** Of one name, and nothing beside it tells them apart: in GDELT "UNITED STATES" may be the state or its government, by the code. */
function isSame(actor: Surface, target: Surface): boolean {
  return (
    actor.name === target.name &&
    actor.country === target.country &&
    actor.code?.text === target.code?.text &&
    actor.sectors.join() === target.sectors.join()
  )
}

function noMeaning({ act }: SourceRow): Verdict {
  const code = act.code ?? (act.type === 'coded' ? act.name : null) ?? ''
  return {
    type: 'reject',
    reason: `"${code}" is in no table of ${act.system} codes. See that codes kept their leading zeros and names their spelling.`,
    class: 'unknown code',
  }
}

function noDate(written: string): Verdict {
  return {
    type: 'reject',
    reason: `"${written.slice(0, 40)}" is no day. Write it as 2025-11-11.`,
    class: 'no day',
  }
}

/** So many acts as written are remembered. */
const MOST_ACTS = 20_000

/** `meaningOf`, giving one object for equal acts. */
function createMeanings(): (act: CodedAct | StatedAct) => Meaning | null {
  const known = new Map<string, Meaning | null>()
  // Readers give one object for equal acts, too.
  const stated = new WeakMap<StatedAct, Meaning | null>()
  return (act) => {
    if (act.type === 'stated') {
      const before = stated.get(act)
      if (before !== undefined) return before
      const meaning = meaningOf(act)
      stated.set(act, meaning)
      return meaning
    }
    const written = `${act.system}\n${act.code}\n${act.name}\n${act.goldstein}`
    const before = known.get(written)
    if (before !== undefined) return before
    if (known.size >= MOST_ACTS) known.clear()
    const meaning = meaningOf(act)
    known.set(written, meaning)
    return meaning
  }
}

/** So many days as written are remembered. */
const MOST_DAYS = 50_000

/** The first day that a date means, else its last; null: it is no date. */
function createFirstDays(): (occurred: string) => Day | null {
  const known = new Map<string, Day | null>()
  return (occurred) => {
    const before = known.get(occurred)
    if (before !== undefined) return before
    if (known.size >= MOST_DAYS) known.clear()
    const day = parseDay(occurred) ?? firstOf(occurred)
    known.set(occurred, day)
    return day
  }
}

function firstOf(occurred: string): Day | null {
  try {
    const { earliest, latest } = parseEdtf(occurred)
    return isDay(earliest) ? earliest : latest
  } catch (error) {
    if (error instanceof EdtfError) return null
    throw error
  }
}
