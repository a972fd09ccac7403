import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { EVENT_ORDERS } from '../../server/domain/event-list.ts'
import type { EventRecord } from '../../server/domain/records.ts'
import { formatDay } from '../../server/domain/days.ts'
import { FIRST_DAY } from '../support/arbitraries.ts'
import { aCollection, anActor, anEvent, coded, LOADER } from '../support/records.ts'
import { numRuns, seed } from '../support/samples.ts'
import { serving, type Serving } from './serving.ts'

/** A collection that belongs to the walk alone. */
const WALKED = 'walked'

let served: Serving
beforeAll(async () => {
  served = await serving()
})
afterAll(() => served.close())

interface Added {
  readonly happened: number
  readonly known: number
}

/** Few days, so that many events share one and stand by their ids. */
const added = fc.record({ happened: fc.nat({ max: 6 }), known: fc.nat({ max: 6 }) })

/** What the writer does while one page is read. */
const write = fc.record({ add: fc.array(added, { maxLength: 6 }), remove: fc.array(fc.nat(), { maxLength: 6 }) })

const walk = fc.record({
  at: fc.constantFrom('events', 'actor', 'pair') as fc.Arbitrary<keyof typeof PAGES>,
  orderBy: fc.constantFrom(...EVENT_ORDERS),
  first: fc.integer({ min: 1, max: 9 }),
  before: fc.array(added, { minLength: 20, maxLength: 40 }),
  // Written one after the other, each beside the reading of a page; ids are spread, so that new ones come between.
  writes: fc.array(write, { minLength: 1, maxLength: 12 }),
  salt: fc.nat({ max: 999 }),
})

const NODES = 'nodes { id } pageInfo { endCursor hasNextPage }'
const HEAD = 'query ($orderBy: EventOrder, $first: Int, $after: String)'
const PAGES = {
  events: `${HEAD} { page: events(filter: { collections: ["${WALKED}"] }, orderBy: $orderBy, first: $first, after: $after) { ${NODES} } }`,
  actor: `${HEAD} { of: actor(id: "walker") { page: events(orderBy: $orderBy, first: $first, after: $after) { ${NODES} } } }`,
  pair: `${HEAD} { page: events(filter: { actor: "walker", target: "walked-to" }, orderBy: $orderBy, first: $first, after: $after) { ${NODES} } }`,
}

interface PageTold {
  readonly nodes: readonly { readonly id: string }[]
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean }
}

interface Told {
  readonly page?: PageTold
  readonly of?: { readonly page: PageTold }
}

test(
  'a walk through pages while a writer adds and removes: no event twice, and none skipped that stayed',
  async () => {
    let met = 0
    let written = 0
    await fc.assert(
      fc.asyncProperty(walk, async ({ at, orderBy, first, before, writes, salt }) => {
        let number = 0
        const make = ({ happened, known }: Added): EventRecord =>
          anEvent({
            // Spread over the ids, in no order of coming.
            id: `${WALKED}/${((++number * 7_919 + salt) % 10_007).toString(36)}`,
            collection: WALKED,
            actor: 'walker',
            target: 'walked-to',
            occurred: formatDay(FIRST_DAY + happened),
            coded: coded({ reported: FIRST_DAY + 7 + known }),
          })
        const there = before.map(make)
        await served.store.apply({
          writer: LOADER,
          collections: [aCollection({ id: WALKED, kind: 'DATA_SET' })],
          actors: ['walker', 'walked-to'].map((id) => anActor(id, { collection: WALKED })),
          events: there,
        })
        const begun = new Set(there.map(({ id }) => id))
        const gone = new Set<string>()
        const all = new Set(begun)
        const seen: string[] = []
        const queue = [...writes]
        let after: string | null = null
        do {
          const next = queue.shift()
          const [told]: [Told, unknown] = await Promise.all([
            served.ask<Told>(PAGES[at], { orderBy, first, after }),
            next === undefined ? null : apply(next),
          ])
          const page: PageTold | undefined = told.page ?? told.of?.page
          if (!page) throw new Error('There is no page.')
          seen.push(...page.nodes.map(({ id }) => id))
          after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
        } while (after !== null)

        expect(seen.length).toBe(new Set(seen).size)
        for (const id of seen) expect(all.has(id)).toBe(true)
        const stayed = [...begun].filter((id) => !gone.has(id))
        expect(stayed.filter((id) => !seen.includes(id))).toEqual([])
        met += seen.length
        await served.store.apply({ writer: LOADER, remove: { collections: [WALKED] } })

        async function apply({ add, remove }: { readonly add: readonly Added[]; readonly remove: readonly number[] }) {
          const events = add.map(make)
          const ids = [...new Set(remove.map((which) => [...all][which % all.size] ?? ''))].filter(
            (id) => !gone.has(id),
          )
          // What is removed counts as gone from the moment on which it may be.
          for (const id of ids) gone.add(id)
          for (const { id } of events) all.add(id)
          await served.store.apply({ writer: LOADER, events, remove: { events: ids } })
          written += events.length + ids.length
        }
      }),
      { numRuns: numRuns(40, 10_000), seed: seed() },
    )
    // Walks beside which nothing was written would show nothing.
    expect(Math.min(met, written)).toBeGreaterThan(numRuns(40, 10_000))
  },
  numRuns(60_000, 3_600_000),
)
