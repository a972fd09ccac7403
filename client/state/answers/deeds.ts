import type { ActorName, EventKind, EventRow, Stage, Status } from '../types.ts'
import { STAGE_WORDS, subtypeWords } from '../words/words.ts'

/** An act, for its words. */
interface Deed {
  readonly actor: ActorName
  readonly target: ActorName
  readonly kind: EventKind
  readonly subtype: string
  readonly stage: Stage
  readonly status: Status
  readonly scope?: string | null
}

const VERB: Readonly<Record<EventKind, string>> = {
  COOPERATION: 'cooperated',
  SUSPENSION: 'suspended',
  CONDEMNATION: 'condemned',
  PRESSURE: 'put pressure',
  COERCION: 'coerced',
  VIOLENCE: 'used violence',
  NEUTRAL: 'acted',
}

/** `suspended`, and `offered` or `threatened` where it is not done. */
export function verbWords({ kind, stage }: Pick<EventRow, 'kind' | 'stage'>): string {
  return stage === 'ACTUAL' ? VERB[kind] : STAGE_WORDS[stage]
}

/** What is offered or threatened, after "to": `resign`, `suspend`. */
export function bareWords({ kind, subtype }: Pick<Deed, 'kind' | 'subtype'>): string {
  return phrase(kind, subtype, '', '')[0]
}

/** What was done, after "have": `suspended maritime intelligence`. @param whom the target, where it must be named */
export function doneWords(deed: Deed, whom: string): string {
  const { kind, subtype, scope, stage } = deed
  const what = scope?.trim() || `${subtypeWords(subtype)}, scope not stated`
  const [bare, done, rest] = phrase(kind, subtype, what, whom)
  if (stage === 'INTENT') return `offered to ${bare} ${rest}`
  return stage === 'THREATENED' ? `threatened to ${bare} ${rest}` : `${done} ${rest}`
}

function phrase(kind: EventKind, subtype: string, what: string, whom: string): readonly [string, string, string] {
  if (kind === 'SUSPENSION') {
    if (subtype === 'restriction') return ['restrict', 'restricted', what]
    if (subtype === 'refusal') return ['refuse', 'refused', what]
    if (subtype === 'resignation') return ['resign', 'resigned', `(${what})`]
    return ['suspend', 'suspended', what]
  }
  if (kind === 'CONDEMNATION') {
    return subtype === 'dissent'
      ? ['dissent', 'dissented', `from ${whom} over ${what}`]
      : ['condemn', 'condemned', `${whom} over ${what}`]
  }
  return ['act', VERB[kind], `toward ${whom} (${what})`]
}

/** What goes before the deed: `is reported to have`, `are coded as having`; nothing where it is confirmed. */
export function claimWords({ status }: Pick<Deed, 'status'>, be: 'is' | 'are', coded: boolean): string {
  if (status === 'CONFIRMED') return ''
  return coded ? `${be} coded as having` : `${be} reported to have`
}

/** Groups that are named in the plural, such as Legal experts, take `are`. */
export function isOrAre({ kind, name }: Pick<ActorName, 'kind' | 'name'>): 'is' | 'are' {
  if (kind !== 'GROUP') return 'is'
  const words = name.split(/\s+/)
  return [words[0], words.at(-1)].some((word) => /[^s]s$/i.test(word ?? '')) ? 'are' : 'is'
}

const NUMBERS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]

/** `two`, `13` */
export function numberWords(number: number): string {
  return NUMBERS[number] ?? number.toLocaleString('en')
}
