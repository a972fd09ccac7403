import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDay, type Day, type DaySpan } from '../../../server/domain/days.ts'
import type { Distancing, DistancingRow } from '../../../server/domain/distancing/types.ts'
import type { Episode } from '../../../server/domain/episodes.ts'
import { actSentence } from '../../../server/domain/sentences/act-sentence.ts'
import { answerSentence } from '../../../server/domain/sentences/answer-sentence.ts'
import { eventSentence } from '../../../server/domain/sentences/event-sentence.ts'
import { rowSentence } from '../../../server/domain/sentences/row-sentence.ts'
import { select } from '../../../server/domain/select.ts'
import type { Row } from '../../../server/domain/snapshot.ts'
import { statusOn, type View } from '../../../server/domain/view.ts'
import { STAGES } from '../../../server/domain/words.ts'
import { graph } from '../../support/arbitraries.ts'
import { fit, question } from '../../support/arbitrary-questions.ts'
import { ask, viewOf } from '../../support/asked.ts'
import { numRuns } from '../../support/samples.ts'
import { readTold } from '../../support/told.ts'

/** Any view with what was asked of it. */
function whatever(check: (view: View, answer: Distancing) => void) {
  fc.assert(
    fc.property(graph(), fc.array(question, { minLength: 4, maxLength: 4 }), (drawn, asks) => {
      for (const asked of asks.map((each) => fit(drawn, each))) {
        const view = viewOf(drawn, asked)
        check(view, ask(view, asked))
      }
    }),
    { numRuns: numRuns(60, 3_000) },
  )
}

/** What a sentence may draw on. */
interface Cited {
  readonly actors: readonly number[]
  readonly spans: readonly DaySpan[]
  readonly days: readonly Day[]
  readonly numbers: readonly number[]
  readonly scopes: readonly string[]
}

function citedBy({ snapshot: { events } }: View, row: DistancingRow): Cited {
  const episodes: readonly Episode[] = [...row.acts, ...row.continues]
  const rows = episodes.flatMap((episode) => episode.rows)
  const spans = [
    ...rows.map((each) => ({ earliest: events.earliest[each] as Day, latest: events.latest[each] as Day })),
    ...episodes.flatMap((episode) => [episode.first, episode.last]),
  ]
  return {
    actors: [row.who, row.fromWhom, ...episodes.flatMap((episode) => [episode.actor, episode.target])],
    spans,
    days: [...spans.flatMap((span) => [span.earliest, span.latest]), ...(row.restored?.on ? [row.restored.on] : [])],
    // Counts: of the events of an act, of acts and of cooperation, less the three that are told.
    numbers: [...episodes.map((each) => each.rows.length), row.acts.length - 3, row.continues.length - 3],
    scopes: rows.map((each) => events.scopes[events.scope[each] as number] ?? ''),
  }
}

function together(all: readonly Cited[], more: Partial<Cited>): Cited {
  return {
    actors: [...all.flatMap((each) => each.actors), ...(more.actors ?? [])],
    spans: [...all.flatMap((each) => each.spans), ...(more.spans ?? [])],
    days: [...all.flatMap((each) => each.days), ...(more.days ?? [])],
    numbers: [...all.flatMap((each) => each.numbers), ...(more.numbers ?? [])],
    scopes: all.flatMap((each) => each.scopes),
  }
}

function expectOnlyCited(view: View, text: string, cited: Cited) {
  const { actors } = view.snapshot
  const names = cited.actors.map((actor) => actors[actor]?.name)
  for (const { name } of actors) if (text.includes(name)) expect(names).toContain(name)
  for (const scope of ['arms', 'grain']) {
    if (text.toLowerCase().includes(scope)) expect(cited.scopes.join().toLowerCase()).toContain(scope)
  }
  const told = readTold(text)
  for (const span of told.spans) expect(cited.spans).toContainEqual(span)
  for (const day of told.days) expect(cited.days).toContain(day)
  for (const number of told.numbers) expect(cited.numbers).toContain(number)
}

const countOf = (text: string, words: string) => text.split(words).length - 1

function isCoded({ snapshot: { events, collections } }: View, row: Row): boolean {
  return collections[events.collection[row] as number]?.kind === 'DATA_SET'
}

describe('every name, number and date in a sentence', () => {
  it('stands in the row that it tells', () => {
    whatever((view, answer) => {
      for (const row of answer.rows) expectOnlyCited(view, rowSentence(view, row), citedBy(view, row))
    })
  })

  it('stands in the rows that the answer cites, in what was asked, or is a count of rows', () => {
    whatever((view, answer) => {
      const { query, rows } = answer
      const asked = [query.toward, query.by].filter((actor) => actor !== undefined)
      const window = [query.since, query.until].filter((day) => day !== undefined)
      const more = {
        actors: asked,
        spans: [{ earliest: window[0] ?? 0, latest: window[1] ?? 0 }],
        days: [view.knownOn, ...window],
        numbers: [rows.length, rows.length - 5, answer.internal.length],
      }
      // Cooperation that goes on is told by the rows alone.
      const cited = rows.slice(0, 5).map((row) => citedBy(view, { ...row, continues: [] }))
      expectOnlyCited(view, answerSentence(view, answer), together(cited, more))
    })
  })

  it('stands in the act or event that it tells', () => {
    whatever((view, answer) => {
      const { events } = view.snapshot
      for (const act of answer.internal) {
        const alone = { who: act.actor, fromWhom: act.target, acts: [act], continues: [], restored: null }
        expectOnlyCited(view, actSentence(view, act), citedBy(view, { ...answer.rows[0], ...alone } as DistancingRow))
      }
      for (const row of select(view, {}, { level: 'ACTOR', purpose: 'LIST' })) {
        const span = { earliest: events.earliest[row] as Day, latest: events.latest[row] as Day }
        expectOnlyCited(view, eventSentence(view, row), {
          actors: [events.actor[row] as number, events.target[row] as number],
          spans: [span],
          days: [span.earliest, span.latest],
          numbers: [],
          scopes: [events.scopes[events.scope[row] as number] ?? ''],
        })
      }
    })
  })
})

describe('a sentence leaves nothing out', () => {
  /** Days and ends of spans that are days. */
  const ends = (text: string): Day[] => {
    const { days, spans } = readTold(text)
    return [...days, ...spans.flatMap((span) => [span.earliest, span.latest])]
  }

  it('of when: every day that bounds an event, or the first and the last of several', () => {
    whatever((view, answer) => {
      const { events } = view.snapshot
      for (const row of select(view, {}, { level: 'ACTOR', purpose: 'LIST' })) {
        const bounds = [events.earliest[row] as Day, events.latest[row] as Day]
        expect(ends(eventSentence(view, row))).toEqual(expect.arrayContaining(bounds.filter(isDay)))
      }
      for (const act of answer.rows.flatMap((row) => row.acts)) {
        const bounds = [act.first.earliest, act.first.latest, act.last.earliest, act.last.latest]
        expect(ends(actSentence(view, act))).toEqual(expect.arrayContaining(bounds.filter(isDay)))
      }
    })
  })

  it('of who acted, also where another stands for them', () => {
    whatever((view, answer) => {
      const { actors } = view.snapshot
      for (const row of answer.rows) {
        const text = rowSentence(view, { ...row, continues: [] })
        const meant = row.acts.slice(0, 3).flatMap((act) => [act.actor, act.target])
        for (const actor of [row.who, row.fromWhom, ...meant]) expect(text).toContain(actors[actor]?.name)
      }
    })
  })
})

describe('a sentence says no more than is known', () => {
  const told = (view: View, answer: Distancing): string[] => [
    answerSentence(view, answer),
    ...answer.rows.map((row) => rowSentence(view, row)),
    ...[...answer.internal, ...answer.rows.flatMap((row) => row.acts)].map((act) => actSentence(view, act)),
    ...Array.from(select(view, {}, { level: 'ACTOR', purpose: 'LIST' }), (row) => eventSentence(view, row)),
  ]

  it('never that ties were cut, nor that something was not done', () => {
    whatever((view, answer) => {
      for (const text of told(view, answer)) expect(text).not.toMatch(/cut\w* (\w+ )?ties|did not|didn't|never/i)
      if (answer.rows.length === 0) expect(answerSentence(view, answer)).toContain('none is recorded')
    })
  })

  it('never what is reported without "reported", nor what is coded without "coded"', () => {
    whatever((view, answer) => {
      for (const row of select(view, {}, { level: 'ACTOR', purpose: 'LIST' })) {
        if (statusOn(view, row) === 'REPORTED') {
          expect(eventSentence(view, row)).toContain(isCoded(view, row) ? 'coded as' : 'reported to')
        }
      }
      for (const { acts, ...row } of answer.rows) {
        const text = rowSentence(view, { ...row, acts, continues: [] })
        const reported = acts.slice(0, 3).filter((act) => act.status === 'REPORTED')
        const coded = reported.filter((act) => isCoded(view, act.rows[0] as Row))
        expect(countOf(text, 'coded as')).toBeGreaterThanOrEqual(coded.length)
        expect(countOf(text, 'reported to')).toBeGreaterThanOrEqual(reported.length - coded.length)
        for (const act of reported) {
          expect(actSentence(view, act)).toContain(isCoded(view, act.rows[0] as Row) ? 'coded as' : 'reported to')
        }
      }
    })
  })

  it('"still" only of cooperation that surely goes on, and as reported or coded unless all of it is confirmed', () => {
    whatever((view, answer) => {
      for (const row of answer.rows) {
        const all = rowSentence(view, row)
        const acts = rowSentence(view, { ...row, continues: [] })
        expect(all.startsWith(acts)).toBe(true)
        expect(/\bstill\b/.test(acts)).toBe(false)
        expect(/\bstill\b/.test(all)).toBe(row.continues.length > 0)
        for (const each of row.continues.filter((one) => one.status !== 'CONFIRMED')) {
          expect(all.slice(acts.length)).toContain(isCoded(view, each.rows[0] as Row) ? 'coded' : 'reported')
        }
      }
    })
  })

  it('that something was restored only where it is known, and by whatever claim it is', () => {
    whatever((view, answer) => {
      for (const row of answer.rows) {
        const [, claim] = /(reported|coded|reported or coded) as restored by/.exec(rowSentence(view, row)) ?? []
        if (row.restored?.known !== true) expect(rowSentence(view, row)).not.toContain('restored by')
        else {
          for (const { restored, admittedBy } of row.acts) {
            if (restored.by === null || admittedBy !== 'STRICT' || statusOn(view, restored.by) === 'CONFIRMED') continue
            expect(claim).toContain(isCoded(view, restored.by) ? 'coded' : 'reported')
          }
        }
      }
    })
  })

  it('what was offered or threatened as that, and always with its scope', () => {
    whatever((view, answer) => {
      const { events } = view.snapshot
      for (const act of answer.rows.flatMap((row) => row.acts)) {
        const head = act.rows[0] as Row
        const stage = STAGES[events.stage[head] as number]
        const text = actSentence(view, act)
        if (stage === 'INTENT') expect(text).toContain('offered to')
        if (stage === 'THREATENED') expect(text).toContain('threatened to')
        expect(text).toContain(events.scopes[events.scope[head] as number]?.trim() ?? 'scope not stated')
      }
    })
  })
})
