import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { select } from '../../server/domain/select.ts'
import { createView } from '../../server/domain/view.ts'
import { batchesOf } from '../../server/egress/batches.ts'
import { gather } from '../../server/egress/gather.ts'
import { loadAll } from '../../server/memory/load.ts'
import type { GraphStore, Kept } from '../../server/store/graph-store.ts'
import { openNeo4jStore } from '../../server/store/neo4j/neo4j-store.ts'
import { cypherScript } from '../../server/store/neo4j/script/cypher-script.ts'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'
import { graph } from '../support/arbitraries.ts'
import { neo4jForTests } from '../support/neo4j.ts'
import { allOf } from '../support/all-of.ts'
import { aCase, anActor, aSource, anEvent, someEvidence, toBatch } from '../support/records.ts'
import { numRuns, seed } from '../support/samples.ts'

const server = await neo4jForTests('tests/neo4j/export-cypher.test.ts')
const folder = mkdtempSync(join(tmpdir(), 'entente-script-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What would end a text, a statement or a name, if it were not written with care. */
const AWKWARD = [
  "'; MATCH (n) DETACH DELETE n; //",
  '\\',
  "\\'",
  '\\u0027 + x',
  '\\\\u0027',
  '`$rows`',
  '$rows ${x}',
  ';\n// a\r\n\t"',
  '/* */',
  '\u{1}\u{7f}\u{85}',
  'Ångström 𝒟 👩‍👩‍👧 عربى \u{202e}',
  "u'\\",
]

async function filled(name: string, fill: (store: GraphStore) => Promise<void>): Promise<GraphStore> {
  const store = openSqliteStore(join(mkdtempSync(join(folder, name)), 'entente.sqlite'))
  await fill(store)
  return store
}

/** Records, without who wrote them in which version. */
async function recordsOf(store: GraphStore): Promise<readonly string[]> {
  const told: string[] = []
  for await (const many of store.everything())
    for (const kept of many) if (kept.type !== 'audit') told.push(JSON.stringify(recordOf(kept)))
  return told.sort()
}

function recordOf(kept: Kept): unknown {
  return kept.type === 'held' ? kept : [kept.type, 'record' in kept ? kept.record : null]
}

/** Runs the script of all that a store shows on an empty Neo4j, and compares what it then holds with a store that was given the same. */
async function expectSame(store: GraphStore): Promise<void> {
  const { snapshot } = await loadAll(store)
  const view = createView(snapshot, null, null)
  const rows = select(view, {}, { level: 'ACTOR', purpose: 'LIST' })
  const outgoing = await gather({ view, rows, filter: {}, onlyNamed: false, store })
  const script = (await allOf(cypherScript('A test', batchesOf(outgoing)))).join('')
  expect(script).toMatch(/;\n$/)
  for (const statement of script.split(';\n').slice(0, -1)) await server!.driver.executeQuery(statement)
  const given = await filled('given-', async (to) => {
    for await (const batch of batchesOf(outgoing)) await to.apply(batch)
  })
  const neo4j = await openNeo4jStore(server!.target)
  expect(await recordsOf(neo4j)).toEqual(await recordsOf(given))
  // Written again, it differs in nothing: also what the records do not show is as the store would have it.
  for await (const batch of batchesOf(outgoing)) expect((await neo4j.apply(batch)).changed).toBe(0)
  const names = await neo4j.actorCandidates('brazil', 10)
  expect(names).toEqual(await given.actorCandidates('brazil', 10))
  for (const each of [neo4j, given]) await each.close()
}

describe.skipIf(!server)('a Cypher script, run on an empty Neo4j', () => {
  test('makes the store that it was written from, whatever stands in its texts', async () => {
    await server!.wipe()
    const store = await filled('awkward-', async (to) => {
      await to.apply(
        aCase({
          actors: [
            anActor('uk', { name: 'United Kingdom', aliases: AWKWARD }),
            anActor('us', { name: 'Brazil', description: AWKWARD.join(' ') }),
          ],
          sources: [aSource({ title: AWKWARD.join('\n') })],
          events: AWKWARD.map((text, at) =>
            anEvent({ id: `case/${at}`, scope: text, summary: text, evidence: [someEvidence({ quote: text })] }),
          ),
        }),
      )
    })
    await expectSame(store)
    await store.close()
  })

  test('makes the store that it was written from, for random graphs', async () => {
    await fc.assert(
      fc.asyncProperty(graph(), async ({ contents }) => {
        await server!.wipe()
        const store = await filled('random-', async (to) => {
          for (const each of contents) await to.apply(toBatch(each))
        })
        await expectSame(store)
        await store.close()
      }),
      { numRuns: numRuns(1, 100), seed: seed() },
    )
  })
})
