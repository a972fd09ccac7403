import { expect, test } from 'vitest'
import { toPhrase, type Part } from '../../../client/state/answers/phrase.ts'
import { emptySlots, toWantingAnswer } from '../../../client/state/answers/wanting.ts'
import { ASK_KINDS } from '../../../client/state/view/ask.ts'
import { actorName } from './made.ts'

const canada = actorName('canada')
const none = { by: null, toward: null, scope: null }
const plain = { window: null, clock: 'HAPPENED' } as const
const text = (parts: readonly Part[]) =>
  parts.map((part) => (part.what === 'words' ? part.text : `[${part.text}]`)).join(' ')

test('a question reads as a sentence around its slots', () => {
  const phrase = toPhrase({ kind: 'DISTANCING', ...none, toward: canada }, plain, '2025-11-11')
  expect(text(phrase)).toBe(
    '[Who] distanced themselves from [CANADA] in [any scope] happened [any time to 11 Nov 2025]',
  )
  const known = { window: { since: '2025-10-01', until: null }, clock: 'KNOWN' } as const
  const other = toPhrase({ kind: 'DISTANCING', by: canada, toward: null, scope: 'boats' }, known, '2025-11-11')
  expect(text(other)).toBe('Did [CANADA] distance themselves from [anyone] in [boats] became known [since 1 Oct 2025]')
})

test.each(ASK_KINDS)('%s has a slot for each thing that it is asked with, once', (kind) => {
  const slots = toPhrase({ kind, ...none }, plain, null).flatMap(({ what }) => (what === 'words' ? [] : [what]))
  expect(new Set(slots).size).toBe(slots.length)
  expect(slots).toContain('window')
  for (const slot of emptySlots({ kind, by: null, toward: null })) expect(slots).toContain(slot)
})

test.each([
  ['COOPERATION', null, null, 'Choose who is asked about, and with whom they cooperate.'],
  ['COOPERATION', canada, null, 'Choose with whom the CANADA may cooperate.'],
  ['CONNECTION', null, canada, 'Choose who may be connected to the CANADA.'],
] as const)('%s of a pair that lacks an actor asks for it', (kind, by, toward, words) => {
  const asking = { id: 'q', kind, text: '', by, toward, scope: null, dates: [] }
  expect(emptySlots(asking)).not.toEqual([])
  expect(toWantingAnswer(asking, null).sentence).toBe(words)
})
