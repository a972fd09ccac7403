import fc, { type Arbitrary } from 'fast-check'
import { formatDay, type Day } from '../../server/domain/days.ts'
import { fold } from '../../server/domain/search.ts'
import { ACTOR_KINDS } from '../../server/domain/words.ts'
import type { Graph } from '../support/arbitraries.ts'
import { filter, fit, fitFilter, question, type Question } from '../support/arbitrary-questions.ts'
import type { Filter } from '../support/reference/filter.ts'
import type { Model } from './model.ts'

/** What is asked of a store, whatever it holds when its turn comes. */
export interface Asking {
  readonly question: Question
  readonly filter: Filter
  readonly bucket: 'DAY' | 'WEEK' | 'MONTH' | 'YEAR'
  readonly order: string
  readonly first: number
  readonly depth: number
  readonly affiliations: boolean
  readonly from: number
  readonly to: number
  /** Whether the actor that came last is asked about. */
  readonly ofNewest: boolean
  readonly event: number
  readonly source: number
  /** Which words are searched for, from which letter on, and how many letters. */
  readonly word: readonly [at: number, from: number, letters: number]
  /** Whether events are narrowed by these words too. */
  readonly byText: boolean
  readonly kinds: readonly string[]
}

/** The same with actors and collections that are there. */
export interface Fitted {
  readonly question: Question
  readonly filter: Filter
  readonly from: string
  readonly to: string
  readonly variables: Readonly<Record<string, unknown>>
}

const any = fc.nat({ max: 60 })

export const asking: Arbitrary<Asking> = fc.record({
  question,
  filter: fc.oneof({ weight: 3, arbitrary: filter }, { weight: 1, arbitrary: fc.constant({}) }),
  bucket: fc.constantFrom('DAY', 'WEEK', 'MONTH', 'YEAR'),
  order: fc.constantFrom('OCCURRED_ASC', 'OCCURRED_DESC', 'REPORTED_ASC', 'REPORTED_DESC'),
  first: fc.integer({ min: 1, max: 12 }),
  depth: fc.integer({ min: 1, max: 4 }),
  affiliations: fc.boolean(),
  from: any,
  to: any,
  ofNewest: fc.boolean(),
  event: any,
  source: any,
  word: fc.tuple(any, fc.nat({ max: 8 }), fc.integer({ min: 1, max: 20 })),
  byText: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  kinds: fc.oneof(fc.constant([]), fc.subarray([...ACTOR_KINDS])),
})

export function fitted(asked: Asking, model: Model): Fitted {
  const contents = model.contents()
  const actors = [...new Set(model.entries().map((entry) => entry.actor))]
  const drawn: Graph = { contents, actors }
  const fits = fit(drawn, asked.question)
  const [since, until] = ascending(fits.since, fits.until)
  const question = { ...fits, since, until }
  const newest = asked.ofNewest ? actors.at(-1) : undefined
  const narrowed = possible({ ...fitFilter(drawn, asked.filter), ...(newest === undefined ? {} : { actor: newest }) })
  const among = <T>(all: readonly T[], at: number): T | undefined => all[at % Math.max(1, all.length)]
  const from = newest ?? among(actors, asked.from) ?? ''
  const others = actors.filter((actor) => actor !== from)
  const to = among(others, asked.to) ?? ''
  const text = wordOf(asked, model)
  const { asKnownOn, collections, level, include, toward, by } = question
  const dates = { since: written(since), until: written(until), asKnownOn: written(asKnownOn) }
  return {
    question,
    filter: narrowed,
    from,
    to,
    variables: {
      ...dates,
      level,
      include,
      toward,
      by,
      collections,
      text,
      bucket: asked.bucket,
      order: asked.order,
      first: asked.first,
      depth: asked.depth,
      affiliations: asked.affiliations,
      kinds: asked.kinds,
      actor: from,
      other: to,
      event: among(model.events(), asked.event)?.id ?? 'c0/none',
      source: among(model.sources(), asked.source)?.id ?? 'c0/none',
      filter: {
        ...narrowed,
        occurredSince: written(narrowed.occurredSince),
        occurredUntil: written(narrowed.occurredUntil),
        reportedSince: written(narrowed.reportedSince),
        reportedUntil: written(narrowed.reportedUntil),
        asKnownOn: dates.asKnownOn,
        collections,
        ...(asked.byText ? { text } : {}),
      },
    },
  }
}

/** The filter as the contract takes it: no window backwards, no subtype that is none. */
function possible(given: Filter): Filter {
  const { subtypes, minOrigins, maxOrigins, occurredSince, occurredUntil, reportedSince, reportedUntil, ...rest } =
    given
  const [fromDay, toDay] = ascending(occurredSince, occurredUntil)
  const [fromReport, toReport] = ascending(reportedSince, reportedUntil)
  const [least, most] = ascending(minOrigins, maxOrigins)
  const more = {
    subtypes: subtypes?.includes('never heard of') ? ['aid'] : subtypes,
    minOrigins: least,
    maxOrigins: most,
    occurredSince: fromDay,
    occurredUntil: toDay,
    reportedSince: fromReport,
    reportedUntil: toReport,
  }
  return { ...rest, ...Object.fromEntries(Object.entries(more).filter(([, value]) => value !== undefined)) }
}

function ascending<T extends number>(a: T | undefined, b: T | undefined): [T | undefined, T | undefined] {
  return a !== undefined && b !== undefined && b < a ? [b, a] : [a, b]
}

function written(day: Day | null | undefined): string | null {
  return day === null || day === undefined ? null : formatDay(day)
}

/** Some letters of what stands in some record. */
function wordOf({ word: [at, from, letters] }: Asking, model: Model): string {
  const texts = [
    ...model.entries().flatMap((entry) => [entry.name, ...entry.aliases]),
    ...model.sources().map((source) => source.publisher),
    ...model.events().flatMap((event) => [event.scope, event.summary, ...event.evidence.map((each) => each.quote)]),
  ].filter((text) => text !== null && text.trim() !== '')
  const text = texts[(at * 7) % Math.max(1, texts.length)] ?? ''
  const part = Array.from(text)
    .slice(from, from + letters)
    .join('')
  // A filter refuses words without a letter or digit.
  return fold(part) === '' ? 'arms' : part
}
