import { expect, test } from 'vitest'
import {
  FIRST_VIEW,
  stepBack,
  withCollection,
  withKind,
  withLevel,
  withQuestion,
  withSwitch,
  type View,
} from '../../../client/state/view/view.ts'

const asked: View = { ...FIRST_VIEW, question: 'q', include: ['WEAK'], selection: { what: 'event', id: 'e' } }

test('another question starts with no switch on and nothing open; the same one stays as it is', () => {
  expect(withQuestion(asked, 'other')).toEqual({ ...FIRST_VIEW, question: 'other' })
  expect(withQuestion(asked, 'q')).toBe(asked)
})

test('switches stand in one order however they are used', () => {
  const one = withSwitch(withSwitch(FIRST_VIEW, 'WEAK', true), 'CONDEMNATION', true)
  const other = withSwitch(withSwitch(FIRST_VIEW, 'CONDEMNATION', true), 'WEAK', true)
  expect(one).toEqual(other)
  expect(withSwitch(one, 'WEAK', false).include).toEqual(['CONDEMNATION'])
})

test('a kind that is switched off and on again leaves the view as it was', () => {
  const off = withKind(FIRST_VIEW, 'VIOLENCE', false)
  expect(off.hidden).toEqual(['VIOLENCE'])
  expect(withKind(off, 'VIOLENCE', true)).toEqual(FIRST_VIEW)
})

test('another level lets a selected tie go, and keeps an event', () => {
  const tie: View = { ...asked, selection: { what: 'tie', id: 'a>b', kind: 'VIOLENCE' } }
  expect(withLevel(tie, 'TOP').selection).toBeNull()
  expect(withLevel(asked, 'TOP').selection).toEqual(asked.selection)
})

test('Escape closes the details, then the answer, then does nothing', () => {
  const closed = stepBack(asked)
  expect(closed).toEqual({ ...asked, selection: null })
  expect(stepBack(closed)).toEqual(FIRST_VIEW)
  expect(stepBack(FIRST_VIEW)).toEqual(FIRST_VIEW)
})

test('another collection keeps how things are shown, and nothing that is of the first', () => {
  const view: View = { ...asked, collection: 'a', level: 'TOP', list: true, asKnownOn: '2025-11-10' }
  expect(withCollection(view, 'b')).toEqual({ ...FIRST_VIEW, collection: 'b', level: 'TOP', list: true })
})
