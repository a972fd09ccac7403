import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import neo4j, { type Driver, type ProfiledPlan } from 'neo4j-driver'
import { seedIfNew } from '../server/ingest/load.ts'
import { encode } from '../server/store/neo4j/encode.ts'
import { openNeo4jStore } from '../server/store/neo4j/neo4j-store.ts'
import { QUERIES } from '../server/store/neo4j/queries/index.ts'
import { hubBatches } from './bench/hub.ts'
import { paramsOf } from './bench/params.ts'
import { findJava } from './neo4j/java.ts'
import { startNeo4j, stopNeo4j } from './neo4j/server.ts'
import { neo4jVersion } from './neo4j/versions.ts'
import { ROOT } from './stale.ts'

/**
 * `node scripts/bench-neo4j.ts [events]`: PROFILEs every listed read of the Neo4j store on the seeded case and again with so many
 * events of one actor beside it (default 100000), on a server of its own, and writes a table: docs/neo4j-reads.md.
 */
const CASE = 'caribbean-strikes-2025'
const A_BATCH = 5_000
/** Operators that no read has: they read, or hold, more than what is asked for. */
const REFUSED = /^(AllNodesScan|CartesianProduct|Eager)$/
/** What finds one row at most: a product of two of them is none. */
const ONE_ROW = /UniqueIndexSeek|FromCountStore/

interface Profile {
  readonly rows: number
  readonly hits: number
  readonly refused: readonly string[]
}

const events = Number(process.argv[2] ?? 100_000)
const version = neo4jVersion(process.env['NEO4J_VERSION'])
const java = await findJava(version.java)
if (java === null) throw new Error(`A Neo4j ${version.version} needs Java ${version.java} or later.`)
const folder = join(ROOT, '.neo4j')
const home = join(folder, 'homes', `bench-${process.pid}`)
const say = (line: string) => console.error(line)
const server = await startNeo4j({ folder, home, version, java, detached: false, say })
try {
  await bench()
} finally {
  await stopNeo4j(server.pid)
  await rm(home, { recursive: true, force: true })
}

async function bench(): Promise<void> {
  const { uri, user, password } = server
  const store = await openNeo4jStore({ uri, user, password, database: null })
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true })
  await seedIfNew(store, join(ROOT, 'seeds', CASE))
  const seeded = await profileAll()
  const began = performance.now()
  for (const batch of hubBatches(events, A_BATCH)) await store.apply(batch)
  say(`${events} events in ${((performance.now() - began) / 1000).toFixed(1)} s`)
  const many = await profileAll()
  print(seeded, many)
  await driver.close()
  await store.close()

  async function profileAll(): Promise<ReadonlyMap<string, Profile>> {
    const params = await paramsOf(store, CASE)
    const profiles = new Map<string, Profile>()
    for (const { name, text } of QUERIES) {
      const given = encode(params[name] ?? {})
      if (!(await isRead(driver, text, given))) continue
      const { records, summary } = await driver.executeQuery(`PROFILE ${text}`, given)
      if (!summary.profile) throw new Error(`${name} has no profile.`)
      const all = operators(summary.profile)
      profiles.set(name, {
        rows: records.length,
        hits: all.reduce((sum, each) => sum + each.hits, 0),
        refused: all.filter(isRefused).map((each) => each.name),
      })
    }
    return profiles
  }
}

/** @throws what the server says where a parameter is missing. */
async function isRead(driver: Driver, text: string, params: Record<string, unknown>): Promise<boolean> {
  const { summary } = await driver.executeQuery(`EXPLAIN ${text}`, params)
  return summary.queryType === 'r'
}

interface Operator {
  readonly name: string
  readonly hits: number
  /** Names of what it begins with. */
  readonly leaves: readonly string[]
}

function operators(plan: ProfiledPlan): Operator[] {
  const name = plan.operatorType.replace(/@.*/, '')
  const below = plan.children.flatMap(operators)
  const leaves =
    plan.children.length === 0 ? [name] : below.filter((each) => each.leaves[0] === each.name).map((each) => each.name)
  return [{ name, hits: plan.dbHits, leaves }, ...below]
}

function isRefused({ name, leaves }: Operator): boolean {
  return REFUSED.test(name) && !(name === 'CartesianProduct' && leaves.every((leaf) => ONE_ROW.test(leaf)))
}

function print(seeded: ReadonlyMap<string, Profile>, many: ReadonlyMap<string, Profile>): void {
  const number = (value: number | undefined) => (value ?? 0).toLocaleString('en')
  const rows = [...seeded].map(([name, { rows, hits, refused }]) => {
    const more = many.get(name)
    const bad = [...new Set([...refused, ...(more?.refused ?? [])])].join(', ')
    return [name, number(rows), number(hits), number(more?.rows), number(more?.hits), bad]
  })
  const head = [
    'read',
    'rows, seeded',
    'db hits, seeded',
    `rows, +${number(events)}`,
    `db hits, +${number(events)}`,
    'refused operators',
  ]
  console.log(`Neo4j ${version.version}\n`)
  for (const line of [head, head.map((_, at) => (at === 0 || at === 5 ? '---' : '---:')), ...rows]) {
    console.log(`| ${line.join(' | ')} |`)
  }
}
