import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'
import { EVENTS_A_BATCH, eventsAfter } from '../support/numbered-batches.ts'
import { numRuns, randomFrom, seed } from '../support/samples.ts'

const ROUNDS = numRuns(8, 20)
const CHILD = fileURLToPath(new URL('../support/kill-child.ts', import.meta.url))
/** A round writes for at most so long. */
const LONGEST_MS = 80

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'entente-kill-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

test('a writer that is killed at any moment leaves whole batches', async () => {
  const path = join(folder, 'killed.db')
  const random = randomFrom(seed())
  let before = 0
  for (let round = 1; round <= ROUNDS; round++) {
    const acknowledged = await writeUntilKilled(path, random() * LONGEST_MS)
    const version = await expectWhole(path)
    expect(version).toBeGreaterThanOrEqual(acknowledged)
    expect(acknowledged).toBeGreaterThan(before)
    before = version
  }
}, 300_000)

test('a store that is killed while it is made can be made again', async () => {
  const random = randomFrom(seed() + 1)
  for (let round = 1; round <= numRuns(4, 10); round++) {
    const path = join(folder, `new-${round}.db`)
    const child = spawn(process.execPath, [CHILD, path])
    const exit = once(child, 'exit')
    await setTimeout(random() * 300)
    child.kill('SIGKILL')
    await exit
    await expectWhole(path)
  }
})

/** @returns the last batch that the writer said was done. */
async function writeUntilKilled(path: string, ms: number): Promise<number> {
  const child = spawn(process.execPath, [CHILD, path], { stdio: ['ignore', 'pipe', 'inherit'] })
  const exit = once(child, 'exit')
  const lines = createInterface({ input: child.stdout })
  let done = 0
  lines.on('line', (line) => (done = Number(line)))
  const ended = once(lines, 'close')
  await Promise.race([once(lines, 'line'), exit])
  await setTimeout(ms)
  child.kill('SIGKILL')
  const [, signal] = (await exit) as [unknown, string | null]
  expect(signal).toBe('SIGKILL')
  await ended
  return done
}

/** @returns the version, which is the number of batches that are there, each whole. */
async function expectWhole(path: string): Promise<number> {
  const store = openSqliteStore(path)
  try {
    const version = await store.version()
    const ids = eventsAfter(version)
    const columns = { events: 0, evidence: 0, statuses: 0, links: 0 }
    for await (const chunk of store.eventColumns()) {
      columns.events += chunk.events.length
      columns.evidence += chunk.evidence.length
      columns.statuses += chunk.statuses.length
      columns.links += chunk.links.length
    }
    const count = ids.length
    expect(columns).toEqual({ events: count, evidence: count, statuses: count, links: count })
    expect((await store.readCollection('case'))?.contents.events.map(({ id }) => id) ?? []).toEqual(ids.toSorted())
    expect((await store.collections()).map(({ title }) => title)).toEqual(version ? [`After ${version}`] : [])
    expect(await store.sources()).toHaveLength(version)
    expect(await store.actors()).toHaveLength(version ? version + 1 : 0)
    expect(await store.eventCandidates('words')).toHaveLength(count)
    expect((await store.eventCandidates(`words ${version}`)).length).toBeGreaterThanOrEqual(
      version ? EVENTS_A_BATCH : 0,
    )
    expect(await store.actorCandidates('actor', 100_000)).toHaveLength(version)
  } finally {
    await store.close()
  }
  const database = new Database(path)
  try {
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(database.pragma('foreign_key_check')).toEqual([])
    return Number(database.prepare('SELECT version FROM meta').pluck().get())
  } finally {
    database.close()
  }
}
