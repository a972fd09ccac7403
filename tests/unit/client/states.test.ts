import { describe, expect, test } from 'vitest'
import type { Answer } from '../../../client/state/answers/answer.ts'
import type { Asking } from '../../../client/state/answers/asking.ts'
import { toNothing, type Seen } from '../../../client/state/states/nothing.ts'
import { tooMuchWords } from '../../../client/state/states/too-much.ts'
import { KINDS, FIRST_VIEW, type View } from '../../../client/state/view/view.ts'
import { reachOf } from '../../../client/api/reach.ts'
import { actorName, collection, eventRow, network } from './made.ts'

const EVENTS = [eventRow('1', 'canada', 'us', 'SUSPENSION'), eventRow('2', 'canada', 'us', 'COOPERATION')]

const seen = (view: Partial<View> = {}, given: Partial<Seen> = {}): Seen => ({
  view: { ...FIRST_VIEW, ...view },
  collection: collection(),
  asKnownOn: '2025-11-11',
  network: network(EVENTS),
  asking: null,
  answer: null,
  ...given,
})

const asking: Asking = {
  id: 'q',
  kind: 'DISTANCING',
  text: 'Who distanced themselves from Canada?',
  toward: actorName('canada'),
  by: null,
  scope: null,
  dates: [],
}

/** An answer without rows; the switch of condemnations would add one. */
const noRows = {
  main: { title: '', columns: [], rows: [] },
  switches: [{ rule: 'CONDEMNATION', on: false, adds: { rows: 1, acts: 1 }, admits: 0 }],
} as unknown as Answer

/** What each way on makes of the view, by its label. */
function waysFrom(start: Seen): Readonly<Record<string, Partial<View>>> {
  const { ways } = toNothing(start) ?? expect.fail('something is shown')
  return Object.fromEntries(ways.map(({ label, step }) => [label, step(start.view)]))
}

describe('where nothing is shown', () => {
  test('a picture with events, and two days that are compared, are no such place', () => {
    expect(toNothing(seen())).toBeNull()
    expect(toNothing(seen({ compare: '2025-10-01' }, { network: network([]) }))).toBeNull()
  })

  test('an answer without rows says what was looked for, what there is instead, and what a switch would add', () => {
    const start = seen(
      { ask: { kind: 'DISTANCING', toward: 'canada', by: null, scope: null } },
      { asking, answer: noRows },
    )
    expect(toNothing(start)).toMatchObject({
      title: 'No one did, as known on 11 November 2025.',
      text: 'No suspension toward the CANADA is in this case. Its one tie, with 2 events, runs from the CANADA to the US.',
    })
    expect(waysFrom(start)).toMatchObject({
      'Show CANADA’s tie': { ask: null, selection: { what: 'tie', actor: 'canada', target: 'us' } },
      'Count condemnations (+1)': { include: ['CONDEMNATION'] },
      'Back to the case': { ask: null, selection: null },
    })
  })

  test('a suspension that is only offered is not denied', () => {
    const offered = { ...noRows, switches: [{ rule: 'THREATENED', on: false, adds: { rows: 0, acts: 1 }, admits: 0 }] }
    expect(toNothing(seen({}, { asking, answer: offered as unknown as Answer }))?.text).toMatch(
      /^No suspension that is done toward/,
    )
  })

  test('an answer that is still on its way says nothing', () => {
    expect(toNothing(seen({}, { asking }))).toBeNull()
  })

  test('a day before anything was known leads to the last day, a window to every day', () => {
    const none = network([])
    const early = seen({ asKnownOn: '2025-10-01' }, { network: none, asKnownOn: '2025-10-01' })
    expect(toNothing(early)?.title).toBe('Nothing was known on 1 October 2025.')
    expect(waysFrom(early)).toMatchObject({ 'As known on 11 Nov 2025': { asKnownOn: null } })
    const window = seen({ window: { since: '2020-01-01', until: null } }, { network: none })
    expect(toNothing(window)?.text).toContain('Since 1 Jan 2020')
    expect(waysFrom(window)).toMatchObject({ 'Take the days off': { window: null } })
  })

  test('kinds that are all switched off are switched on again, and claims with them', () => {
    expect(waysFrom(seen({ hidden: KINDS }))).toMatchObject({ 'Show all kinds': { hidden: [] } })
    expect(waysFrom(seen({ hidden: ['SUSPENSION'], hiddenClaims: ['SINGLE_ORIGIN'] }))).toMatchObject({
      'Show all kinds and claims': { hidden: [], hiddenClaims: [] },
    })
    expect(toNothing(seen({ hidden: ['SUSPENSION'] }))).toBeNull()
  })
})

test('a part of the ties says which part', () => {
  const all = network(EVENTS)
  expect(tooMuchWords(all)).toBeNull()
  const ties = { ...all.ties, total: 4064, truncated: true }
  expect(tooMuchWords({ ...all, ties })).toEqual({
    drawn: '1 of 4,064 ties drawn, the strongest.',
    rest: 'The other 4,063 have at most 2 events each. Counts and answers use all of them.',
  })
})

test.each([
  [200, { data: {} }, 'here'],
  [503, { errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }] }, 'here'],
  [503, { errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE', eventsRead: 12 } }] }, 'starting'],
  [502, undefined, 'gone'],
  [404, undefined, 'here'],
])('an answer %i with %j says that the server is %s', (status, body, is) => {
  expect(reachOf(status, body).is).toBe(is)
})
