import { expect, test } from 'vitest'
import { foundFor } from '../../../client/state/answers/actor-search.ts'
import { $answer, $catalogue, $history, $question } from '../../../client/state/app.ts'
import { $ledger, $tableBesideDetails } from '../../../client/state/answers/ledger.ts'
import { ask } from '../../../client/state/answers/ask.ts'
import type { ActorMatch, Catalogue, Question } from '../../../client/state/types.ts'
import { NO_SLOTS } from '../../../client/state/view/ask.ts'
import { historyOf } from '../../../client/state/view/history.ts'
import { withQuestion, withSelection } from '../../../client/state/view/steps.ts'
import { FIRST_VIEW, type View } from '../../../client/state/view/view.ts'
import { actorName, collection } from './made.ts'

const look = (view: View) => $history.set(historyOf(view))

function prepare(...given: readonly Partial<Question>[]): readonly Question[] {
  const questions = given.map(
    (each, place) =>
      ({
        id: `q${place}`,
        kind: 'KNOWN_ON',
        text: `Question ${place}`,
        toward: null,
        by: null,
        dates: [],
        collection: { id: 'case' },
        ...each,
      }) as unknown as Question,
  )
  const catalogue = { collections: [collection()], questions } as unknown as Catalogue
  $catalogue.set({ state: 'ok', value: catalogue })
  return questions
}

test('of prepared questions of days that one is asked whose days are set, and none once they are left', () => {
  const questions = prepare({ dates: ['2025-10-01'] }, { dates: ['2025-10-01', '2025-11-12'] })
  for (const question of questions) {
    look(withQuestion(FIRST_VIEW, question))
    expect($question.get()?.id).toBe(question.id)
  }
  look({ ...withQuestion(FIRST_VIEW, questions[0]!), asKnownOn: '2025-10-02' })
  expect($question.get()).toBeNull()
})

test('actors that were found for an earlier text are none for the one that is typed', () => {
  const matches = [{ actor: actorName('ca'), matched: 'CA' }] as unknown as readonly ActorMatch[]
  const last = { text: 'c', matches }
  expect(foundFor('c', { state: 'ok', value: last })).toBe(matches)
  expect(foundFor('canada', { state: 'loading', last })).toBeNull()
  expect(foundFor('canada', { state: 'error', sentence: 'Away.', last })).toBeNull()
})

test('the table stands with an answer that has one; not beside details, two days or two levels', async () => {
  const [question] = prepare({ kind: 'CONNECTION' })
  const connection = { ...NO_SLOTS, kind: 'CONNECTION' } as const
  const view = { ...FIRST_VIEW, ask: connection }
  look(view)
  const asking = { ...connection, id: question!.id, text: question!.text, dates: [] }
  const signal = new AbortController().signal
  const answer = await ask({ question: asking, collection: collection(), view, asKnownOn: null, signal })
  // It lacks its actors, so it is a wish for them without a table.
  $answer.set({ state: 'ok', value: answer })
  expect($ledger.get()).toBeNull()
  const told = { ...answer, main: { title: 'One row', columns: ['Who'], rows: [] } }
  $answer.set({ state: 'ok', value: told })
  expect($ledger.get()).toBe(told)
  for (const other of [{ both: true }, { compare: '2025-10-01' }]) {
    look({ ...view, ...other })
    expect($ledger.get()).toBeNull()
  }
  look(withSelection(view, { what: 'event', id: 'e' }))
  expect($ledger.get()).toBeNull()
  $tableBesideDetails.set(true)
  expect($ledger.get()).toBe(told)
})
