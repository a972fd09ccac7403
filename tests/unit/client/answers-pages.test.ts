import { beforeEach, expect, test } from 'vitest'
import type { Answer, AnswerBody } from '../../../client/state/answers/answer.ts'
import { RowsChangedError, withPage } from '../../../client/state/answers/distancing-pages.ts'
import { toDistancingAnswer } from '../../../client/state/answers/distancing.ts'
import { $further, askFurther } from '../../../client/state/answers/further.ts'
import { toMovedFirstAnswer } from '../../../client/state/answers/moved-first.ts'
import { $answer } from '../../../client/state/app.ts'
import type { SourceLine } from '../../../client/state/types.ts'
import { act, distancing } from './made-answers.ts'

const uk = { who: 'uk', acts: [act('suspends', 'uk')] }
const canada = { who: 'canada', acts: [act('bars', 'canada'), act('says', 'canada', 'CONDEMNATION')] }
const turk = { who: 'turk', acts: [act('condemns', 'turk', 'CONDEMNATION')] }

const source = (id: string) => ({ source: { id } as SourceLine, relayedFrom: null })
/** The first of two rows, and the second. */
function pages() {
  const data = distancing([uk, canada, turk])
  const { answer } = data
  const first = {
    ...answer,
    rows: answer.rows.slice(0, 1),
    truncated: true,
    endCursor: 'uk',
    citations: [{ ...source('cnn'), events: ['suspends'] }],
  }
  const second = {
    ...answer,
    rows: answer.rows.slice(1),
    citations: [
      { ...source('cnn'), events: ['bars'] },
      { ...source('bbc'), events: ['bars'] },
    ],
  }
  return { data, first, second }
}

test('a page joins the rows before it, and each source stands once with the events of all of them', () => {
  const { first, second } = pages()
  const both = withPage(first, second)
  expect(both.rows.map(({ id }) => id)).toEqual(['uk>us', 'canada>us'])
  expect(both.truncated).toBe(false)
  expect(both.citations).toEqual([
    { ...source('cnn'), events: ['suspends', 'bars'] },
    { ...source('bbc'), events: ['bars'] },
  ])
  expect(withPage(first, { ...second, citations: undefined as never }).citations).toBeUndefined()
})

test('a page of rows that have changed meanwhile joins none', () => {
  const { first, second } = pages()
  expect(() => withPage(first, { ...second, total: 3 })).toThrow(RowsChangedError)
  expect(() => withPage(first, first)).toThrow(RowsChangedError)
})

test('rows of later pages count under the rules that let them in, and are not told as left out', () => {
  const { data, first } = pages()
  const answer = toDistancingAnswer({ ...data, answer: first })
  expect(answer.main.rows).toHaveLength(1)
  expect(answer.strict).toBe(2)
  expect(answer.leftOut).toMatchObject({ rows: 1, words: 'TURK condemned; of those above, CANADA condemned too' })
})

test('the sentence counts rows of later pages, and says when it has not counted all', () => {
  const data = distancing(
    ['a', 'b', 'c', 'd', 'e', 'f'].map((who) => ({ who, acts: [act(`of ${who}`, who, 'STRICT', { scope: 'data' })] })),
  )
  const answer = { ...data.answer, rows: data.answer.rows.slice(0, 4), truncated: true }
  expect(toDistancingAnswer({ ...data, answer }).sentence).toMatch(/^Six did\. .*; and three more\.$/)
  expect(toDistancingAnswer({ ...data, answer }).rests).toBeNull()
  expect(toDistancingAnswer({ ...data, answer, complete: false }).sentence).toMatch(/; and more than two more\.$/)
  expect(toMovedFirstAnswer({ ...data, answer: { ...answer, rows: answer.rows.slice(0, 1) } }).sentence).not.toMatch(
    /^Only/,
  )
})

const answered = (body: AnswerBody): Answer => ({ ...body, heard: body.sentence })
const shown = () => {
  const loaded = $answer.get()
  return loaded.state === 'ok' ? loaded.value.main.rows.length : loaded.state
}
/** An answer of the first row, whose next rows come when the test says so. */
function first() {
  const { data, first: answer, second } = pages()
  const { promise, resolve, reject } = Promise.withResolvers<AnswerBody>()
  const body = toDistancingAnswer({ ...data, answer })
  const whole = toDistancingAnswer({ ...data, answer: withPage(answer, second) })
  const further = { says: '1 of 2 rows are shown', does: 'Show 1 more', ask: () => promise }
  return { answer: answered({ ...body, further }), come: () => resolve(whole), fail: () => reject(new Error('away')) }
}

beforeEach(() => $answer.set({ state: 'idle' }))

test('further rows join the answer that they were asked for', async () => {
  const { answer, come } = first()
  $answer.set({ state: 'ok', value: answer })
  askFurther()
  expect([shown(), $further.get().state]).toEqual([1, 'loading'])
  come()
  await expect.poll(shown).toBe(2)
  expect($further.get().state).toBe('idle')
})

test('further rows of an answer that no longer stands never land', async () => {
  const { answer, come } = first()
  $answer.set({ state: 'ok', value: answer })
  askFurther()
  $answer.set({ state: 'loading', last: null })
  come()
  await new Promise(setImmediate)
  expect([shown(), $further.get().state]).toEqual(['loading', 'idle'])
})

test('further rows that do not come leave the answer, and can be asked for again', async () => {
  const { answer, fail } = first()
  $answer.set({ state: 'ok', value: answer })
  askFurther()
  fail()
  await expect.poll(() => $further.get().state).toBe('error')
  expect(shown()).toBe(1)
  askFurther()
  expect($further.get().state).toBe('loading')
})
