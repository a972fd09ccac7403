import { once } from 'node:events'
import { mkdirSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import { SEEDED_CASE } from '../../server/cli/seeded-case.ts'
import { seedIfNew } from '../../server/ingest/load.ts'
import { refuseHalfCopy } from '../../server/ingest/transfer/half-copy.ts'
import { openBackup } from '../../server/ingest/transfer/read-backup.ts'
import { transfer } from '../../server/ingest/transfer/transfer.ts'
import { writeBackup } from '../../server/ingest/transfer/write-backup.ts'
import type { GraphStore } from '../../server/store/graph-store.ts'
import { openNeo4jStore } from '../../server/store/neo4j/neo4j-store.ts'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'
import { graph } from '../support/arbitraries.ts'
import { runEntente, startEntente, temporaryFolder } from '../support/entente-process.ts'
import { neo4jForTests } from '../support/neo4j.ts'
import { aCase, aCollection, anActor, anEvent, coded, LOADER, someEvidence, toBatch } from '../support/records.ts'
import { numRuns } from '../support/samples.ts'
import { allOf, importTwice, liveAFullLife } from '../unit/transfer/a-full-life.ts'

const server = await neo4jForTests('copy.test.ts')
/** Milliseconds, for a Neo4j that has just been started, on a machine that does other things too. */
const LONG = numRuns(300_000, 3_600_000)
vi.setConfig({ testTimeout: LONG, hookTimeout: LONG })

const { folder, remove } = temporaryFolder()
const open: GraphStore[] = []
afterEach(async () => {
  for (const store of open.splice(0)) await store.close()
  await server?.wipe()
})
afterAll(remove)

const quietly = () => {}

/** A data folder with an empty store, and the store. */
function newStore(): { data: string; store: GraphStore } {
  const data = mkdtempSync(join(folder, 'data-'))
  const store = openSqliteStore(join(data, 'entente.sqlite'))
  open.push(store)
  return { data, store }
}

async function onNeo4j(): Promise<GraphStore> {
  const store = await openNeo4jStore(server!.target)
  open.push(store)
  return store
}

/** Copies a store into Neo4j and from there into a new one. */
async function thereAndBack(store: GraphStore): Promise<{ neo4j: GraphStore; back: GraphStore }> {
  const neo4j = await onNeo4j()
  const { store: back } = newStore()
  const there = await transfer(store, neo4j, quietly)
  const home = await transfer(neo4j, back, quietly)
  for (const summary of [there.found, home.read, home.found]) expect(summary).toEqual(there.read)
  return { neo4j, back }
}

async function listsOf(store: GraphStore) {
  const [merges, removals, audit] = await Promise.all([
    store.merges(),
    store.removals(),
    store.audit({ first: 10_000 }),
  ])
  return { merges, removals, audit, version: await store.version() }
}

describe.skipIf(server === null)('a store is copied to Neo4j and back', () => {
  test('and keeps all: the seeded case, every word and every script, what hands did', async () => {
    const { store } = newStore()
    await seedIfNew(store, SEEDED_CASE)
    await liveAFullLife(store)
    await importTwice(store)
    for (let version = await store.version(); version < 40; version++) await store.reload()
    const { neo4j, back } = await thereAndBack(store)
    const [all, lists] = [await allOf(store), await listsOf(store)]
    for (const copy of [neo4j, back]) {
      expect(await allOf(copy)).toEqual(all)
      expect(await listsOf(copy)).toEqual(lists)
      await refuseHalfCopy(copy)
    }
    // And it is worked on as before.
    const batch = { writer: LOADER, collections: [aCollection({ id: 'new' })], remove: { collections: ['all'] } }
    expect((await neo4j.apply(batch)).changed).toBe((await store.apply(batch)).changed)
    expect(await allOf(neo4j)).toEqual(await allOf(store))
  })

  test('whatever stands in it and whatever was done to it', async () => {
    const doing = fc.record({ removed: fc.nat(), changed: fc.nat(), from: fc.nat({ max: 3 }), undone: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(graph(), fc.array(doing, { maxLength: 4 }), async ({ contents, actors }, done) => {
        const { store } = newStore()
        const events = contents.flatMap((each) => each.events)
        const hand = { writer: { by: 'HAND', name: 'local' }, action: 'by hand' } as const
        for (const each of contents) await store.apply({ ...toBatch(each), action: 'load' })
        for (const { removed, changed, from, undone } of done) {
          const [one, other] = [events[removed % events.length], events[changed % events.length]]
          if (one) await store.apply({ ...hand, remove: { events: [one.id] } })
          if (other)
            await store.apply({ ...hand, events: [{ ...other, summary: `Number ${changed}` }], reason: 'why not' })
          await store.apply({
            ...hand,
            merge: [{ from: actors[from] ?? '', into: actors[0] === actors[from] ? 'x1' : 'x0' }],
          })
          if (undone) await store.apply({ ...hand, unmerge: [actors[from] ?? ''] })
        }
        const { neo4j, back } = await thereAndBack(store)
        const all = await allOf(store)
        expect(await allOf(neo4j)).toEqual(all)
        expect(await allOf(back)).toEqual(all)
        await server!.wipe()
      }),
      { numRuns: numRuns(2, 100) },
    )
  })

  test('through a file', async () => {
    const { store } = newStore()
    await liveAFullLife(store)
    const neo4j = await onNeo4j()
    const [first, second] = [join(folder, 'first.gz'), join(folder, 'second.gz')]
    const written = await writeBackup(store, first, quietly)
    expect((await transfer(await openBackup(first, quietly), neo4j, quietly)).found).toEqual(written)
    expect(await writeBackup(neo4j, second, quietly)).toEqual(written)
    const backup = await openBackup(second, quietly)
    expect(backup.header.store).toBe('neo4j')
    expect(await allOf(backup)).toEqual(await allOf(store))
  })
})

describe.skipIf(server === null)('entente copy', () => {
  const env = () => {
    const { user, password } = server!.target
    return { NEO4J_USER: user, NEO4J_PASSWORD: password }
  }

  test('fills a Neo4j; killed, it leaves what no command takes for a store, and again it makes that whole', async () => {
    const { data, store } = newStore()
    const events = Array.from({ length: 6_000 }, (_, n) => anEvent({ id: `case/${n}`, scope: `number ${n}` }))
    await store.apply({ ...aCase({ events }), action: 'load' })
    const { uri } = server!.target
    // Its schema is there already, so that the time until it is killed is spent on copying.
    const neo4j = await onNeo4j()

    const { child, ended } = startEntente(['copy', '--to', uri, '--data', data], env())
    let told = ''
    while (!told.includes('writing')) told += String(await once(child.stderr, 'data'))
    child.kill('SIGKILL')
    expect(await ended).toMatchObject({ code: null, stdout: '' })
    const refused = await runEntente(['export', 'case'], { ...env(), NEO4J_URI: uri })
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('holds a part of another only')])

    const again = await runEntente(['copy', '--to', uri, '--data', data], env())
    expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining('went on with what') })
    expect(again.stdout).not.toContain(server!.target.password)
    expect(await allOf(neo4j)).toEqual(await allOf(store))
    const twice = await runEntente(['copy', '--to', uri, '--data', data], env())
    expect([twice.code, twice.stderr]).toEqual([1, expect.stringContaining('Nothing was written.')])

    // Back: Neo4j is the configured side now. What somebody drew into it that is no event cannot come along, and that is said.
    await server!.driver.executeQuery(
      'MATCH (uk:Actor {id: "uk"}), (us:Actor {id: "us"}) CREATE (uk)-[:SUSPENSION {scope: "drawn"}]->(us)',
    )
    const home = join(folder, 'home')
    mkdirSync(home)
    const back = await runEntente(['copy', '--to', home], { ...env(), NEO4J_URI: uri })
    expect(back).toMatchObject({ code: 0, stdout: expect.stringContaining('6,006 things') })
    expect(back.stderr).toMatch(/^Left out, because it cannot be read:\n {2}The SUSPENSION edge .*\.$/m)
    const returned = openSqliteStore(join(home, 'entente.sqlite'))
    open.push(returned)
    expect(await allOf(returned)).toEqual(await allOf(store))
  })
})

describe.skipIf(server === null)('many events', () => {
  test('go there and back, and keep their digest', async () => {
    const many = numRuns(500, 100_000)
    const { store } = newStore()
    await fill(store, many)
    const neo4j = await onNeo4j()
    const { store: back } = newStore()
    const told: string[] = []
    const copy = async (what: string, from: GraphStore, to: GraphStore) => {
      const began = performance.now()
      let read = began
      const copied = await transfer(from, to, ({ doing }) => {
        if (doing === 'writing') read = performance.now()
      })
      const [writing, all] = [(read - began) / 1000, (performance.now() - began) / 1000]
      told.push(
        `${what}: written in ${writing.toFixed(1)} s, compared after ${all.toFixed(1)} s, ${Math.round(many / all)} events/s`,
      )
      return copied
    }
    const there = await copy('SQLite to Neo4j', store, neo4j)
    const home = await copy('Neo4j to SQLite', neo4j, back)
    expect(there.read.counts.event).toBe(many)
    for (const summary of [there.found, home.read, home.found]) expect(summary).toEqual(there.read)
    process.stderr.write(`${many} events. ${told.join('. ')}. ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB.\n`)
    // In parts: actors with hundreds of edges each go with them in too large a transaction.
    const session = server!.driver.session()
    await session.run('MATCH (:Actor)-[e]->() CALL (e) { DELETE e } IN TRANSACTIONS OF 5000 ROWS')
    await session.close()
  })
})

/** A data set of so many rows among 500 actors, a tenth of them with evidence, a history or links of their own. */
async function fill(store: GraphStore, many: number): Promise<void> {
  const actors = Array.from({ length: 500 }, (_, n) => anActor(`a${n}`, { name: `Actor number ${n}` }))
  await store.apply(aCase({ collections: [aCollection({ kind: 'DATA_SET' })], actors }))
  for (let from = 0; from < many; from += 5_000) {
    const events = Array.from({ length: Math.min(5_000, many - from) }, (_, at) => {
      const n = from + at
      const isTold = n % 10 === 0
      return anEvent({
        id: `case/${n}`,
        actor: `a${n % 500}`,
        target: `a${(n + 1 + (n % 97)) % 500}`,
        scope: `scope ${n % 1000}`,
        summary: isTold ? `What happened, told at some length, number ${n}` : null,
        evidence: isTold
          ? [someEvidence({ quote: `It said ${n}` }), someEvidence({ id: '2', speaker: 'Somebody' })]
          : [],
        breaks: n % 100 === 0 ? [`case/${n + 1}`] : [],
        coded: isTold ? null : coded({ actorName: `Actor ${n % 700}` }),
      })
    })
    await store.apply({ writer: { by: 'IMPORT', name: 'rows' }, events, action: 'import' })
  }
}
