import { expect, test } from 'vitest'
import type { AnswerBody } from '../../../client/state/answers/answer.ts'
import { toCondemnationAnswer } from '../../../client/state/answers/condemnation.ts'
import { toDistancingAnswer } from '../../../client/state/answers/distancing.ts'
import { toSingleOriginAnswer } from '../../../client/state/answers/single-origin.ts'
import type { EvidenceCard } from '../../../client/state/types.ts'
import { act, distancing } from './made-answers.ts'
import { eventRow } from './made.ts'

/** What a database that is away leaves of an answer: everything but the words of evidence. */
const WAIT = 'Quotes and origins wait until the database is back.'
const CNN: EvidenceCard = {
  id: 'e#1',
  source: { id: 'c/s', publisher: 'CNN', title: null, url: null, published: '2025-11-11', reliability: 'F' },
  relayedFrom: null,
  speaker: null,
  quote: 'extrajudicial killings',
  paraphrase: null,
  locator: null,
  stance: 'ASSERTS',
  about: 'ACT',
}
const event = eventRow('e', 'turk', 'us', 'CONDEMNATION', { answered: true })
const events = (evidence?: EvidenceCard[]) => ({
  events: { nodes: [{ ...event, ...(evidence ? { evidence } : {}) }], total: 1 },
  stats: { asKnownOn: '2025-11-11' },
})
const texts = ({ main }: AnswerBody) =>
  main.rows.flatMap(({ lines }) => lines.flatMap(({ cells }) => cells.flatMap((cell) => cell?.map(({ text }) => text))))

test('condemnations without their words say that these wait, and still who, what about, and whether it was answered', () => {
  const whole = toCondemnationAnswer('q', events([CNN]), null)
  expect(whole.sentence).toContain('1 with spoken words, 0 in paraphrase; 1 is answered')
  expect(whole.notes).toEqual([])
  const answer = toCondemnationAnswer('q', events(), null)
  expect(answer.sentence).toMatch(/recorded as known on 11 Nov 2025: 1 is answered\.$/)
  expect(answer.notes).toEqual([WAIT])
  expect(texts(answer)).toEqual([
    'TURK',
    'condemned',
    'US',
    'a scope',
    'waits for the database',
    'waits for the database',
    'Answered',
  ])
})

test('claims with one origin, whose name waits', () => {
  expect(toSingleOriginAnswer('q', events([CNN]), 1, null).sentence).toMatch(/They go back to CNN \(1\)\.$/)
  const answer = toSingleOriginAnswer('q', events(), 1, null)
  expect(answer.sentence).toBe('All 1 claim rests on a single origin as known on 11 Nov 2025.')
  expect(answer.notes).toEqual([WAIT])
  expect(texts(answer).slice(-2)).toEqual(['⇄ answered', 'waits for the database'])
})

test('who distanced themselves: how many origins, which waits, and the sentence of the contract for a single act', () => {
  const answer = toDistancingAnswer(distancing([{ who: 'uk', acts: [act('e', 'uk')] }]))
  expect(answer.sentence).toBe('One did. uk SUSPENSION us.')
  expect(answer.notes).toEqual([WAIT])
  expect(texts(answer)).toContain('1 origin')
  expect(answer.citations).toBeNull()
  expect([...answer.highlight.events]).toEqual(['e'])
})
