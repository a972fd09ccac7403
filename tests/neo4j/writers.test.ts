import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { loadAll } from '../../server/memory/load.ts'
import { openAt, type Where } from '../support/any-store.ts'
import { temporaryFolder } from '../support/entente-process.ts'
import type { HubTally, HubTask } from '../support/hub-writer.ts'
import { tellingProcess } from '../support/lines-of.ts'
import { neo4jForTests } from '../support/neo4j.ts'
import { aCase, anActor, aSource } from '../support/records.ts'
import { numRuns } from '../support/samples.ts'

const server = await neo4jForTests('writers.test.ts')

const WRITERS = ['ann', 'ben', 'cleo', 'dov']
const TRANSACTIONS = numRuns(100, 2_000)
const LONGEST = numRuns(300_000, 1_800_000)

/** What each writer heard: the version of each event that was acknowledged. */
interface Heard {
  readonly versions: ReadonlyMap<string, number>
  readonly tally: HubTally
}

async function writeAs(writer: string, where: Where): Promise<Heard> {
  const task: HubTask = { where, writer, transactions: TRANSACTIONS / WRITERS.length }
  const telling = tellingProcess('hub-writer.ts', task)
  expect(await telling.ended).toEqual({ code: 0, signal: null })
  const acknowledged = telling.lines.slice(0, -1).map((line) => line.split(' '))
  return {
    versions: new Map(acknowledged.map(([id = '', version]) => [id, Number(version)])),
    tally: JSON.parse(telling.lines.at(-1) ?? '') as HubTally,
  }
}

async function writeAllAtOnce(where: Where): Promise<void> {
  const store = await openAt(where)
  try {
    const actors = ['hub', ...WRITERS].map((actor) => anActor(actor))
    const { version: before } = await store.apply(aCase({ actors, sources: [aSource()] }))
    const began = performance.now()
    const heard = await Promise.all(WRITERS.map((writer) => writeAs(writer, where)))
    const seconds = (performance.now() - began) / 1000

    const acknowledged = new Map(heard.flatMap(({ versions }) => [...versions]))
    expect(acknowledged.size).toBe(TRANSACTIONS)
    // Each made a version of its own, and nobody else made any.
    const versions = [...acknowledged.values()].sort((a, b) => a - b)
    expect(versions).toEqual(Array.from({ length: TRANSACTIONS }, (_, n) => before + 1 + n))
    expect(await store.version()).toBe(before + TRANSACTIONS)
    const latest = await store.changesSince(before + TRANSACTIONS - 100)
    expect(latest?.map((change) => [change.version, ...change.events])).toEqual(
      versions.slice(-100).map((version) => [version, [...acknowledged].find(([, at]) => at === version)?.[0]]),
    )

    // Each event is there once, in full, in the columns too, and says which version wrote it.
    const events = (await store.readCollection('case'))?.contents.events ?? []
    expect(events.map((event) => event.id)).toEqual([...acknowledged.keys()].sort())
    for (const event of events) expect([event.scope, event.evidence[0]?.quote]).toEqual([event.id, event.id])
    const { snapshot } = await loadAll(store)
    expect(snapshot.events.length).toBe(TRANSACTIONS)
    const revisions = await store.revisions(events.map(({ id }) => `event:${id}` as const))
    for (const [id, version] of acknowledged) expect(revisions.get(`event:${id}`)?.version).toBe(version)
    const { entries } = await store.audit({ first: TRANSACTIONS })
    const byHand = entries.flatMap(({ key, version }) => (key === null ? [] : [[key, version]]))
    expect(byHand.toReversed()).toEqual(
      [...acknowledged]
        .filter(([id]) => Number(id.split('-')[1]) % 2 === 1)
        .sort(([, a], [, b]) => a - b)
        .map(([id, version]) => [`event:${id}`, version]),
    )
    tell(store.capabilities.name, heard, seconds)
  } finally {
    await store.close()
  }
}

/** A transaction that was begun, and neither ended nor found another version, was ended by the server and begun anew. */
function tell(name: string, heard: readonly Heard[], seconds: number): void {
  const sum = (count: (tally: HubTally) => number) => heard.reduce((all, { tally }) => all + count(tally), 0)
  const [begun, moved, refused] = [sum((each) => each.begun), sum((each) => each.moved), sum((each) => each.refused)]
  const anew = name === 'neo4j' ? `${begun - moved - TRANSACTIONS} ended by the server (deadlocks), ` : ''
  console.log(
    `${name}: ${TRANSACTIONS} transactions of ${WRITERS.length} processes in ${seconds.toFixed(1)} s; ${anew}` +
      `${moved} begun anew because another wrote first, ${refused} refused for it.`,
  )
}

test(
  'four processes that write to one actor of a file at once lose nothing and double nothing',
  async () => {
    const { folder, remove } = temporaryFolder()
    afterAll(remove)
    await writeAllAtOnce({ sqlite: join(folder, 'entente.sqlite') })
  },
  LONGEST,
)

describe.skipIf(server === null)('Neo4j', () => {
  test(
    'loses nothing and doubles nothing when four processes write to one actor at once',
    async () => {
      await writeAllAtOnce({ neo4j: server!.target })
    },
    LONGEST,
  )
})
