import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { readBack } from '../support/read-back.ts'
import type { Snapshot } from '../../server/domain/snapshot.ts'
import { loadAll } from '../../server/memory/load.ts'
import type { GraphStore } from '../../server/store/graph-store.ts'
import { openNeo4jStore } from '../../server/store/neo4j/neo4j-store.ts'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'
import { graph } from '../support/arbitraries.ts'
import { neo4jForTests } from '../support/neo4j.ts'
import { LOADER, toBatch } from '../support/records.ts'
import { numRuns } from '../support/samples.ts'
import { everything } from './everything.ts'

const server = await neo4jForTests('neo4j-memory.test.ts')

/** Milliseconds, on a machine that does other things too. */
const LONG = numRuns(300_000, 3_600_000)

/** All that a snapshot says. */
function told({ version, actors, affiliations, sources, collections, events }: Snapshot) {
  const rows = Array.from({ length: events.length }, (_, row) => readBack(events, row))
  return { version, actors, affiliations, sources, collections, rows }
}

describe.skipIf(server === null)('memory over Neo4j', () => {
  const folder = mkdtempSync(join(tmpdir(), 'entente-both-'))
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  async function withBoth(work: (both: readonly [GraphStore, GraphStore]) => Promise<void>): Promise<void> {
    const sqlite = openSqliteStore(join(mkdtempSync(join(folder, 'run-')), 'entente.sqlite'))
    const neo4j = await openNeo4jStore(server!.target)
    try {
      await work([sqlite, neo4j])
    } finally {
      await sqlite.close()
      await neo4j.close()
      await server!.wipe()
    }
  }

  async function expectSame([sqlite, neo4j]: readonly [GraphStore, GraphStore]): Promise<void> {
    expect(told((await loadAll(neo4j)).snapshot)).toEqual(told((await loadAll(sqlite)).snapshot))
  }

  test('holds what memory over SQLite holds, whatever stands in the records', async () => {
    await withBoth(async (both) => {
      for (const store of both) for (const id of ['all', 'other']) await store.apply(toBatch(everything(id)))
      await expectSame(both)
    })
  })

  test(
    'holds what memory over SQLite holds, for random graphs and changes',
    async () => {
      const change = fc.record({
        drop: fc.subarray(['c0', 'c1']),
        events: fc.array(fc.nat({ max: 23 }), { maxLength: 6 }),
      })
      await fc.assert(
        fc.asyncProperty(graph(), graph(), change, async (before, after, { drop, events }) => {
          await withBoth(async (both) => {
            const ids = events.flatMap((at) => ['c0', 'c1'].map((collection) => `${collection}/e${at}`))
            const applied = await Promise.all(
              both.map(async (store) => {
                const counts = []
                for (const contents of before.contents) counts.push(await store.apply(toBatch(contents)))
                counts.push(await store.apply({ writer: LOADER, remove: { events: ids } }))
                counts.push(await store.apply({ writer: LOADER, remove: { collections: drop } }).catch(String))
                for (const contents of after.contents) counts.push(await store.apply(toBatch(contents)))
                return counts
              }),
            )
            expect(applied[1]).toEqual(applied[0])
            await expectSame(both)
          })
        }),
        { numRuns: numRuns(8, 300) },
      )
    },
    LONG,
  )
})
