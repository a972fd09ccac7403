import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { change, undo } from '../../../client/state/actions.ts'
import { $catalogue, $history, $view } from '../../../client/state/app.ts'
import { $playing, stopPlay, turnPlay } from '../../../client/state/time/play.ts'
import { $timed } from '../../../client/state/time/timed.ts'
import type { Catalogue } from '../../../client/state/types.ts'
import { historyOf } from '../../../client/state/view/history.ts'
import { withSelection } from '../../../client/state/view/steps.ts'
import { FIRST_VIEW } from '../../../client/state/view/view.ts'
import { collection, eventRow } from './made.ts'

beforeEach(() => {
  vi.useFakeTimers()
  $catalogue.set({ state: 'ok', value: { collections: [collection()], questions: [] } as unknown as Catalogue })
  const events = [eventRow('e', 'uk', 'us', 'SUSPENSION')]
  $timed.set({ state: 'ok', value: { collection: 'case', events, buckets: null } })
  $history.set(historyOf({ ...FIRST_VIEW, clock: 'KNOWN', asKnownOn: '2025-10-01' }))
  turnPlay()
  vi.advanceTimersByTime(2000)
})

afterEach(() => {
  stopPlay()
  vi.useRealTimers()
})

test('what is taken back while it plays stays taken back, and can be done again', () => {
  const played = $view.get().asKnownOn
  expect(played).not.toBe('2025-10-01')
  undo()
  vi.advanceTimersByTime(2000)
  expect($view.get().asKnownOn).toBe('2025-10-01')
  expect($playing.get()).toBe(false)
  expect($history.get().future.map(({ view }) => view.asKnownOn)).toEqual([played])
})

test('details that are opened while it plays leave it playing', () => {
  change((view) => withSelection(view, { what: 'event', id: 'e' }))
  const { asKnownOn } = $view.get()
  vi.advanceTimersByTime(2000)
  expect($playing.get()).toBe(true)
  expect($view.get().asKnownOn).not.toBe(asKnownOn)
})
