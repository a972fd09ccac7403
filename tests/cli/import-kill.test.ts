import Database from 'better-sqlite3'
import { mkdirSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { Digest } from '../../server/ingest/transfer/digest.ts'
import type { Kept } from '../../server/store/graph-store.ts'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'
import { runEntente, startEntente, temporaryFolder } from '../support/entente-process.ts'
import { monthRows, writeMonth } from '../support/month.ts'
import { numRuns, randomFrom, seed } from '../support/samples.ts'

const ROUNDS = numRuns(1, 20)
const ROWS = 30_000
/** Makes few rows a file so large that a store that is empty does without its indexes meanwhile. */
const LONG = 'of a place whose name is as long as its way '.repeat(3)
const { folder, remove } = temporaryFolder()
const rows = writeMonth(
  folder,
  'month.tsv',
  monthRows(ROWS).map((row) => `${LONG}${row}`),
)
afterAll(remove)

/** Starts a command and kills it as soon as the file holds so many events. @returns how many it left. */
async function killWhere(args: readonly string[], data: string, is: (events: number) => boolean): Promise<number> {
  const started = startEntente([...args, '--data', data])
  let over = false
  void started.ended.then(() => (over = true))
  while (!over && !is(look(data).events)) await pause(2)
  started.child.kill('SIGKILL')
  await started.ended
  expect(started.child.signalCode).toBe('SIGKILL')
  return look(data).events
}

function look(data: string): { readonly events: number; readonly indexes: number; readonly imports: number } {
  const database = new Database(join(data, 'entente.sqlite'))
  try {
    const count = (text: string): number => Number(database.prepare(text).pluck().get())
    return {
      events: count('SELECT count(*) FROM event'),
      indexes: count("SELECT count(*) FROM pragma_index_list('event') WHERE name LIKE 'event_by_%'"),
      imports: count('SELECT count(*) FROM import'),
    }
  } finally {
    database.close()
  }
}

/** All that is kept, short of when an import ran. */
async function kept(data: string) {
  const store = openSqliteStore(join(data, 'entente.sqlite'))
  const digest = new Digest()
  try {
    for await (const some of store.everything()) for (const each of some) digest.add(withoutTimes(each))
    return digest.summary()
  } finally {
    await store.close()
  }
}

function withoutTimes(each: Kept): Kept {
  return JSON.parse(JSON.stringify(each, (key, value: unknown) => (TIMES.has(key) ? 0 : value))) as Kept
}
const TIMES = new Set(['startedAt', 'endedAt'])

async function makeStore(data: string): Promise<void> {
  mkdirSync(data)
  await openSqliteStore(join(data, 'entente.sqlite')).close()
}

async function done(args: readonly string[], data: string): Promise<void> {
  expect(await runEntente([...args, '--data', data])).toMatchObject({ code: 0 })
}

test(
  'an import and an undo that are killed are gone on with, to the same store',
  { timeout: numRuns(120_000, 1_800_000) },
  async () => {
    const whole = join(folder, 'whole')
    await makeStore(whole)
    await done(['import', rows], whole)
    const expected = await kept(whole)
    const full = look(whole)
    expect(full).toMatchObject({ indexes: 3, imports: 1 })
    expect(expected.counts).toMatchObject({ event: full.events, import: 1 })
    const random = randomFrom(seed())
    for (let round = 0; round < ROUNDS; round++) {
      const data = join(folder, `killed-${round}`)
      await makeStore(data)
      const before = await kept(data)
      const most = Math.max(1, Math.floor(random() * full.events * 0.6))
      const left = await killWhere(['import', rows], data, (events) => events >= most)
      expect(left).toBeGreaterThan(0)
      expect(look(data)).toMatchObject({ indexes: 0, imports: 1 })
      await done(['import', rows], data)
      expect(look(data)).toEqual(full)
      expect(await kept(data)).toEqual(expected)

      const [id] = (await importsOf(data)) as [string]
      const least = Math.floor(full.events * (0.3 + random() * 0.69))
      const rest = await killWhere(['undo', id], data, (events) => events <= least)
      expect(rest).toBeLessThan(full.events)
      await done(['undo', id], data)
      expect(look(data)).toEqual({ events: 0, indexes: 3, imports: 0 })
      expect(await kept(data)).toEqual(before)
    }
  },
)

async function importsOf(data: string): Promise<readonly string[]> {
  const store = openSqliteStore(join(data, 'entente.sqlite'))
  try {
    return (await store.imports()).map(({ id }) => id)
  } finally {
    await store.close()
  }
}
