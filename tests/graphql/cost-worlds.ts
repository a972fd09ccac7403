import fc from 'fast-check'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { formatDay } from '../../server/domain/days.ts'
import type { CollectionContents } from '../../server/domain/records.ts'
import type { Snapshot } from '../../server/domain/snapshot.ts'
import { openMemory } from '../../server/memory/memory.ts'
import type { GraphStore } from '../../server/store/graph-store.ts'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'
import { FIRST_DAY, graph } from '../support/arbitraries.ts'
import type { Words } from '../support/random-documents.ts'
import { toBatch } from '../support/records.ts'

/** A random world in a store of its own, read into columns with a tail. */
export interface CostWorld {
  readonly store: GraphStore
  readonly snapshot: Snapshot
  readonly words: Words
  close(): Promise<void>
}

/** @param start where chance begins. */
export async function costWorld(start: number): Promise<CostWorld> {
  const [made] = fc.sample(graph({ maxEvents: 40 }), { seed: start, numRuns: 1 })
  if (!made) throw new RangeError('There is no world.')
  const contents = made.contents.map(adorned)
  const folder = mkdtempSync(join(tmpdir(), 'entente-cost-'))
  const store = openSqliteStore(join(folder, 'entente.sqlite'))
  const memory = openMemory(store)
  for (const each of contents) await store.apply(toBatch({ ...each, events: each.events.slice(0, 25) }))
  await memory.load()
  for (const each of contents) {
    // What is written again stands in the tail, and its first row is dead.
    await store.apply({ writer: { by: 'IMPORT', name: 'more' }, events: each.events.slice(20) })
  }
  const snapshot = await memory.snapshot()
  return {
    store,
    snapshot,
    words: {
      actors: made.actors,
      collections: contents.map((each) => each.collection.id),
      events: contents.flatMap((each) => each.events.map(({ id }) => id)).concat('c0/gone'),
      days: [-10, 0, 30, 62, 90, 125, 200, 400].map((offset) => formatDay(FIRST_DAY + offset)),
    },
    async close() {
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** With all that random graphs leave out: other names, places, questions, a headline, words. */
function adorned(contents: CollectionContents): CollectionContents {
  const { collection, actors, events } = contents
  const ids = actors.map(({ actor }) => actor)
  return {
    ...contents,
    collection: {
      ...collection,
      headline: events[0]?.id ?? null,
      positions: ids.map((actor, at) => ({ actor, x: at, y: at })),
      questions: ids.slice(0, 3).map((toward) => ({
        id: `${collection.id}/q-${toward}`,
        text: 'Who?',
        kind: 'DISTANCING',
        toward,
        by: ids[0] ?? null,
        dates: [FIRST_DAY, FIRST_DAY + 1],
      })),
    },
    actors: actors.map((each, at) => ({
      ...each,
      aliases: Array.from({ length: at }, (_, n) => `Alias ${n} of ${each.actor}`),
    })),
    events: events.map((each, at) => ({ ...each, summary: at % 2 === 0 ? 'It happened.' : null })),
  }
}
