import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { createView, type View } from '../../server/domain/view.ts'
import type { Memory } from '../../server/memory/memory.ts'
import { DanglingReferenceError } from '../../server/store/errors.ts'
import type { Applied, Batch, GraphStore } from '../../server/store/graph-store.ts'
import { openNeo4jStore } from '../../server/store/neo4j/neo4j-store.ts'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'
import { neo4jForTests } from '../support/neo4j.ts'
import {
  distancingBeside,
  eventsBeside,
  neighboursBeside,
  pathsBeside,
  statsBeside,
  tiesBeside,
  timelineBeside,
} from '../support/reference/agreement.ts'
import { createWorld } from '../support/reference/world.ts'
import { numRuns } from '../support/samples.ts'
import { byHand } from './by-hand.ts'
import { asking, fitted, type Asking, type Fitted } from './asking.ts'
import { EVERY_ANSWER, NEXT_PAGES } from './every-answer.ts'
import { Model } from './model.ts'
import { respond, sideOf, type Side } from './side.ts'
import { story, type Step, type Story } from './story.ts'

const server = await neo4jForTests('differential.test.ts')

/** Graphs. Each is changed in several ways, and asked after each. */
const GRAPHS = numRuns(4, 300)
/** Milliseconds, on a machine that does other things too. */
const LONGEST = numRuns(600_000, 3_600_000)
/** How long a failure is made smaller; then the smallest so far is told. */
const SHRINK_MS = numRuns(90_000, 600_000)

const REFUSED = 'refused'

/** After hands have merged actors, a batch may name one that is no more. */
async function applied(store: GraphStore, batch: Batch): Promise<Applied | typeof REFUSED> {
  try {
    return await store.apply(batch)
  } catch (error) {
    if (error instanceof DanglingReferenceError) return REFUSED
    throw error
  }
}

describe.skipIf(server === null)('SQLite, Neo4j and the naive reference', async () => {
  if (server === null) return
  const folder = mkdtempSync(join(tmpdir(), 'entente-differ-'))
  const neo4j = await openNeo4jStore(server.target)
  afterAll(async () => {
    await neo4j.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const counted = { graphs: 0, changes: 0, byHand: 0, questions: 0 }

  test(
    'give the same answers to whatever is asked of any graph, however it came to be',
    async () => {
      let endOfShrinking = Infinity
      const property = fc.asyncProperty(
        story,
        fc.array(asking, { minLength: 1, maxLength: numRuns(1, 2) }),
        async (told, asks) => {
          if (Date.now() > endOfShrinking) return
          const sqlite = openSqliteStore(join(mkdtempSync(join(folder, 'run-')), 'entente.sqlite'))
          try {
            await expectAlike(told, asks, [sqlite, neo4j])
            counted.graphs++
          } catch (error) {
            endOfShrinking = Math.min(endOfShrinking, Date.now() + SHRINK_MS)
            throw error
          } finally {
            await sqlite.close()
            await server.wipe()
          }
        },
      )
      await fc.assert(property, { numRuns: GRAPHS })
      const { graphs, changes, byHand: hands, questions } = counted
      console.log(
        `${graphs} graphs, ${changes} changes, ${hands} of them by hand, ${questions} questions: equal answers.`,
      )
    },
    1.5 * LONGEST,
  )

  async function expectAlike(
    { steps, built }: Story,
    asks: readonly Asking[],
    stores: readonly GraphStore[],
  ): Promise<void> {
    const model = new Model()
    const sides = await Promise.all(stores.map(sideOf))
    for (const [at, step] of steps.entries()) {
      if (at === built) for (const { memory } of sides) await memory.load()
      await take(step, sides, model)
      counted.changes++
      for (const each of asks) {
        const asked = fitted(each, model)
        await expectSameResponse(sides, asked)
        for (const { memory } of sides) await expectAsReference(memory, model, asked, each)
        counted.questions++
      }
    }
  }

  async function take(step: Step, sides: readonly Side[], model: Model): Promise<void> {
    if (!('hand' in step)) {
      const [one, other] = await Promise.all(
        sides.map(({ store }) => ('batch' in step ? applied(store, step.batch) : store.reload())),
      )
      expect(other).toEqual(one)
      if ('batch' in step && one !== REFUSED) model.apply(step.batch)
      return
    }
    const [{ store }] = sides as readonly [Side, Side]
    const { mutation, variables } = byHand(step.hand, model, await store.version())
    const [one = '', other = ''] = await Promise.all(sides.map((side) => respond(side, mutation, variables)))
    expectEqual(one, other)
    if (!('errors' in JSON.parse(one))) counted.byHand++
    // What a hand leaves is tested elsewhere; here it is what later questions are asked of.
    const all = (await store.collections()).map(async ({ id }) => (await store.readCollection(id))?.contents)
    model.become((await Promise.all(all)).filter((each) => each !== undefined))
  }

  async function expectSameResponse(sides: readonly Side[], { variables }: Fitted): Promise<void> {
    const [one = '', other = ''] = await Promise.all(sides.map((side) => respond(side, EVERY_ANSWER, variables)))
    const answer = JSON.parse(one)
    expect(answer.errors).toBeUndefined()
    expectEqual(one, other)
    const { events, actors, sources, distancing } = answer.data
    const after = {
      ...variables,
      events: events.pageInfo.endCursor,
      actors: actors.pageInfo.endCursor,
      sources: sources.pageInfo.endCursor,
      rows: distancing.endCursor,
    }
    const [next = '', otherNext = ''] = await Promise.all(sides.map((side) => respond(side, NEXT_PAGES, after)))
    expect(JSON.parse(next).errors).toBeUndefined()
    expectEqual(next, otherNext)
  }

  /** What differs is told by value; equal bytes are what is asked for. */
  function expectEqual(one: string, other: string): void {
    if (one === other) return
    expect(JSON.parse(other)).toEqual(JSON.parse(one))
    expect(other).toBe(one)
  }

  async function expectAsReference(
    memory: Memory,
    model: Model,
    asked: Fitted,
    { bucket, depth, affiliations }: Asking,
  ) {
    const { question, filter, from, to } = asked
    const { level, asKnownOn, collections } = question
    const view = await viewOf(memory, question)
    const world = createWorld(model.contents(), asKnownOn, collections)
    const beside = {
      knownOn: { said: view.knownOn, expected: world.knownOn },
      events: eventsBeside(view, world, filter, level),
      ties: tiesBeside(view, world, filter, level),
      timeline: timelineBeside(view, world, filter, bucket),
      stats: statsBeside(view, world, filter),
      paths: pathsBeside(view, world, filter, [from, to], affiliations),
      neighbours: neighboursBeside(view, world, filter, level, from, depth),
      distancing: distancingBeside(view, world, question),
    }
    for (const [of, { said, expected }] of Object.entries(beside)) expect({ of, said }).toEqual({ of, said: expected })
  }

  async function viewOf(memory: Memory, { asKnownOn, collections }: Fitted['question']): Promise<View> {
    const snapshot = await memory.snapshot()
    return createView(snapshot, asKnownOn, collections?.map((id) => snapshot.collectionIndex.get(id) ?? -1) ?? null)
  }
})
