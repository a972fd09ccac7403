import type { EventRow } from '../types.ts'
import type { Claim, View } from '../view/view.ts'
import { KIND_WORDS, listWords } from '../words/words.ts'

const IS: Readonly<Record<Claim, (event: EventRow) => boolean>> = {
  DISPUTED: ({ disputed }) => disputed,
  ANSWERED: ({ answered }) => answered,
  NOT_DONE: ({ stage }) => stage !== 'ACTUAL',
  SINGLE_ORIGIN: ({ originCount }) => originCount <= 1,
}

const CLAIM_WORDS: Readonly<Record<Claim, string>> = {
  DISPUTED: 'disputed',
  ANSWERED: 'answered',
  NOT_DONE: 'offered or threatened',
  SINGLE_ORIGIN: 'of a single origin',
}

/** Whether the reader has switched its kind or one of its claims off. */
export function isHidden(event: EventRow, { hidden, hiddenClaims }: Pick<View, 'hidden' | 'hiddenClaims'>): boolean {
  return hidden.includes(event.kind) || hiddenClaims.some((claim) => IS[claim](event))
}

/** `Switched off: Pressure and Neutral; what is answered.` Null where nothing is. */
export function hiddenWords({ hidden, hiddenClaims }: Pick<View, 'hidden' | 'hiddenClaims'>): string | null {
  const parts = [
    hidden.length > 0 ? listWords(hidden.map((kind) => KIND_WORDS[kind])) : '',
    hiddenClaims.length > 0 ? `what is ${listWords(hiddenClaims.map((claim) => CLAIM_WORDS[claim]))}` : '',
  ].filter(Boolean)
  return parts.length > 0 ? `Switched off: ${parts.join('; ')}.` : null
}
