import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrate } from '../../server/store/sqlite/migrate.ts'
import { QUERIES } from '../../server/store/sqlite/queries/index.ts'

/** Statements that read a whole table because that is what they are for, with the tables that they may read whole. */
const WHOLE: Readonly<Record<string, readonly string[]>> = {
  version: ['meta'],
  'raise-version': ['meta'],
  'raise-version-to': ['meta'],
  'changes-after': ['meta'],
  collections: ['collection'],
  sources: ['source'],
  actors: ['actor_entry'],
  affiliations: ['affiliation'],
  merges: ['merged'],
  'all-held': ['held'],
  // Ends at the first row.
  'any-removed': ['removed'],
  'names-like-short': ['name'],
}
/** Tables of a few rows. */
const SHORT = /^(import|mirror_change|pragma_index_list)$/
/** Lists given as a parameter, and what a statement has made for itself. */
const OWN = /^(wanted|json_each|found|CONSTANT|\(subquery-\d+\))$/
/** A virtual table is always "scanned"; with a letter after the colon by a condition that its index answers. */
const BY_INDEX = /VIRTUAL TABLE INDEX \d+:[=M]/

let database: Database.Database

beforeAll(() => {
  database = new Database(':memory:')
  migrate(database, ':memory:')
})
afterAll(() => {
  database.close()
})

test('every statement has a name of its own', () => {
  expect(new Set(QUERIES.map(({ name }) => name)).size).toBe(QUERIES.length)
  expect(QUERIES.length).toBeGreaterThan(50)
})

test.each(QUERIES.map((query) => [query.name, query.text] as const))(
  '%s reads no table whole unless it means to',
  (name, text) => {
    const scans = planOf(text).filter((line) => line.startsWith('SCAN ') && !BY_INDEX.test(line))
    const tables = scans.map((line) => line.split(' ')[1] ?? '')
    expect(tables.filter((table) => !OWN.test(table) && !SHORT.test(table) && !WHOLE[name]?.includes(table))).toEqual(
      [],
    )
  },
)

test('a statement that does read a table whole would be seen', () => {
  expect(planOf("SELECT id FROM event WHERE scope = 'x'")).toEqual(['SCAN event'])
  expect(planOf('SELECT id FROM event_record WHERE collection = @id')).toContain('SCAN event')
})

function planOf(text: string): string[] {
  const byPlace = [...text.matchAll(/\?/g)].map(() => null)
  const params = Object.fromEntries([...text.matchAll(/@(\w+)/g)].map(([, name]) => [name, null]))
  const rows = database
    .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${text}`)
    .all(...(byPlace.length > 0 ? byPlace : [params]))
  return rows.map(({ detail }) => detail)
}
