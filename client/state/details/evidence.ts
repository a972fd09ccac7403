import type { EventRow, EvidenceCard, Reliability, SourceLine } from '../types.ts'
import { dayWords } from '../words/dates.ts'
import { KIND_WORDS, RELIABILITY_WORDS, capitalised, listWords } from '../words/words.ts'

export const STANCE_WORDS = { ASSERTS: 'Asserts', DENIES: 'Denies', NO_COMMENT: 'No comment' } as const

/** A card with which letters of reliability are told in words on it: each letter on its first card in a panel. */
export interface Card {
  readonly evidence: EvidenceCard
  readonly told: ReadonlySet<Reliability>
}

/** Cards in the order in which a panel shows them: those that assert come first. @param told letters that stand in the panel already */
export function toCards(
  evidence: readonly EvidenceCard[],
  told: ReadonlySet<Reliability> = new Set(),
): readonly Card[] {
  const before = new Set(told)
  const sorted = [
    ...evidence.filter(({ stance }) => stance === 'ASSERTS'),
    ...evidence.filter(({ stance }) => stance !== 'ASSERTS'),
  ]
  return sorted.map((each) => {
    const letters = [originOf(each).reliability, each.source.reliability].filter((letter) => !before.has(letter))
    for (const letter of letters) before.add(letter)
    return { evidence: each, told: new Set(letters) }
  })
}

/** Letters that cards have told in words. */
export function toldBy(cards: readonly Card[]): ReadonlySet<Reliability> {
  return new Set(cards.flatMap(({ told }) => [...told]))
}

/** Whom the word goes back to: a relay is no second source. */
export function originOf({ source, relayedFrom }: EvidenceCard): SourceLine {
  return relayedFrom ?? source
}

/** `Unnamed sources to CNN`, `The Pentagon`, or the publisher where nobody is named. */
export function speakerWords({ source, relayedFrom, speaker }: EvidenceCard): string {
  if (!speaker) return (relayedFrom ?? source).publisher
  return relayedFrom ? `${capitalised(speaker)} to ${relayedFrom.publisher}` : capitalised(speaker)
}

/** `CNN citing unnamed sources`: who is behind the first word that asserts an act; null where nothing does. */
export function reporterWords(evidence: readonly EvidenceCard[]): string | null {
  const first = evidence
    .filter(({ stance }) => stance === 'ASSERTS')
    .toSorted((a, b) => ((a.source.published ?? '') < (b.source.published ?? '') ? -1 : 1))[0]
  if (!first) return null
  const { publisher } = originOf(first)
  return first.speaker ? `${publisher} citing ${first.speaker}` : publisher
}

/** `reliability F: cannot be judged yet`, and the letter alone where the panel has told it. */
export function reliabilityWords({ reliability }: SourceLine, told: ReadonlySet<Reliability>): string {
  const words = told.has(reliability) ? `: ${RELIABILITY_WORDS[reliability]}` : ''
  return `reliability ${reliability}${words}`
}

/** `CNN, 11 Nov 2025` */
export function sourceWords({ publisher, title, published }: SourceLine): string {
  return `${publisher}${title ? `, “${title}”` : ''}, ${published ? dayWords(published) : 'date not stated'}`
}

/** What exactly is denied, and what is not; null where nothing is. @param beside an act that the denied words stand beside */
export function denialWords(evidence: readonly EvidenceCard[], beside: EventRow | null = null): string | null {
  const denied = evidence.filter(({ stance }) => stance === 'DENIES')
  if (denied.length === 0) return null
  const said = (about: 'ACT' | 'CONTENT', what: string) => {
    const who = [...new Set(denied.filter((each) => each.about === about).map((each) => nameOf(each)))]
    return who.length === 0 ? '' : `${capitalised(listWords(who))} ${who.length === 1 ? 'denies' : 'deny'} ${what}.`
  }
  const act = said('ACT', 'that it happened')
  const content = said('CONTENT', 'what was said')
  const not = beside ? `Nothing here denies ${deedNoun(beside)}.` : act ? '' : 'That it was said is not denied.'
  return [act, content, not].filter(Boolean).join(' ')
}

function nameOf({ source, relayedFrom, speaker }: EvidenceCard): string {
  return speaker ?? (relayedFrom ?? source).publisher
}

function deedNoun({ kind, stage }: EventRow): string {
  if (stage === 'INTENT') return 'the offer'
  if (stage === 'THREATENED') return 'the threat'
  return kind === 'NEUTRAL' ? 'the act' : `the ${KIND_WORDS[kind].toLowerCase()}`
}
