import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromAddress, toAddress } from '../../../client/state/view/address.ts'
import { endGesture, goOn, historyOf, redo, undo, type History } from '../../../client/state/view/history.ts'
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
  some(orNull(days), (view, asKnownOn) => ({ ...view, asKnownOn })),
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
  const drag = (history: History, actor: string) =>
    endGesture([1, 2, 3].reduce((now, x) => goOn(now, withMoved(now.now, { actor, x, y: 0 }), actor), history))
  const once = drag(historyOf(FIRST_VIEW), 'usa')
  expect(once.past.map(({ name }) => name)).toEqual(['place of an actor'])
  expect(undo(once).now).toEqual(FIRST_VIEW)
  const twice = drag(once, 'usa')
  expect(twice.past).toHaveLength(2)
  expect(undo(twice).now).toEqual(once.now)
})

test('a view that is the same is no step', () => {
  const history = historyOf(FIRST_VIEW)
  expect(goOn(history, structuredClone(FIRST_VIEW))).toBe(history)
})
