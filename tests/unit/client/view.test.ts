import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Question } from '../../../client/state/types.ts'
import { NO_SLOTS, type Ask } from '../../../client/state/view/ask.ts'
import { stepName } from '../../../client/state/view/step-name.ts'
import {
  stepBack,
  withAsk,
  withBoth,
  withBoxTurned,
  withCollection,
  withCompare,
  withKind,
  withLevel,
  withListTurned,
  withMoved,
  withNextDraw,
  withOnlyKind,
  withQuestion,
  withSlot,
  withSwitch,
} from '../../../client/state/view/steps.ts'
import { FIRST_VIEW, KINDS, type View } from '../../../client/state/view/view.ts'
import { views } from './views.ts'

const distancing: Ask = { ...NO_SLOTS, kind: 'DISTANCING', toward: 'usa' }
const asked: View = { ...FIRST_VIEW, ask: distancing, include: ['WEAK'], selection: { what: 'event', id: 'e' } }

test('another question starts with no switch on and nothing open; the same one stays as it is', () => {
  const other: Ask = { ...NO_SLOTS, kind: 'SINGLE_ORIGIN' }
  expect(withAsk(asked, other)).toEqual({ ...FIRST_VIEW, ask: other })
  expect(withAsk(asked, { ...distancing })).toBe(asked)
})

test('another slot asks again under the same switches, with nothing open', () => {
  const there = withSlot(asked, { toward: 'uk' })
  expect(there).toEqual({ ...asked, ask: { ...distancing, toward: 'uk' }, selection: null })
  expect(withSlot(there, { toward: 'uk' })).toBe(there)
  expect(withSlot(FIRST_VIEW, { toward: 'uk' })).toBe(FIRST_VIEW)
})

test('whether two still cooperate opens as their tie', () => {
  const ask: Ask = { ...NO_SLOTS, kind: 'COOPERATION', by: 'canada', toward: 'usa' }
  expect(withAsk(FIRST_VIEW, ask).selection).toEqual({ what: 'tie', actor: 'canada', target: 'usa' })
  expect(withAsk(FIRST_VIEW, { ...ask, by: null }).selection).toBeNull()
})

test('a question that names one day is read as of it; one of two days puts the first beside the last', () => {
  const question = { kind: 'KNOWN_ON', toward: null, by: null, dates: ['2025-10-01'] } as unknown as Question
  expect(withQuestion(FIRST_VIEW, question)).toMatchObject({ asKnownOn: '2025-10-01', compare: null })
  const two: Question = { ...question, dates: ['2025-11-12', '2025-10-01'] }
  expect(withQuestion(FIRST_VIEW, two)).toMatchObject({ asKnownOn: '2025-11-12', compare: '2025-10-01' })
})

test('switches stand in one order however they are used', () => {
  const one = withSwitch(withSwitch(FIRST_VIEW, 'WEAK', true), 'CONDEMNATION', true)
  const other = withSwitch(withSwitch(FIRST_VIEW, 'CONDEMNATION', true), 'WEAK', true)
  expect(one).toEqual(other)
  expect(withSwitch(one, 'WEAK', false).include).toEqual(['CONDEMNATION'])
})

test('a kind that is switched off and on again leaves the view as it was; only one kind, asked for twice, is all of them', () => {
  const off = withKind(FIRST_VIEW, 'VIOLENCE', false)
  expect(off.hidden).toEqual(['VIOLENCE'])
  expect(withKind(off, 'VIOLENCE', true)).toEqual(FIRST_VIEW)
  const only = withOnlyKind(off, 'SUSPENSION')
  expect(only.hidden).toEqual(KINDS.filter((kind) => kind !== 'SUSPENSION'))
  expect(withOnlyKind(only, 'SUSPENSION')).toEqual(FIRST_VIEW)
})

test('another level lets a selected tie go, keeps an event, and has all boxes as that level has them', () => {
  const tie: View = { ...withBoxTurned(asked, 'usa'), selection: { what: 'tie', actor: 'a', target: 'b' } }
  expect(withLevel(tie, 'TOP')).toMatchObject({ level: 'TOP', boxes: [], selection: null })
  expect(withLevel(asked, 'TOP').selection).toEqual(asked.selection)
  expect(withLevel(withBoth(asked), 'TOP').both).toBe(false)
})

test('a box that is turned twice is as it was, and boxes stand in one order', () => {
  const two = withBoxTurned(withBoxTurned(FIRST_VIEW, 'usa'), 'uk')
  expect(two.boxes).toEqual(['uk', 'usa'])
  expect(withBoxTurned(withBoxTurned(two, 'uk'), 'usa')).toEqual(FIRST_VIEW)
})

test('on a narrow page a box is opened and closed by itself, and a link means the same on a wide one', () => {
  const open = withBoxTurned(FIRST_VIEW, 'usa', true)
  expect(open).toMatchObject({ boxes: [], unfolded: ['usa'] })
  expect(withBoxTurned(open, 'usa', true)).toEqual(FIRST_VIEW)
  const closed = withBoxTurned(open, 'usa')
  expect(closed).toMatchObject({ boxes: ['usa'], unfolded: [] })
  expect(withBoxTurned(closed, 'usa', true)).toEqual(open)
  expect(withLevel(open, 'ACTOR')).toEqual(FIRST_VIEW)
  const top = withLevel(FIRST_VIEW, 'TOP')
  expect(withBoxTurned(top, 'usa', true)).toEqual(withBoxTurned(top, 'usa'))
})

test('boxes that are opened at the right of both levels are none that a single level has closed', () => {
  const both = withBoxTurned(withBoth(FIRST_VIEW), 'usa')
  expect(both.boxes).toEqual(['usa'])
  expect(stepBack(both)).toEqual(FIRST_VIEW)
  expect(withCompare(both, '2025-10-01').boxes).toEqual([])
})

test('both levels let a selected tie go', () => {
  expect(withBoth({ ...FIRST_VIEW, selection: { what: 'tie', actor: 'a', target: 'b' } }).selection).toBeNull()
})

test('two panes are of two days or of two levels, never both', () => {
  const compared = withCompare(withBoth(FIRST_VIEW), '2025-10-01')
  expect(compared).toMatchObject({ both: false, compare: '2025-10-01' })
  expect(withBoth(compared)).toMatchObject({ both: true, compare: null, changes: null })
})

test('the list opens where what is selected stands', () => {
  expect(withListTurned(asked).list).toBe('events')
  expect(withListTurned({ ...asked, selection: { what: 'actor', id: 'uk' } }).list).toBe('actors')
  expect(withListTurned(withListTurned(asked))).toEqual(asked)
})

test('an actor that is moved twice stands where it was put last', () => {
  const moved = withMoved(withMoved(FIRST_VIEW, { actor: 'b', x: 1, y: 2 }), { actor: 'a', x: 3, y: 4 })
  expect(withMoved(moved, { actor: 'b', x: 5, y: 6 }).moved).toEqual([
    { actor: 'a', x: 3, y: 4 },
    { actor: 'b', x: 5, y: 6 },
  ])
})

test('a pair is drawn in three ways, one after the other', () => {
  const ways = [FIRST_VIEW, withNextDraw(FIRST_VIEW), withNextDraw(withNextDraw(FIRST_VIEW))].map(({ draw }) => draw)
  expect(ways.toSorted()).toEqual(['BAND', 'EVENTS', 'KINDS'])
  expect(withNextDraw(withNextDraw(withNextDraw(FIRST_VIEW)))).toEqual(FIRST_VIEW)
})

test('Escape closes the details, then the answer, then does nothing', () => {
  const closed = stepBack(asked)
  expect(closed).toEqual({ ...asked, selection: null })
  expect(stepBack(closed)).toEqual(FIRST_VIEW)
  expect(stepBack(FIRST_VIEW)).toEqual(FIRST_VIEW)
})

test('a question of two days opens them over both levels and over the list', () => {
  const question = {
    kind: 'KNOWN_ON',
    toward: null,
    by: null,
    dates: ['2025-10-01', '2025-11-12'],
  } as unknown as Question
  expect(withQuestion(withBoth(FIRST_VIEW), question)).toMatchObject({ both: false, compare: '2025-10-01' })
  expect(withQuestion(withListTurned(FIRST_VIEW), question)).toMatchObject({ list: null, compare: '2025-10-01' })
})

test('Escape closes a comparison and keeps its question, unless that is the comparison itself', () => {
  const compared = withCompare(withAsk(FIRST_VIEW, distancing), '2025-10-01')
  expect(stepBack(compared)).toEqual(withAsk(FIRST_VIEW, distancing))
  expect(stepBack(withCompare(withAsk(FIRST_VIEW, { ...NO_SLOTS, kind: 'KNOWN_ON' }), '2025-10-01'))).toEqual(
    FIRST_VIEW,
  )
})

test('Escape, pressed often enough, leaves nothing open from any view', () => {
  fc.assert(
    fc.property(views, (view) => {
      let now = view
      for (let press = 0; press < 8; press++) now = stepBack(now)
      expect(now).toMatchObject({ selection: null, pinned: null, focus: null, both: false, ask: null, compare: null })
    }),
  )
})

test('another collection keeps how things are shown, and nothing that is of the first', () => {
  const view: View = { ...asked, collection: 'a', level: 'TOP', list: 'ties', asKnownOn: '2025-11-10' }
  expect(withCollection(view, 'b')).toEqual({ ...FIRST_VIEW, collection: 'b', level: 'TOP', list: 'ties' })
})

test('every difference between two views has a name, and none has none', () => {
  fc.assert(
    fc.property(views, views, (a, b) => {
      expect(stepName(a, structuredClone(a))).toBeNull()
      if (JSON.stringify(a) !== JSON.stringify(b)) expect(stepName(a, b)).toMatch(/^[A-Z]?[a-z ]+$/)
    }),
  )
})
