/** The closed vocabularies of CONTEXT.md. The order of each list is the order of its codes in the columns: append, never reorder. */

export const ACTOR_KINDS = [
  'STATE',
  'GOVERNMENT_BODY',
  'MILITARY_COMMAND',
  'PERSON',
  'INTERNATIONAL_ORGANISATION',
  'ORGANISATION',
  'GROUP',
  'MEDIA',
  'OPERATION',
  'REGION',
] as const
export type ActorKind = (typeof ACTOR_KINDS)[number]

export const AFFILIATION_TYPES = ['PART_OF', 'REPRESENTS', 'LEADS', 'MEMBER_OF', 'BASED_IN'] as const
export type AffiliationType = (typeof AFFILIATION_TYPES)[number]

/** Types that roll up, the one that wins first. */
export const ROLL_UP_TYPES = ['PART_OF', 'REPRESENTS', 'LEADS'] as const satisfies readonly AffiliationType[]

export const EVENT_KINDS = [
  'COOPERATION',
  'SUSPENSION',
  'CONDEMNATION',
  'PRESSURE',
  'COERCION',
  'VIOLENCE',
  'NEUTRAL',
] as const
export type EventKind = (typeof EVENT_KINDS)[number]

export const STAGES = ['INTENT', 'THREATENED', 'ACTUAL'] as const
export type Stage = (typeof STAGES)[number]

export const STATUSES = ['REPORTED', 'CONFIRMED', 'DENIED', 'REVERSED'] as const
export type Status = (typeof STATUSES)[number]

export const MARKS = ['NO', 'WEAK', 'YES'] as const
export type Mark = (typeof MARKS)[number]

export const STANCES = ['ASSERTS', 'DENIES', 'NO_COMMENT'] as const
export type Stance = (typeof STANCES)[number]

export const ABOUTS = ['ACT', 'CONTENT'] as const
export type About = (typeof ABOUTS)[number]

export const RELIABILITIES = ['A', 'B', 'C', 'D', 'E', 'F'] as const
export type Reliability = (typeof RELIABILITIES)[number]

export const COLLECTION_KINDS = ['CASE', 'DATA_SET'] as const
export type CollectionKind = (typeof COLLECTION_KINDS)[number]

export const LEVELS = ['ACTOR', 'TOP'] as const
export type Level = (typeof LEVELS)[number]

export const DISTANCING_RULES = ['STRICT', 'CONDEMNATION', 'THREATENED', 'WEAK'] as const
export type DistancingRule = (typeof DISTANCING_RULES)[number]

export const QUESTION_KINDS = [
  'DISTANCING',
  'COOPERATION',
  'CONDEMNATION',
  'KNOWN_ON',
  'SINGLE_ORIGIN',
  'CONNECTION',
] as const
export type QuestionKind = (typeof QUESTION_KINDS)[number]

/** Whether events with a property are taken: all, only those without it, only those with it. */
export const CHOICES = ['INCLUDE', 'EXCLUDE', 'ONLY'] as const
export type Choice = (typeof CHOICES)[number]

/** +1 for COOPERATION, 0 for NEUTRAL, -1 for the rest. */
export const SIGN: Readonly<Record<EventKind, -1 | 0 | 1>> = {
  COOPERATION: 1,
  SUSPENSION: -1,
  CONDEMNATION: -1,
  PRESSURE: -1,
  COERCION: -1,
  VIOLENCE: -1,
  NEUTRAL: 0,
}

/** The code of a word in its list, for the columns. @throws RangeError where the word is not in the list. */
export function codeOf<W extends string>(list: readonly W[], word: W): number {
  const code = list.indexOf(word)
  if (code < 0) throw new RangeError(`${word} is not one of ${list.join(', ')}`)
  return code
}

/** The word of a code. @throws RangeError where the list has no such code. */
export function wordOf<W extends string>(list: readonly W[], code: number): W {
  const word = list[code]
  if (word === undefined) throw new RangeError(`${code} is no code of ${list.join(', ')}`)
  return word
}
