import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { HUB_OTHERS, hubBatches, hubEvent } from '../../scripts/bench/hub.ts'
import { openNeo4jStore } from '../../server/store/neo4j/neo4j-store.ts'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'
import { temporaryFolder } from '../support/entente-process.ts'
import { neo4jForTests } from '../support/neo4j.ts'
import { LOADER } from '../support/records.ts'
import { numRuns } from '../support/samples.ts'
import { respond, sideOf, type Side } from './side.ts'

const server = await neo4jForTests('hub.test.ts')

const EVENTS = numRuns(2_000, 100_000)
const A_BATCH = numRuns(1_000, 5_000)
const LONGEST = numRuns(300_000, 1_800_000)

const FILTER = '{ actors: ["hub"] }'
const QUESTIONS = `{
  ties(filter: ${FILTER}, first: 500) { total items { id total net counts { kind events episodes } first { earliest } last { latest } } }
  stats(filter: ${FILTER}) { events actors ties byKind { kind events } singleOrigin }
  timeline(filter: ${FILTER}) { total buckets { start counts { kind events } } }
  neighbourhood(actor: "hub", first: 10) { total members { actor { id } events } }
  distancing(toward: "hub", level: ACTOR, first: 50) {
    total sentence rows { id sentence strength restored { known on } acts { id eventCount sentence } continues { total } before { total } meanwhile { total } }
  }
  latest: events(filter: ${FILTER}, orderBy: OCCURRED_DESC, first: 500) { total nodes { id sentence version } }
  found: events(filter: { text: "word" }, first: 100) { total nodes { id summary evidence { quote } } }
  searched: search(text: "hub") { matched actor { id } }
  version
}`
const PAGE = `query ($after: String) {
  events(filter: ${FILTER}, first: 500, after: $after) { total pageInfo { hasNextPage endCursor } nodes { id occurred { edtf } } }
}`

interface Answer {
  readonly data: {
    readonly stats: { readonly events: number; readonly ties: number }
    readonly distancing: { readonly total: number }
    readonly found: { readonly total: number }
    readonly latest: { readonly nodes: readonly { readonly id: string }[] }
  }
}

describe.skipIf(server === null)('many events of one actor', () => {
  const { folder, remove } = temporaryFolder()
  afterAll(remove)

  test(
    `are the same on both stores: ${EVENTS} events, then one changed and one removed`,
    async () => {
      const stores = [openSqliteStore(join(folder, 'entente.sqlite')), await openNeo4jStore(server!.target)]
      try {
        const sides = await Promise.all(stores.map(sideOf))
        const seconds = []
        for (const { store } of sides) {
          const began = performance.now()
          for (const batch of hubBatches(EVENTS, A_BATCH)) await store.apply(batch)
          seconds.push(((performance.now() - began) / 1000).toFixed(1))
        }
        const before = await askBoth(sides, QUESTIONS)
        expect(before.data).toMatchObject({
          stats: { events: EVENTS, ties: HUB_OTHERS },
          distancing: { total: expect.any(Number) as number },
          found: { total: Math.ceil(EVENTS / 1000) },
        })
        expect(await pagesOf(sides)).toBe(EVENTS)

        for (const change of [
          { events: [{ ...hubEvent(6), actor: 'hub', target: 'other-7', occurred: '2026-05-05' }] },
          { remove: { events: ['feed/9'] } },
        ]) {
          for (const { store } of sides) await store.apply({ writer: LOADER, ...change })
        }
        const after = await askBoth(sides, QUESTIONS)
        expect(after.data.stats.events).toBe(EVENTS - 1)
        expect(after.data.latest.nodes[0]?.id).toBe('feed/6')
        // What followed the changes, and what is read anew, say the same.
        const anew = await Promise.all(stores.map(sideOf))
        expect(await askBoth(anew, QUESTIONS)).toEqual(after)
        console.log(`${EVENTS} events of one actor: written in ${seconds[0]} s to a file, in ${seconds[1]} s to Neo4j.`)
      } finally {
        for (const store of stores) await store.close()
      }
    },
    LONGEST,
  )

  async function askBoth(sides: readonly Side[], query: string, variables = {}): Promise<Answer> {
    const [one = '', other = ''] = await Promise.all(sides.map((side) => respond(side, query, variables)))
    const answer = JSON.parse(one) as Answer & { readonly errors?: unknown }
    expect(answer.errors).toBeUndefined()
    if (other !== one) expect(JSON.parse(other)).toEqual(answer)
    expect(other === one).toBe(true)
    return answer
  }

  /** Walks through all pages. @returns how many different events stand on them. */
  async function pagesOf(sides: readonly Side[]): Promise<number> {
    const seen = new Set<string>()
    for (let after: string | null = null; ;) {
      const { data } = (await askBoth(sides, PAGE, { after })) as unknown as { data: { events: Page } }
      for (const { id } of data.events.nodes) seen.add(id)
      if (!data.events.pageInfo.hasNextPage) return seen.size
      after = data.events.pageInfo.endCursor
    }
  }
})

interface Page {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string }
  readonly nodes: readonly { readonly id: string }[]
}
