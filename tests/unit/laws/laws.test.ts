import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDay } from '../../../server/domain/days.ts'
import { formatDay } from '../../../server/domain/days.ts'
import type { Distancing, DistancingRow } from '../../../server/domain/distancing/types.ts'
import { parseEdtf } from '../../../server/domain/edtf.ts'
import type { CollectionContents, EventRecord, EvidenceRecord } from '../../../server/domain/records.ts'
import { select } from '../../../server/domain/select.ts'
import { tiesOf } from '../../../server/domain/ties.ts'
import type { View } from '../../../server/domain/view.ts'
import { day, graph, reportDay, type Graph } from '../../support/arbitraries.ts'
import { fit, question } from '../../support/arbitrary-questions.ts'
import { ask, viewOf } from '../../support/asked.ts'
import { namesOf, plainAnswer, plainTie } from '../../support/reference/plain.ts'
import { numRuns } from '../../support/samples.ts'

const RUNS = { numRuns: numRuns(60, 2_500) }
const questions = fc.array(question, { minLength: 3, maxLength: 3 })

/** Ids of what is visible. */
function known(view: View): string[] {
  return Array.from(select(view, {}, { level: 'ACTOR', purpose: 'LIST' }), namesOf(view).event).sort()
}

/** Everything that is told of a view: the answer, the ties at its level, the events. */
function everything(view: View, asked: Parameters<typeof ask>[1]) {
  const rows = select(view, {}, { level: asked.level, purpose: 'AGGREGATE' })
  return {
    answer: plainAnswer(view, ask(view, asked)),
    ties: tiesOf(view, rows, asked.level).map((tie) => plainTie(view, tie)),
    known: known(view),
  }
}

function pairOf(view: View, row: DistancingRow): string {
  const names = namesOf(view)
  return `${names.actor(row.who)}>${names.actor(row.fromWhom)}`
}

/** Pairs of the rows that pass, each once. */
function pairs(view: View, answer: Distancing, passes: (row: DistancingRow) => boolean = () => true): string[] {
  return answer.rows.filter(passes).map((row) => pairOf(view, row))
}

const isFirstMover = (row: DistancingRow) => row.lag?.min === 0 && row.lag.max === 0

/** Every value of `some` is among `all`. */
function expectWithin(some: readonly string[], all: readonly string[]) {
  expect(some.filter((each) => !all.includes(each))).toEqual([])
}

/** The graph with one of its events, or none where it has none, put in another way. */
function withEvent(drawn: Graph, at: number, change: (event: EventRecord) => EventRecord): Graph {
  const all = drawn.contents.flatMap((each) => each.events)
  const chosen = all[at % Math.max(1, all.length)]
  const contents = drawn.contents.map((each) => ({
    ...each,
    events: each.events.map((event) => (event === chosen ? change(event) : event)),
  }))
  return { ...drawn, contents }
}

describe('the order of input', () => {
  it('does not matter', () => {
    fc.assert(
      fc.property(graph(), questions, fc.infiniteStream(fc.nat()), (drawn, asks, numbers) => {
        const shuffled = <T>(items: readonly T[]): T[] =>
          items
            .map((item) => ({ item, place: numbers.next().value ?? 0 }))
            .sort((a, b) => a.place - b.place)
            .map(({ item }) => item)
        const contents = shuffled(drawn.contents).map((each): CollectionContents => ({
          ...each,
          actors: shuffled(each.actors),
          affiliations: shuffled(each.affiliations),
          sources: shuffled(each.sources),
          events: shuffled(each.events).map((event) => ({ ...event, evidence: shuffled(event.evidence) })),
        }))
        const mixed = { ...drawn, contents }
        for (const asked of asks.map((each) => fit(drawn, each))) {
          const [one, other] = [viewOf(drawn, asked), viewOf(mixed, asked)]
          expect(everything(other, asked)).toEqual(everything(one, asked))
        }
      }),
      RUNS,
    )
  })
})

describe('splitting a batch', () => {
  it('does not matter', () => {
    fc.assert(
      fc.property(graph(), questions, (drawn, asks) => {
        for (const asked of asks.map((each) => fit(drawn, each))) {
          const whole = everything(viewOf(drawn, asked), asked)
          for (const batches of [2, 3, 4]) expect(everything(viewOf(drawn, asked, batches), asked)).toEqual(whole)
        }
      }),
      RUNS,
    )
  })
})

describe('a switch', () => {
  it('only adds rows and acts, as many as it said', () => {
    fc.assert(
      fc.property(graph(), questions, (drawn, asks) => {
        for (const asked of asks.map((each) => fit(drawn, each))) {
          const view = viewOf(drawn, asked)
          const off = plainAnswer(view, ask(view, asked))
          for (const { rule, rows, acts } of off.switches) {
            const on = plainAnswer(view, ask(view, { ...asked, include: [...asked.include, rule] }))
            const told = (answer: typeof off) =>
              answer.rows.flatMap((row) => row.acts.map((act) => JSON.stringify([row.who, row.fromWhom, act])))
            const added = told(on).filter((act) => !told(off).includes(act))
            expectWithin(told(off), told(on))
            expectWithin(
              off.internal.map((act) => JSON.stringify(act)),
              on.internal.map((act) => JSON.stringify(act)),
            )
            expect({ rows: on.rows.length - off.rows.length, acts: added.length }).toEqual({ rows, acts })
          }
        }
      }),
      RUNS,
    )
  })
})

describe('evidence that denies', () => {
  const denial = fc.record({ about: fc.constantFrom('ACT', 'CONTENT'), on: reportDay, relayed: fc.boolean() })

  /** The event with one more piece of evidence, whose source is published on a day of its own. */
  function denied(
    drawn: Graph,
    at: number,
    { about, on, relayed }: typeof denial extends fc.Arbitrary<infer T> ? T : never,
  ) {
    const graph = withEvent(drawn, at, (event) => {
      const more: EvidenceRecord = {
        id: 'denial',
        source: `${event.collection}/denial`,
        relayedFrom: relayed ? `${event.collection}/s0` : null,
        speaker: null,
        quote: null,
        paraphrase: null,
        locator: null,
        stance: 'DENIES',
        about,
      }
      return { ...event, evidence: [...event.evidence, more] }
    })
    const contents = graph.contents.map((each) => {
      const { id } = each.collection
      const source = {
        id: `${id}/denial`,
        collection: id,
        publisher: 'Denier',
        title: null,
        url: null,
        published: on,
        reliability: 'F',
      } as const
      return { ...each, sources: [...each.sources, source] }
    })
    return { ...graph, contents }
  }

  it('never adds a row, an origin, a known event or a first mover', () => {
    fc.assert(
      fc.property(graph(), questions, fc.nat(), denial, (drawn, asks, at, word) => {
        const after = denied(drawn, at, word)
        for (const asked of asks.map((each) => fit(drawn, each))) {
          const [before, now] = [viewOf(drawn, asked), viewOf(after, asked)]
          const [had, has] = [ask(before, asked), ask(now, asked)]
          const origins = (view: View, answer: Distancing) =>
            plainAnswer(view, answer).rows.flatMap((row) =>
              row.origins.map((origin) => `${row.who}>${row.fromWhom}: ${origin}`),
            )
          expectWithin(known(now), known(before))
          expectWithin(pairs(now, has), pairs(before, had))
          expectWithin(origins(now, has), origins(before, had))
          expectWithin(pairs(now, has, isFirstMover), pairs(before, had, isFirstMover))
        }
      }),
      RUNS,
    )
  })
})

describe('widening the days of an act that took one day', () => {
  it('never makes a first mover, a lag or a "still", without a window and dated affiliations', () => {
    const days = fc.nat({ max: 70 })
    fc.assert(
      fc.property(graph({ datedAffiliations: false }), questions, fc.nat(), days, days, (drawn, asks, at, down, up) => {
        const wide = withEvent(drawn, at, (event) => {
          const { throughout, earliest, latest } = parseEdtf(event.occurred)
          return throughout
            ? event
            : { ...event, occurred: `[${formatDay(earliest - down)}..${formatDay(latest + up)}]` }
        })
        for (const asked of asks.map((each) => ({ ...fit(drawn, each), since: undefined, until: undefined }))) {
          const [before, now] = [viewOf(drawn, asked), viewOf(wide, asked)]
          const [had, has] = [ask(before, asked), ask(now, asked)]
          const still = (view: View, answer: Distancing) =>
            plainAnswer(view, answer).rows.flatMap((row) =>
              row.continues.flatMap((each) => each.events.map((event) => `${row.who}>${row.fromWhom}: ${event}`)),
            )
          expectWithin(pairs(now, has, isFirstMover), pairs(before, had, isFirstMover))
          expectWithin(
            pairs(now, has, (row) => row.lag !== null),
            pairs(before, had, (row) => row.lag !== null),
          )
          expectWithin(still(now, has), still(before, had))
        }
      }),
      RUNS,
    )
  })
})

describe('what is known', () => {
  it('grows with the date', () => {
    fc.assert(
      fc.property(graph(), fc.array(reportDay, { minLength: 2, maxLength: 6 }), (drawn, dates) => {
        const sets = dates
          .toSorted((a, b) => a - b)
          .map((asKnownOn) => known(viewOf(drawn, { asKnownOn, collections: null })))
        for (const [at, set] of sets.entries()) expectWithin(sets[at - 1] ?? [], set)
      }),
      RUNS,
    )
  })

  it('is all known by default', () => {
    fc.assert(
      fc.property(graph(), (drawn) => {
        const view = viewOf(drawn, { asKnownOn: null, collections: null })
        expect(known(view)).toEqual(known(viewOf(drawn, { asKnownOn: 40_000, collections: null })))
        expect(isDay(view.knownOn) || known(view).length === 0).toBe(true)
      }),
      RUNS,
    )
  })
})

describe('rolling up twice', () => {
  it('is rolling up once, and never leaves the line upward', () => {
    fc.assert(
      fc.property(graph({ maxEvents: 0 }), question, fc.array(day, { maxLength: 8 }), (drawn, any, days) => {
        const { rollUp, snapshot } = viewOf(drawn, fit(drawn, any))
        for (const { index } of snapshot.actors) {
          for (const on of days) {
            const top = rollUp.top(index, on)
            expect(rollUp.top(top, on)).toBe(top)
            expect(rollUp.isUnder(index, top, on)).toBe(true)
          }
        }
      }),
      RUNS,
    )
  })
})
