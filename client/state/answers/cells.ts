import type { Cell } from './answer.ts'
import { whenWords } from '../tie/when.ts'
import { count, dayWords, doubtWords } from '../words/dates.ts'
import type { EventRow, EvidenceCard } from '../types.ts'
import type { Selection } from '../view/view.ts'
import { STATUS_WORDS, capitalised, listWords, subtypeWords } from '../words/words.ts'
import { verbWords } from './deeds.ts'

/** What was done with the line of its kind, the subtype under it. */
export function actCell(act: Pick<EventRow, 'kind' | 'subtype' | 'stage'>): readonly Cell[] {
  return [{ text: verbWords(act), note: subtypeWords(act.subtype), kind: act.kind, stage: act.stage }]
}

export function scopeCell(scope: string | null | undefined): readonly Cell[] {
  return [{ text: scope ?? 'scope not stated' }]
}

/** When it happened, and how exactly that is known. */
export function happenedCell(event: Pick<EventRow, 'occurred' | 'reportedOn'>): readonly Cell[] {
  const doubt = doubtWords(event.occurred)
  return [{ text: whenWords(event), ...(doubt && doubt !== 'day' ? { note: doubt } : {}) }]
}

export function firstDateCell(event: Pick<EventRow, 'occurred' | 'reportedOn'>): readonly Cell[] {
  return [{ text: whenWords(event), note: `known ${dayWords(event.reportedOn)}` }]
}

/** The status, with the marks that the picture has for a claim that is denied. */
export function statusCell({
  status,
  disputed,
  answered,
}: Pick<EventRow, 'status' | 'disputed' | 'answered'>): readonly Cell[] {
  const marks = [disputed ? '≠' : '', answered ? '⇄' : ''].join('')
  const badges = [disputed ? 'disputed' : '', answered ? 'answered' : ''].filter(Boolean).join(', ')
  const note = badges || (status === 'REPORTED' ? 'not confirmed' : '')
  const text = capitalised(STATUS_WORDS[status])
  return [{ text: marks ? `${text} ${marks}` : text, ...(note ? { note } : {}) }]
}

/** Stands under an answer whose evidence could not be read. */
export const WORDS_AWAY = 'Quotes and origins wait until the database is back.'

/** Stands where words of evidence would. */
export const AWAY_CELL: readonly Cell[] = [{ text: 'waits for the database' }]

/**
 * How many origins, and which: `1 · CNN`, with who is said to have said it.
 * @param evidence null where it could not be read @param opens where the evidence stands
 */
export function originsCell(
  originCount: number,
  evidence: readonly EvidenceCard[] | null,
  opens: Selection,
): readonly Cell[] {
  if (!evidence) return [{ text: count(originCount, 'origin'), opens }]
  const asserting = asserts(evidence)
  const names = listWords(unique(asserting.map(originName)))
  const speakers = listWords(unique(asserting.flatMap(({ speaker }) => speaker ?? [])))
  const heard = [count(originCount, 'origin'), names, speakers].filter(Boolean).join(', ')
  return [{ text: `${originCount} · ${names}`, ...(speakers ? { note: speakers } : {}), heard, opens }]
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
