import { expect, test } from 'vitest'
import { stepWords, welcomeWords } from '../../../client/state/spoken.ts'
import { goOn, historyOf, redo, undo } from '../../../client/state/view/history.ts'
import { withKind, withLevel, withListTurned, withMoved, withSelection } from '../../../client/state/view/steps.ts'
import { FIRST_VIEW } from '../../../client/state/view/view.ts'
import { collection, eventRow, network } from './made.ts'

test('a case that has come is told with its headline, its amounts and the way on', () => {
  const { stats } = network([eventRow('e', 'uk', 'usa', 'SUSPENSION')])
  const made = { ...collection(), headline: 'The UK suspended.' }
  expect(welcomeWords(made, true, { ...stats, answered: 5 })).toBe(
    'Case A case. The UK suspended. 2 actors, 1 tie, 1 event, 5 answered. Press 1 to 5 for questions, L for the list.',
  )
  expect(welcomeWords(made, false, stats)).toBe(
    'Case A case. 2 actors, 1 tie, 1 event. Press 1 to 5 for questions, L for the list.',
  )
})

test('a step is told where nothing else tells it: not details, not undo and redo, not a drag that lasts', () => {
  const start = historyOf(FIRST_VIEW)
  const hidden = goOn(start, withKind(FIRST_VIEW, 'SUSPENSION', false))
  expect(stepWords(start, hidden)).toBe('Suspension hidden.')
  expect(stepWords(start, goOn(start, withLevel(FIRST_VIEW, 'TOP')))).toBe('Top level.')
  expect(stepWords(start, goOn(start, withListTurned(FIRST_VIEW)))).toBe('List.')
  expect(stepWords(start, goOn(start, withSelection(FIRST_VIEW, { what: 'actor', id: 'uk' })))).toBe('')
  expect(stepWords(hidden, undo(hidden))).toBe('')
  expect(stepWords(undo(hidden), redo(undo(hidden)))).toBe('')
  const dragged = goOn(start, withMoved(FIRST_VIEW, { actor: 'uk', x: 1, y: 1 }), 'drag')
  expect(stepWords(start, dragged)).toBe('')
})
