import type { Cell } from './answer.ts'
import { count, dayWords, doubtWords, occurredWords } from '../words/dates.ts'
import type { EventRow, EvidenceCard } from '../types.ts'
import { STAGE_WORDS, STATUS_WORDS, capitalised, listWords, subtypeWords } from '../words/words.ts'

const DEED: Readonly<Record<EventRow['kind'], string>> = {
  COOPERATION: 'cooperation',
  SUSPENSION: 'suspension',
  CONDEMNATION: 'condemnation',
  PRESSURE: 'pressure',
  COERCION: 'coercion',
  VIOLENCE: 'violence',
  NEUTRAL: 'neutral',
}

/** The kind with its line, the subtype under it; the stage where the act is not done. */
export function actCell({ kind, subtype, stage }: Pick<EventRow, 'kind' | 'subtype' | 'stage'>): readonly Cell[] {
  const notDone = stage === 'ACTUAL' ? '' : `, ${STAGE_WORDS[stage]} only`
  return [{ text: DEED[kind], note: `${subtypeWords(subtype)}${notDone}`, kind, stage }]
}

export function scopeCell(scope: string | null | undefined): readonly Cell[] {
  return [{ text: scope ?? 'scope not stated' }]
}

/** When it happened, and how exactly that is known. */
export function happenedCell({ occurred }: Pick<EventRow, 'occurred'>): readonly Cell[] {
  const doubt = doubtWords(occurred)
  return [{ text: occurredWords(occurred), ...(doubt && doubt !== 'day' ? { note: doubt } : {}) }]
}

export function firstDateCell(event: Pick<EventRow, 'occurred' | 'reportedOn'>): readonly Cell[] {
  return [{ text: occurredWords(event.occurred), note: `known ${dayWords(event.reportedOn)}` }]
}

/** The status, with the badges. */
export function statusCell({
  status,
  disputed,
  answered,
}: Pick<EventRow, 'status' | 'disputed' | 'answered'>): readonly Cell[] {
  const badges = [disputed ? '≠ disputed' : '', answered ? '⇄ answered' : ''].filter(Boolean).join(', ')
  const note = badges || (status === 'REPORTED' ? 'not confirmed' : '')
  return [{ text: capitalised(STATUS_WORDS[status]), ...(note ? { note } : {}) }]
}

/** Stands under an answer whose evidence could not be read. */
export const WORDS_AWAY = 'Quotes and origins wait until the database is back.'

/** Stands where words of evidence would. */
export const AWAY_CELL: readonly Cell[] = [{ text: 'waits for the database' }]

/** How many origins, and which: `1 · CNN`, with who is said to have said it. @param evidence null where it could not be read */
export function originsCell(originCount: number, evidence: readonly EvidenceCard[] | null): readonly Cell[] {
  if (!evidence) return [{ text: count(originCount, 'origin') }]
  const asserting = asserts(evidence)
  const names = unique(asserting.map(originName))
  const speakers = unique(asserting.flatMap(({ speaker }) => speaker ?? []))
  return [
    { text: `${originCount} · ${listWords(names)}`, ...(speakers.length > 0 ? { note: listWords(speakers) } : {}) },
  ]
}

/** The evidence that makes the claim. */
export function asserts(evidence: readonly EvidenceCard[]): readonly EvidenceCard[] {
  return evidence.filter(({ stance, about }) => stance === 'ASSERTS' && about === 'ACT')
}

/** Whom a piece of evidence goes back to. */
export function originName({ relayedFrom, source }: EvidenceCard): string {
  return (relayedFrom ?? source).publisher
}

/** Those who deny: who, what they say, and what it is that they deny. */
export function denialCells(evidence: readonly EvidenceCard[]): readonly Cell[] {
  return evidence
    .filter(({ stance }) => stance === 'DENIES')
    .map(({ speaker, source, quote, paraphrase, about }) => ({
      text: `${capitalised(speaker ?? source.publisher)}: ${quote ? `“${quote}”` : (paraphrase ?? 'denies it')}`,
      note: about === 'ACT' ? 'denies that it happened' : 'denies what was said, not that it was said',
    }))
}

export function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)]
}
