import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromAddress, toAddress } from '../../../client/state/view/address.ts'
import {
  endGesture,
  goOn,
  historyOf,
  isStepForth,
  redo,
  undo,
  type History,
} from '../../../client/state/view/history.ts'
import { withFlag } from '../../../client/state/time/steps.ts'
import {
  stepBack,
  withAsk,
  withBoth,
  withBoxTurned,
  withClaim,
  withCollection,
  withCompare,
  withFocus,
  withKind,
  withLevel,
  withListTurned,
  withMoved,
  withNextDraw,
  withOnlyKind,
  withPinned,
  withSelection,
  withSlot,
  withSortTurned,
  withSwitch,
  withWindow,
} from '../../../client/state/view/steps.ts'
import { CLAIMS, FIRST_VIEW, KINDS, SWITCHES, type View } from '../../../client/state/view/view.ts'
import { numRuns } from '../../support/samples.ts'
import { asks, days, ids, moves, selections, windows } from './views.ts'

type Step = (view: View) => View
const some = <T>(values: fc.Arbitrary<T>, step: (view: View, value: T) => View): fc.Arbitrary<Step> =>
  values.map((value) => (view) => step(view, value))
const orNull = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null })

/** Anything that a reader does to the view. */
const steps: fc.Arbitrary<Step> = fc.oneof(
  some(ids, withCollection),
  some(orNull(asks), withAsk),
  some(asks, (view, { toward, by }) => withSlot(view, { toward, by })),
  some(fc.tuple(fc.constantFrom(...SWITCHES), fc.boolean()), (view, [rule, on]) => withSwitch(view, rule, on)),
  some(fc.tuple(fc.constantFrom(...KINDS), fc.boolean()), (view, [kind, on]) => withKind(view, kind, on)),
  some(fc.constantFrom(...KINDS), withOnlyKind),
  some(fc.tuple(fc.constantFrom(...CLAIMS), fc.boolean()), (view, [claim, on]) => withClaim(view, claim, on)),
  some(fc.constantFrom('ACTOR' as const, 'TOP' as const), withLevel),
  fc.constant(withBoth),
  some(ids, withBoxTurned),
  some(orNull(selections), withSelection),
  some(orNull(selections), withPinned),
  some(orNull(ids), withFocus),
  some(orNull(days), withCompare),
  some(days, (view, day) => withFlag(view, 'known', day, null)),
  some(orNull(windows), withWindow),
  some(moves, withMoved),
  fc.constant(withListTurned),
  some(fc.constantFrom('known', 'actor'), withSortTurned),
  fc.constant(withNextDraw),
  fc.constant(stepBack),
)

const times = (count: number, turn: (history: History) => History, history: History): History => {
  let now = history
  for (let time = 0; time < count; time++) now = turn(now)
  return now
}

test('200 steps undone lead through every view back to the first, and redone forth to the last', () => {
  fc.assert(
    fc.property(fc.array(steps, { minLength: 200, maxLength: 200 }), (taken) => {
      const passed: View[] = [FIRST_VIEW]
      let history = historyOf(FIRST_VIEW)
      for (const step of taken) {
        history = goOn(history, step(history.now))
        if (history.past.length === passed.length) passed.push(history.now)
      }
      const count = history.past.length
      expect(history.now).toEqual(passed.at(-1))
      for (const view of passed.slice(0, -1).toReversed()) {
        history = undo(history)
        expect(history.now).toEqual(view)
      }
      expect(history.past).toEqual([])
      expect(undo(history)).toBe(history)
      expect(times(count, redo, history).now).toEqual(passed.at(-1))
    }),
    { numRuns: numRuns(20, 1000) },
  )
})

test('wherever steps lead, the address opens that view again', () => {
  fc.assert(
    fc.property(fc.array(steps, { maxLength: 30 }), (taken) => {
      const view = taken.reduce((now, step) => step(now), FIRST_VIEW)
      expect(fromAddress(toAddress(view))).toEqual(view)
    }),
  )
})

test('of more than 200 steps the last 200 are kept', () => {
  const view = (number: number): View => ({ ...FIRST_VIEW, focus: `actor-${number}` })
  let history = historyOf(view(0))
  for (let number = 1; number <= 250; number++) history = goOn(history, view(number))
  expect(history.past).toHaveLength(200)
  expect(times(300, undo, history).now).toEqual(view(50))
})

test('what is done after an undo takes the place of what was undone', () => {
  const listed = goOn(historyOf(FIRST_VIEW), withListTurned(FIRST_VIEW))
  const undone = undo(listed)
  const other = goOn(undone, withNextDraw(undone.now))
  expect(other.future).toEqual([])
  expect(undo(other).now).toEqual(FIRST_VIEW)
})

test('a drag is one step, named by what it did, and the next drag is another', () => {
  const drag = (history: History, y: number) =>
    endGesture([1, 2, 3].reduce((now, x) => goOn(now, withMoved(now.now, { actor: 'usa', x, y }), 'move'), history))
  const once = drag(historyOf(FIRST_VIEW), 0)
  expect(once.past.map(({ name }) => name)).toEqual(['place of an actor'])
  expect(undo(once).now).toEqual(FIRST_VIEW)
  const twice = drag(once, 1)
  expect(twice.past).toHaveLength(2)
  expect(undo(twice).now).toEqual(once.now)
})

test('a drag there and back is no step, and one that goes on is named by where it ended', () => {
  const window = { since: '2025-09-01', until: null }
  const drag = (history: History, to: View) => goOn(history, to, 'drag')
  const out = drag(historyOf(FIRST_VIEW), withWindow(FIRST_VIEW, window))
  const back = endGesture(drag(out, withWindow(out.now, null)))
  expect(back).toEqual(historyOf(FIRST_VIEW))
  const off = endGesture(drag(drag(historyOf(out.now), withKind(out.now, 'VIOLENCE', false)), FIRST_VIEW))
  expect(off.past.map(({ name }) => name)).toEqual(['window of time taken off'])
})

test('a step forth is told from undo, redo and the rest of a drag, also where no more steps are kept', () => {
  const next = (history: History, x: number, gesture: string | null = null) =>
    goOn(history, withMoved(history.now, { actor: 'usa', x, y: 0 }), gesture)
  let full = historyOf(FIRST_VIEW)
  for (let step = 0; step < 200; step++) full = next(full, step)
  expect(isStepForth(full, next(full, 200))).toBe(true)
  const undone = undo(full)
  expect(isStepForth(full, undone)).toBe(false)
  expect(isStepForth(undone, redo(undone))).toBe(false)
  expect(isStepForth(undone, next(undone, 300))).toBe(true)
  const dragged = next(full, 400, 'drag')
  expect(isStepForth(full, dragged)).toBe(true)
  expect(isStepForth(dragged, next(dragged, 401, 'drag'))).toBe(false)
})

test('a view that is the same is no step', () => {
  const history = historyOf(FIRST_VIEW)
  expect(goOn(history, structuredClone(FIRST_VIEW))).toBe(history)
})
