import { join } from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { openNeo4jStore } from '../../server/store/neo4j/neo4j-store.ts'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'
import { neo4jEnv, runEntente, temporaryFolder } from '../support/entente-process.ts'
import { monthRows, writeMonth } from '../support/month.ts'
import { neo4jForTests } from '../support/neo4j.ts'
import { numRuns } from '../support/samples.ts'
import { allOf } from '../unit/transfer/a-full-life.ts'
import { QUESTIONS } from './questions.ts'
import { respond, sideOf } from './side.ts'

const server = await neo4jForTests('imports.test.ts')
const LONG = numRuns(120_000, 600_000)
vi.setConfig({ testTimeout: LONG, hookTimeout: LONG })

const { folder, remove } = temporaryFolder()
afterAll(remove)

describe.skipIf(server === null)('the same files imported into a file and into Neo4j', () => {
  if (server === null) return
  const data = join(folder, 'data')
  const env = neo4jEnv(server.target)
  const onBoth = async (args: readonly string[]) => [
    await runEntente([...args, '--data', data]),
    await runEntente(args, env),
  ]

  test('leave the same, answer all questions alike, and are taken out alike', async () => {
    writeMonth(folder, 'month.tsv', monthRows(600))
    writeMonth(folder, 'half.tsv', monthRows(300))
    for (const name of ['month.tsv', 'half.tsv', 'month.tsv']) {
      const [file, neo4j] = await onBoth(['import', join(folder, name), '--json'])
      expect([file?.code, neo4j?.code], file?.stderr).toEqual([0, 0])
      expect(countsOf(neo4j?.stdout)).toEqual(countsOf(file?.stdout))
    }
    const [events] = await same()
    expect(events).toBeGreaterThan(300)
    const [first] = await ids()
    const [fromFile, fromNeo4j] = await onBoth(['undo', first ?? ''])
    expect([fromFile?.code, fromNeo4j?.code], fromNeo4j?.stderr).toEqual([0, 0])
    expect((await same())[0]).toBeGreaterThan(0)
    const [second] = await ids()
    await onBoth(['undo', second ?? ''])
    expect((await same())[0]).toBe(0)
  })

  /** Compares the two stores in all that they keep and answer. @returns how many events of data sets they have, and records. */
  async function same(): Promise<readonly [number, number]> {
    const stores = [openSqliteStore(join(data, 'entente.sqlite')), await openNeo4jStore(server!.target)] as const
    try {
      const [file, neo4j] = [await allOf(stores[0]), await allOf(stores[1])]
      expect(JSON.parse(JSON.stringify(neo4j, withoutTimes))).toEqual(JSON.parse(JSON.stringify(file, withoutTimes)))
      const sides = [await sideOf(stores[0]), await sideOf(stores[1])] as const
      for (const [name, question] of QUESTIONS) {
        expect(await respond(sides[1], question), name).toBe(await respond(sides[0], question))
      }
      return [file.filter((each) => each.type === 'event' && each.record.coded !== null).length, file.length]
    } finally {
      for (const store of stores) await store.close()
    }
  }

  async function ids(): Promise<readonly string[]> {
    const store = await openNeo4jStore(server!.target)
    const all = await store.imports()
    await store.close()
    return all.map(({ id }) => id)
  }
})

function withoutTimes(key: string, value: unknown): unknown {
  return key === 'startedAt' || key === 'endedAt' ? 0 : value
}

/** What became of the rows, as `import --json` tells it. */
function countsOf(stdout = ''): unknown {
  const told = JSON.parse(stdout) as Record<string, unknown>
  return told['counts'] ?? told
}
