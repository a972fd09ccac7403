import { beforeEach, expect, test } from 'vitest'
import { $beside, $catalogue, $history, $network, type Asked } from '../../../client/state/app.ts'
import { eventsOf } from '../../../client/state/picture/events-of.ts'
import { $compact } from '../../../client/state/picture/compact.ts'
import { $panes, $picture } from '../../../client/state/picture/panes.ts'
import type { Catalogue, Network } from '../../../client/state/types.ts'
import { historyOf } from '../../../client/state/view/history.ts'
import { FIRST_VIEW, type View } from '../../../client/state/view/view.ts'
import { collection, eventRow, network } from './made.ts'

const PARTS = [
  { from: 'fleet', to: 'us' },
  { from: 'staff', to: 'us' },
]
const EVENTS = [
  eventRow('own', 'uk', 'us', 'SUSPENSION'),
  eventRow('toward-part', 'uk', 'fleet', 'SUSPENSION'),
  eventRow('inside', 'fleet', 'staff', 'CONDEMNATION'),
]
const made = network(EVENTS, PARTS)

const look = (view: Partial<View>) => $history.set(historyOf({ ...FIRST_VIEW, ...view }))
const asked = (asKnownOn: string, of: Network = made): { state: 'ok'; value: Asked } => ({
  state: 'ok',
  value: { network: of, level: 'ACTOR', collection: 'case', asKnownOn },
})

beforeEach(() => {
  const catalogue = { collections: [collection()], questions: [] } as unknown as Catalogue
  $catalogue.set({ state: 'ok', value: catalogue })
  $network.set(asked('2025-11-11'))
  $beside.set({ state: 'idle' })
  $compact.set(false)
  look({})
})

test('of two days the later is the main pane, while a flag moves and the data are of the day before too', () => {
  $beside.set(asked('2025-10-01', network([], [], '2025-10-01')))
  for (const asKnownOn of ['2025-11-11', '2025-11-01', '2025-10-20']) {
    look({ compare: '2025-10-01', asKnownOn })
    expect($panes.get().map(({ id }) => id)).toEqual(['beside', 'main'])
  }
})

test('tables and lanes speak of the picture that is drawn, its single boxes too', () => {
  look({ boxes: ['us'] })
  expect($picture.get()).toBe($panes.get()[0]?.picture)
  expect($picture.get().actors.map(({ id }) => id)).toEqual(['uk', 'us'])
})

test('a tie and an actor have the events that the picture draws for them, a closed box those inside', () => {
  look({ boxes: ['us'] })
  const of = (selection: View['selection']) => eventsOf(selection, $panes.get(), made)
  expect(of({ what: 'tie', actor: 'uk', target: 'us' })).toEqual(new Set(['own', 'toward-part']))
  expect(of({ what: 'tie', actor: 'us', target: 'us' })).toEqual(new Set(['inside']))
  expect(of({ what: 'actor', id: 'us' })).toEqual(new Set(['own', 'toward-part', 'inside']))
  expect(of({ what: 'actor', id: 'staff' })).toEqual(new Set(['inside']))
  expect(of({ what: 'event', id: 'own' })).toBeNull()
})

test('a narrow page closes the boxes of the actors but those that were opened there; what a link closes stays closed', () => {
  const drawn = (view: Partial<View>) => {
    look(view)
    return $picture.get().actors.map(({ id }) => id)
  }
  $compact.set(true)
  expect(drawn({})).toEqual(['uk', 'us'])
  expect(drawn({ unfolded: ['us'] })).toEqual(['fleet', 'staff', 'uk', 'us'])
  expect(drawn({ boxes: ['us'] })).toEqual(['uk', 'us'])
  expect(drawn({ level: 'TOP', boxes: ['us'] })).toEqual(['fleet', 'staff', 'uk', 'us'])
  $compact.set(false)
  expect(drawn({ unfolded: ['us'] })).toEqual(['fleet', 'staff', 'uk', 'us'])
  expect(drawn({ boxes: ['us'], unfolded: [] })).toEqual(['uk', 'us'])
})
