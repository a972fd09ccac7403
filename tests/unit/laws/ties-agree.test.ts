import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BUCKETS } from '../../../server/domain/timeline.ts'
import type { View } from '../../../server/domain/view.ts'
import type { Level } from '../../../server/domain/words.ts'
import { graph } from '../../support/arbitraries.ts'
import { fit, fitFilter, filter, question } from '../../support/arbitrary-questions.ts'
import { viewOf, worldOf } from '../../support/asked.ts'
import {
  eventsBeside,
  neighboursBeside,
  pathsBeside,
  statsBeside,
  tiesBeside,
  timelineBeside,
  type Beside,
} from '../../support/reference/agreement.ts'
import type { Filter } from '../../support/reference/filter.ts'
import type { World } from '../../support/reference/world.ts'
import { numRuns } from '../../support/samples.ts'

const RUNS = { numRuns: numRuns(60, 3_000) }

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

function expectSame({ said, expected }: Beside): void {
  expect(said).toEqual(expected)
}

describe('what is the same as in the naive reference', () => {
  it('is the day under which it is read', () => {
    whatever((view, world) => expect(view.knownOn).toBe(world.knownOn))
  })

  it('is which events pass', () => {
    whatever((view, world, narrowed, level) => expectSame(eventsBeside(view, world, narrowed, level)))
  })

  it('are ties, at both levels and in order', () => {
    whatever((view, world, narrowed, level) => expectSame(tiesBeside(view, world, narrowed, level)))
  })

  it('is the timeline', () => {
    whatever((view, world, narrowed) => {
      for (const bucket of BUCKETS) expectSame(timelineBeside(view, world, narrowed, bucket))
    })
  })

  it('are the counts', () => {
    whatever((view, world, narrowed) => expectSame(statsBeside(view, world, narrowed)))
  })

  it('are the paths, in order', () => {
    whatever((view, world, narrowed) => {
      for (const affiliations of [true, false]) {
        expectSame(pathsBeside(view, world, narrowed, ['x0', 'x2'], affiliations))
      }
    })
  })

  it('are the steps to each neighbour', () => {
    whatever((view, world, narrowed, level) => {
      for (const depth of [1, 2, 4]) expectSame(neighboursBeside(view, world, narrowed, level, 'x1', depth))
    })
  })
})
