import { describe, expect, it } from 'vitest'
import { episodesOf } from '../../../server/domain/episodes.ts'
import { select } from '../../../server/domain/select.ts'
import { createView } from '../../../server/domain/view.ts'
import { snapshotOf } from '../../support/snapshots.ts'
import { aDay } from '../../support/records.ts'
import { contentsOf, type WorldEvent } from '../../support/worlds.ts'

const ACTORS = { uk: 'The United Kingdom', us: 'The United States' }

function idsByEpisode(events: readonly Omit<WorldEvent, 'actor' | 'target'>[], asKnownOn: string | null = null) {
  const snapshot = snapshotOf(
    contentsOf({ actors: ACTORS, events: events.map((event) => ({ actor: 'uk', target: 'us', ...event })) }),
  )
  const view = createView(snapshot, asKnownOn === null ? null : aDay(asKnownOn), null)
  const episodes = episodesOf(view, select(view, {}, { level: 'ACTOR', purpose: 'LIST' }))
  const id = (row: number) => snapshot.events.id.get(row).replace('world/', '')
  return episodes.map((episode) => ({ ...episode, ids: episode.rows.map(id) }))
}

describe('episodes', () => {
  it('join at 30 days and part at 31', () => {
    const joined = idsByEpisode([{ occurred: '2025-01-01' }, { occurred: '2025-01-31' }])
    expect(joined.map((episode) => episode.ids)).toEqual([['e0', 'e1']])
    const parted = idsByEpisode([{ occurred: '2025-01-01' }, { occurred: '2025-02-01' }])
    expect(parted.map((episode) => episode.ids)).toEqual([['e0'], ['e1']])
  })

  it('measure from the greatest latest day so far', () => {
    const [only] = idsByEpisode([
      { occurred: '2025-01-01/2025-06-01' },
      { occurred: '2025-01-05' },
      { occurred: '2025-06-20' },
    ])
    expect(only?.ids).toEqual(['e0', 'e1', 'e2'])
    expect(only?.first).toEqual({ earliest: aDay('2025-01-01'), latest: aDay('2025-01-05') })
    expect(only?.last).toEqual({ earliest: aDay('2025-06-20'), latest: aDay('2025-06-20') })
  })

  it('take scopes that read the same when trimmed and case-folded', () => {
    const scopes = ['Data', ' data ', 'DATA', 'other data', null]
    const made = idsByEpisode(scopes.map((scope) => ({ scope, occurred: '2025-01-01' })))
    expect(made.map((episode) => episode.ids)).toEqual([['e0', 'e1', 'e2'], ['e3'], ['e4']])
  })

  it.each([[{ kind: 'CONDEMNATION' as const }], [{ subtype: 'restriction' }], [{ stage: 'INTENT' as const }]])(
    'part where %j differs',
    (other) => {
      expect(idsByEpisode([{ occurred: '2025-01-01' }, { occurred: '2025-01-01', ...other }])).toHaveLength(2)
    },
  )

  it('have the status of the latest reported event', () => {
    const [episode] = idsByEpisode([
      { occurred: '2025-01-01', reported: '2025-03-01', history: [['CONFIRMED', '2025-03-02']] },
      { occurred: '2025-01-02', reported: '2025-02-01' },
    ])
    expect(episode?.status).toBe('CONFIRMED')
  })

  it('show the status as of the day', () => {
    const events = [
      {
        occurred: '2025-01-01',
        reported: '2025-03-01',
        history: [
          ['CONFIRMED', '2025-04-01'],
          ['REVERSED', '2025-05-01'],
        ] as const,
      },
    ]
    const statuses = ['2025-03-01', '2025-04-01', '2025-06-01'].map((on) => idsByEpisode(events, on)[0]?.status)
    expect(statuses).toEqual(['REPORTED', 'CONFIRMED', 'REVERSED'])
    expect(idsByEpisode(events, '2025-02-28')).toEqual([])
  })
})
