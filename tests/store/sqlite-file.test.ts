import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CypherRefusedError, StoreUnavailableError, type Writer } from '../../server/store/graph-store.ts'
import { SqliteFileError } from '../../server/store/sqlite/errors.ts'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'
import { aCase, anEvent, LOADER, someEvidence } from '../support/records.ts'

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'entente-file-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

function refusal(path: string): SqliteFileError {
  try {
    void openSqliteStore(path).close()
  } catch (error) {
    if (error instanceof SqliteFileError) return error
    throw error
  }
  throw new Error(`${path} was opened.`)
}

test('a store is found again as it was left', async () => {
  const path = join(folder, 'again.db')
  const first = openSqliteStore(path)
  await first.apply(aCase({ events: [anEvent()] }))
  const before = await first.readCollection('case')
  await first.close()
  const second = openSqliteStore(path)
  expect(await second.version()).toBe(1)
  expect(await second.readCollection('case')).toEqual(before)
  await second.close()
})

test('a file that is no database is refused and left as it is', () => {
  const path = join(folder, 'letter.db')
  writeFileSync(path, 'Dear reader, '.repeat(1000))
  expect(refusal(path)).toMatchObject({ problem: 'NOT_A_STORE', path })
  expect(refusal(path)).toBeInstanceOf(StoreUnavailableError)
  expect(readFileSync(path, 'utf8')).toBe('Dear reader, '.repeat(1000))
})

test('the database of another program is refused and left as it is', () => {
  const path = join(folder, 'other.db')
  const other = new Database(path)
  other.exec('CREATE TABLE note (text)')
  other.close()
  const before = readFileSync(path)
  expect(refusal(path)).toMatchObject({ problem: 'NOT_A_STORE' })
  expect(readFileSync(path).equals(before)).toBe(true)
})

test('a store of a newer version is refused and left as it is', async () => {
  const path = join(folder, 'newer.db')
  await openSqliteStore(path).close()
  const newer = new Database(path)
  newer.pragma('user_version = 99')
  newer.close()
  const before = readFileSync(path)
  expect(refusal(path)).toMatchObject({
    problem: 'NEWER',
    says: expect.stringMatching(/newer version of Entente/) as string,
  })
  expect(readFileSync(path).equals(before)).toBe(true)
})

test('a file in a folder that is not there, and a folder, are refused with a sentence', () => {
  expect(refusal(join(folder, 'none', 'x.db'))).toMatchObject({ problem: 'CANNOT_OPEN' })
  expect(refusal(folder)).toMatchObject({ problem: 'CANNOT_OPEN' })
})

test('a store that was closed says so', async () => {
  const store = openSqliteStore(join(folder, 'closed.db'))
  await store.version()
  await store.close()
  await expect(store.version()).rejects.toThrow(StoreUnavailableError)
  await expect(store.apply(aCase())).rejects.toThrow(StoreUnavailableError)
  expect(await store.health()).toMatchObject({ ok: false })
  await store.close()
})

test('each statement is told by its name, and a batch of ids is one', async () => {
  const told: string[] = []
  const store = openSqliteStore(join(folder, 'told.db'), { onStatement: (name) => told.push(name) })
  const events = Array.from({ length: 50 }, (_, i) => anEvent({ id: `case/${i}`, evidence: [someEvidence()] }))
  await store.apply(aCase({ events }))
  expect(told.filter((name) => name === 'insert-event')).toHaveLength(50)
  const ids = events.map(({ id }) => id)
  const during = async (work: () => Promise<unknown>) => {
    told.length = 0
    await work()
    return [...told]
  }
  expect(await during(() => store.eventDetails(ids))).toEqual(['events-by-id'])
  expect(await during(() => store.affiliationDetails(ids))).toEqual(['affiliations-by-id'])
  expect(await during(() => store.version())).toEqual(['version'])
  expect(await during(() => store.eventColumnsOf(ids))).toHaveLength(6)
  await store.close()
})

test('what goes is read only where a hand takes it, and nothing more is read for a load than its own records', async () => {
  const told: string[] = []
  const store = openSqliteStore(join(folder, 'load.db'), { onStatement: (name) => told.push(name) })
  await store.apply(aCase({ events: [anEvent(), anEvent({ id: 'case/2' })] }))
  const names = async (writer: Writer, id: string) => {
    told.length = 0
    await store.apply({ writer, action: 'remove', remove: { events: [id] } })
    return told.filter((name) => name === 'events-held' || name === 'any-removed' || name === 'insert-audit')
  }
  expect(await names(LOADER, 'case/1')).toEqual(['any-removed', 'insert-audit'])
  expect(await names({ by: 'HAND', name: 'Ana' }, 'case/2')).toEqual(['events-held', 'any-removed', 'insert-audit'])
  await store.close()
})

test('a question in Cypher is refused with what to do', async () => {
  const store = openSqliteStore(join(folder, 'cypher.db'))
  expect(store.capabilities.cypher).toBe(false)
  const refused = await store
    .cypher({ query: 'RETURN 1', parameters: {}, rows: 1, ms: 1000 })
    .catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(CypherRefusedError)
  expect(refused).toMatchObject({ says: expect.stringMatching(/entente copy --to neo4j:/) as string })
  await store.close()
})

test('a reader is not kept waiting by a writer, and a writer that waits too long says so', async () => {
  const path = join(folder, 'busy.db')
  const store = openSqliteStore(path, { waitMs: 50 })
  await store.apply(aCase())
  const other = new Database(path)
  other.exec('BEGIN IMMEDIATE')
  expect(await store.version()).toBe(1)
  await expect(store.apply({ writer: LOADER, events: [anEvent()] })).rejects.toThrow(/Another process has been writing/)
  other.exec('ROLLBACK')
  other.close()
  expect(await store.apply({ writer: LOADER, events: [anEvent()] })).toEqual({ version: 2, changed: 1 })
  await store.close()
})
