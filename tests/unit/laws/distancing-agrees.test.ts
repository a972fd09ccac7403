import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BEFORE_ALL } from '../../../server/domain/days.ts'
import { graph } from '../../support/arbitraries.ts'
import { fit, question } from '../../support/arbitrary-questions.ts'
import { ask, viewOf, worldOf } from '../../support/asked.ts'
import { distancing } from '../../support/reference/distancing.ts'
import { plainAnswer, plainReference, restoredDays } from '../../support/reference/plain.ts'
import { numRuns } from '../../support/samples.ts'

describe('the distancing answer', () => {
  it('is that of the naive reference, whatever is asked of any graph', () => {
    fc.assert(
      fc.property(graph(), fc.array(question, { minLength: 4, maxLength: 4 }), (drawn, questions) => {
        for (const any of questions) {
          const asked = fit(drawn, any)
          const view = viewOf(drawn, asked)
          const answer = ask(view, asked)
          const expected = distancing(worldOf(drawn, asked), asked)
          expect(plainAnswer(view, answer)).toEqual(plainReference(expected))
          for (const { told, may } of restoredDays(answer, expected)) {
            expect(may.length === 0 ? [null] : may).toContain(told)
          }
          for (const row of answer.rows.filter((each) => each.restored?.known)) {
            const days = row.acts
              .filter((act) => act.admittedBy === 'STRICT')
              .map((act) => act.restored.on ?? BEFORE_ALL)
            expect(row.restored?.on).toBe(Math.max(...days))
          }
        }
      }),
      { numRuns: numRuns(150, 10_000) },
    )
  })
})
