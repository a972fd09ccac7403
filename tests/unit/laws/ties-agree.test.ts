import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { neighbourhood } from '../../../server/domain/neighbourhood.ts'
import { paths } from '../../../server/domain/paths.ts'
import { select } from '../../../server/domain/select.ts'
import { stats } from '../../../server/domain/stats.ts'
import { tiesOf } from '../../../server/domain/ties.ts'
import { BUCKETS, timeline } from '../../../server/domain/timeline.ts'
import type { Level } from '../../../server/domain/words.ts'
import { fit, fitFilter, filter, graph, question } from '../../support/arbitraries.ts'
import { toCriteria, viewOf, worldOf } from '../../support/asked.ts'
import { actorIndex } from '../../support/snapshots.ts'
import { selectEvents, type Filter } from '../../support/reference/filter.ts'
import { namesOf, plainTie } from '../../support/reference/plain.ts'
import * as reference from '../../support/reference/stats.ts'
import * as steps from '../../support/reference/steps.ts'
import * as ties from '../../support/reference/ties.ts'
import * as timelines from '../../support/reference/timeline.ts'
import type { World } from '../../support/reference/world.ts'
import type { View } from '../../../server/domain/view.ts'
import { numRuns } from '../../support/samples.ts'

const RUNS = { numRuns: numRuns(120, 3_000) }

/** Any graph under a few filters, as the product and the reference see it. */
function whatever(check: (view: View, world: World, narrowed: Filter, level: Level) => void) {
  fc.assert(
    fc.property(graph(), question, fc.array(filter, { minLength: 3, maxLength: 3 }), (drawn, any, filters) => {
      const asked = fit(drawn, any)
      const view = viewOf(drawn, asked)
      const world = worldOf(drawn, asked)
      for (const each of filters) check(view, world, fitFilter(drawn, each), asked.level)
    }),
    RUNS,
  )
}

function tiesIn(view: View, narrowed: Filter, level: Level) {
  const rows = select(view, toCriteria(view.snapshot, narrowed), { level, purpose: 'AGGREGATE' })
  return tiesOf(view, rows, level)
}

describe('what is the same as in the naive reference', () => {
  it('is the day under which it is read', () => {
    whatever((view, world) => expect(view.knownOn).toBe(world.knownOn))
  })

  it('is which events pass', () => {
    whatever((view, world, narrowed, level) => {
      const rows = select(view, toCriteria(view.snapshot, narrowed), { level, purpose: 'LIST' })
      expect(Array.from(rows, namesOf(view).event).sort()).toEqual(
        selectEvents(world, narrowed, level)
          .map((event) => event.id)
          .sort(),
      )
    })
  })

  it('are ties, at both levels and in order', () => {
    whatever((view, world, narrowed, level) => {
      expect(tiesIn(view, narrowed, level).map((tie) => plainTie(view, tie))).toEqual(ties.ties(world, narrowed, level))
    })
  })

  it('is the timeline', () => {
    whatever((view, world, narrowed) => {
      const criteria = toCriteria(view.snapshot, narrowed)
      const rows = select(view, criteria, { level: 'ACTOR', purpose: 'AGGREGATE' })
      for (const bucket of BUCKETS) {
        const { buckets, withoutStart, total } = timeline(view.snapshot.events, rows, criteria, bucket)
        const plain = buckets.map(({ start, counts }) => ({ start, counts }))
        expect({ buckets: plain, withoutStart, total }).toEqual(timelines.timeline(world, narrowed, bucket))
      }
    })
  })

  it('are the counts', () => {
    whatever((view, world, narrowed) => {
      const criteria = toCriteria(view.snapshot, narrowed)
      const rows = select(view, criteria, { level: 'ACTOR', purpose: 'AGGREGATE' })
      const { byActorKind: _, asKnownOn: __, ...counts } = stats(view, rows, criteria)
      expect(counts).toEqual(reference.stats(world, narrowed))
    })
  })

  it('are the paths, in order', () => {
    whatever((view, world, narrowed) => {
      const names = namesOf(view)
      const found = tiesIn(view, narrowed, 'ACTOR')
      for (const affiliations of [true, false]) {
        const options = { from: 0, to: 2, affiliations, maxLength: 4, first: 1000 }
        const list = paths(view, found, options)
        const expected = steps.paths(world, names.actor(0), names.actor(2), narrowed, affiliations, 4)
        const plain = list.items.map(({ steps: [first, ...rest], events }) => ({
          actors: [first!.from, first!.to, ...rest.map((step) => step.to)].map(names.actor),
          events,
        }))
        expect(plain).toEqual(expected)
        expect(list.total).toBe(expected.length)
      }
    })
  })

  it('are the steps to each neighbour', () => {
    whatever((view, world, narrowed, level) => {
      const names = namesOf(view)
      for (const depth of [1, 2, 4]) {
        const found = neighbourhood(view, tiesIn(view, narrowed, level), actorIndex(view.snapshot, 'x1'), depth, 100)
        const plain = found.members.map(({ actor, distance }) => [names.actor(actor), distance] as const)
        expect(new Map(plain)).toEqual(steps.distances(world, 'x1', depth, narrowed, level))
      }
    })
  })
})
