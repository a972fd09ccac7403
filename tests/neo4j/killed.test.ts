import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { StoreUnavailableError, type GraphStore } from '../../server/store/graph-store.ts'
import { openNeo4jStore } from '../../server/store/neo4j/neo4j-store.ts'
import { createRecorder } from '../../server/hand/create-recorder.ts'
import { openMemory } from '../../server/memory/memory.ts'
import { writeCase } from '../cli/case-folder.ts'
import { neo4jEnv, serveEntente, startEntente, temporaryFolder } from '../support/entente-process.ts'
import { post } from '../support/http.ts'
import { tellingProcess } from '../support/lines-of.ts'
import { neo4jForTests, type Neo4jForTests } from '../support/neo4j.ts'
import { ownNeo4j } from '../support/own-neo4j.ts'
import { aCase } from '../support/records.ts'
import { deepOnly, numRuns, randomFrom, seed } from '../support/samples.ts'
import { expectWholeBatches, mixedBatch } from '../support/whole-batches.ts'

const FILE = 'killed.test.ts'
const server = await neo4jForTests(FILE)
const own = await ownNeo4j('killed', FILE)

/** Of the case that is loaded: enough that it takes a while. */
const EVENTS = 2000
const LONGEST = numRuns(300_000, 3_600_000)
const random = randomFrom(seed())
const { folder, remove } = temporaryFolder()
afterAll(remove)

/** Waits until the server has undone, or done, what a process that was killed had begun. */
async function untilSettled({ driver }: Neo4jForTests): Promise<void> {
  for (;;) {
    const { records } = await driver.executeQuery(
      "SHOW TRANSACTIONS YIELD metaData WHERE metaData.app = 'entente' RETURN count(*) AS open",
    )
    if (records[0]?.get('open') === 0) return
    await pause(20)
  }
}

async function withStore<T>(target: Neo4jForTests['target'], look: (store: GraphStore) => Promise<T>): Promise<T> {
  const store = await openNeo4jStore(target)
  try {
    return await look(store)
  } finally {
    await store.close()
  }
}

describe.skipIf(server === null)('a process of ours that is killed at any moment', () => {
  afterEach(() => server!.wipe())
  const ROUNDS = numRuns(2, 20)

  test(
    'leaves whole batches, and all that it acknowledged',
    async () => {
      const told = { acknowledged: 0, versions: 0 }
      for (let round = 0; round < ROUNDS; round++) {
        const writer = tellingProcess('batch-writer.ts', { where: { neo4j: server!.target } })
        await writer.next()
        const began = performance.now()
        await writer.next()
        // Some moment of the next two.
        await pause(random() * 2 * (performance.now() - began))
        writer.kill()
        expect(await writer.ended).toMatchObject({ signal: 'SIGKILL' })
        await untilSettled(server!)
        const version = await withStore(server!.target, expectWholeBatches)
        const acknowledged = Number(writer.lines.at(-1))
        expect(acknowledged).toBe(told.versions + writer.lines.length)
        // What was being written may have been done before the word of it came.
        expect([acknowledged, acknowledged + 1]).toContain(version)
        told.acknowledged += writer.lines.length
        told.versions = version
      }
      console.log(
        `Killed ${ROUNDS} times: ${told.acknowledged} batches acknowledged, ${told.versions} there, each whole.`,
      )
    },
    LONGEST,
  )

  deepOnly(() =>
    test(
      'leaves all or nothing of a case that it was loading',
      async () => {
        const made = join(folder, 'made-up')
        const env = neo4jEnv(server!.target)
        const outcomes = { all: 0, nothing: 0 }
        let lasts = 0
        // The second writes what the others write: it changes what is there.
        for (const edition of ['first edition', 'second edition']) {
          writeCase(made, { id: 'made-up', events: EVENTS, edition })
          const whole = startEntente(['load', made], env)
          await untilItWrites(whole.ended)
          const began = performance.now()
          expect(await whole.ended).toMatchObject({ code: 0 })
          lasts = performance.now() - began
        }
        let before = await withStore(server!.target, found)
        for (let round = 0; round < ROUNDS; round++) {
          const edition = `edition ${round}`
          writeCase(made, { id: 'made-up', events: EVENTS, edition })
          const started = startEntente(['load', made], env)
          await untilItWrites(started.ended)
          await pause(random() * lasts)
          started.child.kill('SIGKILL')
          await started.ended
          await untilSettled(server!)
          const after = await withStore(server!.target, found)
          const isNew = after.version === before.version + 1
          if (isNew) {
            const audited = before.audited + 1
            expect(after).toEqual({ version: before.version + 1, editions: [edition], events: EVENTS, audited })
          } else expect(after).toEqual(before)
          outcomes[isNew ? 'all' : 'nothing']++
          before = after
        }
        console.log(`Loads that were killed: ${outcomes.all} done, ${outcomes.nothing} undone.`)
      },
      LONGEST,
    ),
  )

  /** Until somebody holds the lock of writers, or the process has ended. */
  async function untilItWrites(ended: Promise<unknown>): Promise<void> {
    let over = false
    void ended.then(() => (over = true))
    while (!over) {
      const { records } = await server!.driver.executeQuery(
        "SHOW TRANSACTIONS YIELD metaData WHERE metaData.app = 'entente' AND metaData.type = 'apply' RETURN count(*) AS open",
      )
      if (records[0]?.get('open') !== 0) return
      await pause(5)
    }
  }

  async function found(store: GraphStore) {
    const contents = (await store.readCollection('made-up'))?.contents
    const editions = new Set([
      ...(contents?.events ?? []).map((event) => event.summary?.replace('Told in the ', '')),
      ...(contents ? [contents.collection.title.replace('Made up, ', '')] : []),
    ])
    const version = await store.version()
    const { total } = await store.audit({ first: 1 })
    return { version, editions: [...editions], events: contents?.events.length ?? 0, audited: total }
  }

  test(
    'leaves what hands wrote through its front: all that it acknowledged, none half',
    async () => {
      const env = neo4jEnv(server!.target)
      const acknowledged: string[] = []
      const MUTATION = `mutation ($id: ID!, $scope: String!) { recordEvent(event: {
      id: $id, collection: "caribbean-strikes-2025", actor: "canada", target: "us", kind: SUSPENSION, subtype: "aid", scope: $scope,
      occurred: "2025-11-10", evidence: [{ source: "caribbean-strikes-2025/realist-english", quote: $scope, stance: ASSERTS }]
    }) { id change event { scope } } }`
      let unacknowledged = 0
      for (let round = 0; round < numRuns(1, 20); round++) {
        const served = await serveEntente(folder, env)
        const deadline = performance.now() + 300 + random() * 1_000
        let asked = ''
        const writing = (async () => {
          for (let n = 0; ; n++) {
            asked = `caribbean-strikes-2025/by-hand-${round}-${n}`
            const { text } = await post(served.address, {
              query: MUTATION,
              variables: { id: asked, scope: `Words of ${asked}` },
            })
            expect(JSON.parse(text)).toMatchObject({ data: { recordEvent: { id: asked } } })
            acknowledged.push(asked)
          }
        })().catch((error: unknown) => error)
        while (acknowledged.length === 0 || performance.now() < deadline) await pause(5)
        served.child.kill('SIGKILL')
        await served.ended
        await writing
        await untilSettled(server!)
        unacknowledged += await withStore(server!.target, (store) => expectHandKept(store, acknowledged, asked))
      }
      console.log(
        `By hand: ${acknowledged.length} acknowledged, all there; ${unacknowledged} there without a word of it.`,
      )
    },
    LONGEST,
  )

  /** @param last what was asked for when the process was killed; it may be there, and then counts as acknowledged from now on. */
  async function expectHandKept(store: GraphStore, acknowledged: string[], last: string): Promise<number> {
    const events = (await store.readCollection('caribbean-strikes-2025'))?.contents.events ?? []
    const made = events.filter((event) => event.id.includes('/by-hand-'))
    const ids = made.map((event) => event.id)
    const extra = ids.filter((id) => !acknowledged.includes(id))
    expect(extra.filter((id) => id !== last)).toEqual([])
    expect(ids.toSorted()).toEqual([...acknowledged, ...extra].sort())
    for (const { id, scope, evidence } of made) {
      expect([scope, ...evidence.map((each) => each.quote)]).toEqual([`Words of ${id}`, `Words of ${id}`])
    }
    const { entries } = await store.audit({ first: ids.length + 10 })
    const byHand = entries.filter((entry) => entry.action === 'recordEvent').map((entry) => String(entry.key))
    expect(byHand.toSorted()).toEqual(ids.map((id) => `event:${id}`).toSorted())
    // The load of the seeded case, then one version a hand.
    expect(await store.version()).toBe(1 + ids.length)
    acknowledged.push(...extra)
    return extra.length
  }
})

deepOnly(() =>
  describe.skipIf(own === null)('a Neo4j that is killed while it is written to', () => {
    beforeAll(() => own!.start(), LONGEST)
    afterAll(() => own!.remove())
    const ROUNDS = numRuns(1, 20)

    test(
      'has all that was acknowledged and nothing half when it is back, and the writer goes on',
      async () => {
        const store = await openNeo4jStore(own!.target, { retryMs: 500 })
        const told = { acknowledged: 0, refused: 0 }
        let isOver = false
        const writing = (async () => {
          for (let n = 1; !isOver;) {
            try {
              const { version } = await store.apply(mixedBatch(n))
              // The word of what was done may have been lost: then it was done already, and is not done twice.
              expect(version).toBe(n)
              told.acknowledged = n++
            } catch (error) {
              if (!(error instanceof StoreUnavailableError)) throw error
              told.refused++
              await pause(50)
            }
          }
        })()
        for (let round = 0; round < ROUNDS; round++) {
          const start = told.acknowledged
          while (told.acknowledged <= start) await Promise.race([pause(10), writing])
          await pause(random() * 700)
          await own!.kill()
          const { acknowledged } = told
          await own!.start()
          // The writer is under way again; what it has done since is whole too, or not there yet.
          expect(await withStore(own!.target, (other) => other.version())).toBeGreaterThanOrEqual(acknowledged)
        }
        isOver = true
        await writing
        const version = await withStore(own!.target, expectWholeBatches)
        expect(version).toBe(told.acknowledged)
        expect(told.refused).toBeGreaterThan(0)
        await store.close()
        console.log(
          `Neo4j killed ${ROUNDS} times: ${version} batches acknowledged and there, ${told.refused} refused and tried again.`,
        )
      },
      LONGEST,
    )

    test(
      'has what hands recorded once, whatever became of the word of it',
      async () => {
        const store = await openNeo4jStore(own!.target, { retryMs: 2_000 })
        await store.apply(aCase())
        const recorder = createRecorder({ store, memory: openMemory(store), who: 'ann' })
        const acknowledged = new Set<string>()
        const refused = new Set<string>()
        let isOver = false
        const writing = (async () => {
          for (let n = 0; !isOver; n++) {
            const scope = `scope ${n}`
            const act = { kind: 'SUSPENSION', subtype: 'aid', occurred: '2025-11-11', scope } as const
            const draft = {
              collection: 'case',
              actor: 'uk',
              target: 'us',
              ...act,
              evidence: [{ source: 'case/report' }],
            }
            try {
              await recorder.recordEvent(draft, null)
              acknowledged.add(scope)
            } catch (error) {
              if (!(error instanceof StoreUnavailableError)) throw error
              refused.add(scope)
              await pause(50)
            }
          }
        })()
        for (let round = 0; round < ROUNDS; round++) {
          const { size } = acknowledged
          while (acknowledged.size <= size) await Promise.race([pause(10), writing])
          await pause(random() * 200)
          await own!.kill()
          await own!.start()
        }
        isOver = true
        await writing
        const events =
          (await store.readCollection('case'))?.contents.events.filter((event) => event.actor === 'uk') ?? []
        const times = Map.groupBy(events, (event) => event.scope ?? '')
        expect([...times].filter(([, same]) => same.length > 1)).toEqual([])
        expect([...acknowledged].filter((scope) => !times.has(scope))).toEqual([])
        const unasked = [...times.keys()].filter((scope) => !acknowledged.has(scope) && !refused.has(scope))
        expect(unasked).toEqual([])
        await store.close()
        const without = events.length - acknowledged.size
        console.log(
          `By hand, Neo4j killed ${ROUNDS} times: ${acknowledged.size} acknowledged, each there once; ` +
            `${refused.size} refused, of them ${without} there.`,
        )
      },
      LONGEST,
    )
  }),
)
