import type { ActorKind, AffiliationType, EventKind, Reliability, Stage, Status } from '../types.ts'
import type { Switch } from '../view/view.ts'

/** Words on the screen for the vocabularies of the contract. */
export const KIND_WORDS: Readonly<Record<EventKind, string>> = {
  COOPERATION: 'Cooperation',
  SUSPENSION: 'Suspension',
  CONDEMNATION: 'Condemnation',
  PRESSURE: 'Pressure',
  COERCION: 'Coercion',
  VIOLENCE: 'Violence',
  NEUTRAL: 'Neutral',
}

export const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  ACTUAL: 'done',
  INTENT: 'offered',
  THREATENED: 'threatened',
}

export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  REPORTED: 'reported',
  CONFIRMED: 'confirmed',
  DENIED: 'denied',
  REVERSED: 'reversed',
}

export const ACTOR_KIND_WORDS: Readonly<Record<ActorKind, string>> = {
  STATE: 'State',
  GOVERNMENT_BODY: 'Government body',
  MILITARY_COMMAND: 'Military command',
  PERSON: 'Person',
  INTERNATIONAL_ORGANISATION: 'International organisation',
  ORGANISATION: 'Organisation',
  GROUP: 'Group',
  MEDIA: 'Media outlet',
  OPERATION: 'Operation',
  REGION: 'Region',
}

/** Between the one who belongs and the one it belongs to. */
export const AFFILIATION_WORDS: Readonly<Record<AffiliationType, string>> = {
  PART_OF: 'part of',
  REPRESENTS: 'represents',
  LEADS: 'leads',
  MEMBER_OF: 'member of',
  BASED_IN: 'based in',
}

/** The other way round. */
export const AFFILIATE_WORDS: Readonly<Record<AffiliationType, string>> = {
  PART_OF: 'has as part',
  REPRESENTS: 'represented by',
  LEADS: 'led by',
  MEMBER_OF: 'has as member',
  BASED_IN: 'home of',
}

export const RELIABILITY_WORDS: Readonly<Record<Reliability, string>> = {
  A: 'reliable',
  B: 'usually reliable',
  C: 'fairly reliable',
  D: 'not usually reliable',
  E: 'unreliable',
  F: 'cannot be judged yet',
}

export const SWITCH_WORDS: Readonly<Record<Switch, string>> = {
  CONDEMNATION: 'Condemnations',
  THREATENED: 'Offers and threats',
  WEAK: 'Weak acts',
}

/** Why an act counts. */
export const RULE_WORDS: Readonly<Record<Switch | 'STRICT', { readonly what: string; readonly rule: string }>> = {
  STRICT: { what: 'Suspension, done', rule: 'strict rule' },
  CONDEMNATION: { what: 'Condemnation', rule: 'switched on' },
  THREATENED: { what: 'Offer or threat', rule: 'switched on' },
  WEAK: { what: 'Weak act', rule: 'switched on' },
}

/** `suspension`, and where the act is not done `suspension, offered` */
export function deedWords({ kind, stage }: { readonly kind: EventKind; readonly stage: Stage }): string {
  return `${KIND_WORDS[kind].toLowerCase()}${stage === 'ACTUAL' ? '' : `, ${STAGE_WORDS[stage]}`}`
}

/** `joint operation` for `joint_operation` */
export function subtypeWords(subtype: string): string {
  return subtype.replaceAll('_', ' ')
}

/** `a`, `a and b`, `a, b and c` */
export function listWords(names: readonly string[]): string {
  if (names.length < 2) return names.join('')
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
