import Database from 'better-sqlite3'
import { setTimeout as pause } from 'node:timers/promises'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createContext } from '../../server/graphql/context.ts'
import { createSchema } from '../../server/graphql/schema.ts'
import { openMemory } from '../../server/memory/memory.ts'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'
import { graphql } from 'graphql'
import { runEntente, startEntente, temporaryFolder, type EntenteProcess } from '../support/entente-process.ts'
import { numRuns } from '../support/samples.ts'
import { writeCase } from './case-folder.ts'

const ROUNDS = numRuns(5, 40)
const EVENTS = 700
const { folder, remove } = temporaryFolder()
const data = join(folder, 'data')
const file = join(data, 'entente.sqlite')
const made = join(folder, 'made-up')
afterAll(remove)

/** Resolves when somebody else holds the lock of writers, or holds it no more, or the process has ended. */
async function untilLocked(wanted: boolean, started: EntenteProcess): Promise<void> {
  let over = false
  void started.ended.then(() => (over = true))
  const database = new Database(file, { timeout: 0 })
  while (!over && isLocked(database) !== wanted) await pause(1)
  database.close()
}

function isLocked(database: Database.Database): boolean {
  try {
    database.exec('BEGIN IMMEDIATE')
    database.exec('ROLLBACK')
    return false
  } catch {
    return true
  }
}

/** What a reader finds after a kill: the edition that the whole case is of, with the version; the columns say the same. */
async function found() {
  const store = openSqliteStore(file)
  const memory = openMemory(store)
  await memory.load()
  const snapshot = await memory.snapshot()
  const contents = (await store.readCollection('made-up'))?.contents
  const version = await store.version()
  expect(snapshot.version).toBe(version)
  const { data: answer } = await graphql({
    schema: createSchema(),
    source:
      '{ events { total } collections { title eventCount } distancing(first: 500) { total rows { acts { eventCount } } } }',
    contextValue: createContext({ store, memory }),
  })
  await store.close()
  const editions = new Set([
    ...(contents?.events ?? []).map((event) => event.summary?.replace('Told in the ', '')),
    ...(contents ? [contents.collection.title.replace('Made up, ', '')] : []),
  ])
  return { version, events: contents?.events.length ?? 0, editions: [...editions], answer }
}

test(
  'a load that is killed at any moment leaves all of it or nothing',
  { timeout: numRuns(180_000, 900_000) },
  async () => {
    // The file is made beforehand, so that its lock can be watched.
    await runEntente(['reload', '--data', data])
    let before = await found()
    const seen = new Set<string>()
    for (let round = 0; round < ROUNDS; round++) {
      const edition = `edition ${round}`
      writeCase(made, { id: 'made-up', events: EVENTS, edition })
      const started = startEntente(['load', made, '--data', data])
      await untilLocked(true, started)
      // Another moment of the write each round; every fourth time just after it.
      if (round % 4 === 3) await untilLocked(false, started)
      else await pause((round % 20) * numRuns(8, 4))
      started.child.kill('SIGKILL')
      await started.ended

      const after = await found()
      const isNew = after.version === before.version + 1
      expect(after.version - before.version).toBe(isNew ? 1 : 0)
      if (isNew)
        expect(after).toMatchObject({ events: EVENTS, editions: [edition], answer: { events: { total: EVENTS } } })
      else expect(after).toEqual(before)
      seen.add(isNew ? 'all' : 'nothing')
      before = after
    }
    expect(seen).toEqual(new Set(['all', 'nothing']))

    const asked = await runEntente(['ask', 'distancing', '--toward', 'State 1', '--json', '--data', data])
    expect(asked).toMatchObject({ code: 0, stderr: expect.stringContaining('was loaded first') })
    expect(JSON.parse(asked.stdout)).toMatchObject({ level: 'TOP', asKnownOn: expect.any(String) })
    const whole = await runEntente(['load', made, '--data', data])
    expect(whole).toMatchObject({ code: 0, stderr: '' })
    expect(await found()).toMatchObject({ events: EVENTS, editions: [`edition ${ROUNDS - 1}`] })
  },
)
