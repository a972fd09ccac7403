import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runImport } from '../../server/ingest/import/run-import.ts'
import { createNames } from '../../server/ingest/names/create-names.ts'
import { naiveLedger } from '../support/naive-ledger.ts'
import { serving, type Serving } from './serving.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const DATA = join(ROOT, '..', 'shared', 'data')
const FILE = join(DATA, 'icews18', 'icews18_sep_named.tsv')
const TABLE = join(ROOT, 'server', 'ingest', 'meaning', 'cameo.csv')
const SINCE = '2018-09-01'
const UNTIL = '2018-09-30'

interface Row {
  readonly who: { readonly name: string }
  readonly fromWhom: { readonly name: string }
  readonly acts: readonly {
    readonly actor: { readonly name: string }
    readonly target: { readonly name: string }
    readonly subtype: string
    readonly eventCount: number
    readonly first: { readonly earliest: string }
    readonly last: { readonly latest: string }
  }[]
}

interface Page {
  readonly distancing: { readonly rows: readonly Row[]; readonly endCursor: string | null; readonly total: number }
}

const LEDGER = `query ($toward: ID, $after: String) {
  distancing(toward: $toward, since: "${SINCE}", until: "${UNTIL}", level: ACTOR, collections: ["icews18"], first: 100, after: $after) {
    total endCursor
    rows { who { name } fromWhom { name } acts { actor { name } target { name } subtype eventCount first { earliest } last { latest } } }
  } }`

const resolver = createNames()
const whois = (name: string) => resolver.resolve({ name, country: null, code: null, sectors: [] }, 17_775).actor
/** Names are somebody else's matter: here the naive ledger calls actors as the product does. */
const names = { nameOf: (name: string) => whois(name).name, isNobody: (name: string) => whois(name).unspecified }

/** September 2018 as ICEWS coded it, imported whole; a ledger that was written apart says the same. */
describe.runIf(existsSync(FILE))('the real September', () => {
  test('as written it has 479 strict acts in 380 episodes of 362 pairs', () => {
    const { events, episodes, pairs } = naiveLedger(FILE, TABLE, [SINCE, UNTIL], null)
    expect([events, episodes, pairs]).toEqual([479, 380, 362])
  })

  let served: Serving
  beforeAll(async () => {
    served = await serving()
    const { counts } = await runImport(served.store, [FILE], { into: 'icews18' }, { by: 'test' })
    expect(counts.rows).toBe(45_995)
  })
  afterAll(() => served.close())

  async function ledger(toward: string | null): Promise<readonly Row[]> {
    const rows: Row[] = []
    let after: string | null = null
    do {
      const page: Page = await served.ask<Page>(LEDGER, { toward, after })
      rows.push(...page.distancing.rows)
      after = rows.length < page.distancing.total ? page.distancing.endCursor : null
    } while (after !== null)
    return rows
  }

  const lines = (rows: readonly Row[]) =>
    rows
      .flatMap(({ acts }) =>
        acts.map((act) =>
          [act.actor.name, act.target.name, act.subtype, act.eventCount, act.first.earliest, act.last.latest].join(
            ' | ',
          ),
        ),
      )
      .sort()

  test('the ledger of the whole month', async () => {
    const naive = naiveLedger(FILE, TABLE, [SINCE, UNTIL], null, names)
    const rows = await ledger(null)
    expect(lines(rows)).toEqual(naive.lines)
    expect(rows.length).toBe(naive.pairs)
  })

  test.for([
    ['us', 'United States'],
    ['iran', 'Iran'],
    ['qatar', 'Qatar'],
    ['saudi-arabia', 'Saudi Arabia'],
  ])('who stepped back from %s', async ([id = '', name = '']) => {
    const naive = naiveLedger(FILE, TABLE, [SINCE, UNTIL], name, names)
    expect(naive.pairs).toBeGreaterThan(0)
    expect(lines(await ledger(id))).toEqual(naive.lines)
  })
})
