import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CollectionContents, EventRecord } from '../../../server/domain/records.ts'
import { checkCase, checkFiles } from '../../../server/ingest/case/check-case.ts'
import { exportCase } from '../../../server/ingest/case/export-case.ts'
import { CaseProblemsError, loadCase, LoadRefusedError, seedIfNew } from '../../../server/ingest/load.ts'
import type { GraphStore } from '../../../server/store/graph-store.ts'
import { openSqliteStore } from '../../../server/store/sqlite/sqlite-store.ts'
import { broken, SMALL_CASE } from './small-case.ts'

const SEED = fileURLToPath(new URL('../../../seeds/caribbean-strikes-2025', import.meta.url))
const HAND = { by: 'HAND', name: 'Ana' } as const

let folder: string
let store: GraphStore
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'entente-load-'))
  store = openSqliteStore(join(folder, 'store.db'))
})
afterEach(async () => {
  await store.close()
  await rm(folder, { recursive: true })
})

function contentsOf(texts: ReadonlyMap<string, string>): CollectionContents {
  const { contents, problems } = checkFiles(texts)
  if (!contents) throw new TypeError(JSON.stringify(problems))
  return contents
}

function small(): CollectionContents {
  return contentsOf(new Map(Object.entries(SMALL_CASE)))
}

async function held(id = 'small'): Promise<CollectionContents> {
  const stored = await store.readCollection(id)
  if (!stored) throw new RangeError(`The store does not hold ${id}.`)
  return stored.contents
}

function eventOf({ events }: CollectionContents, id: string): EventRecord {
  const event = events.find((each) => each.id === `small/${id}`)
  if (!event) throw new RangeError(`No event ${id}.`)
  return event
}

describe('loading a case', () => {
  it('brings the store to what the files say, in one version', async () => {
    const { contents } = await checkCase(SEED)
    if (!contents) throw new TypeError('The seeded case has problems.')
    const before = await store.version()
    const report = await loadCase(store, contents, 'caribbean-strikes-2025')
    expect(report).toEqual({
      version: before + 1,
      changed: 1 + 26 + 15 + 3 + 17,
      conflicts: [],
      counts: { actors: 26, affiliations: 15, sources: 3, events: 17 },
    })
    expect(await held('caribbean-strikes-2025')).toEqual(contents)
    expect(contentsOf(exportCase(await held('caribbean-strikes-2025')))).toEqual(contents)
  })

  it('twice changes nothing', async () => {
    await loadCase(store, small(), 'small')
    const version = await store.version()
    const again = await loadCase(store, small(), 'small')
    expect(again).toMatchObject({ version, changed: 0, conflicts: [] })
    expect(await store.version()).toBe(version)
  })

  it('writes what differs, and only that', async () => {
    await loadCase(store, small(), 'small')
    const before = await store.version()
    const changed = contentsOf(broken('events.yaml', 'quote: no more', 'quote: no longer'))
    expect(await loadCase(store, changed, 'small')).toMatchObject({ version: before + 1, changed: 1 })
    expect(await store.changesSince(before)).toEqual([
      { version: before + 1, events: ['small/a-suspends'], everything: false },
    ])
    expect(await held()).toEqual(changed)
  })

  it('takes away what has left the files', async () => {
    await loadCase(store, small(), 'small')
    const { collection, actors, affiliations, sources, events } = small()
    const fewer: CollectionContents = {
      collection: { ...collection, headline: null },
      actors: actors.filter(({ actor }) => actor !== 'club'),
      affiliations: affiliations.filter(({ to }) => to !== 'club'),
      sources: sources.filter(({ id }) => id !== 'small/wire'),
      events: events.filter(({ id }) => id === 'small/a-shares'),
    }
    expect(await loadCase(store, fewer, 'small')).toMatchObject({ changed: 1 + 1 + 1 + 1 + 2, conflicts: [] })
    expect(await held()).toEqual(fewer)
    expect((await store.actors()).map(({ id }) => id).sort()).toEqual(['a', 'b', 'b-navy'])
  })

  it('leaves other collections alone', async () => {
    await loadCase(store, small(), 'small')
    const other = contentsOf(broken('case.yaml', 'id: small', 'id: other'))
    await loadCase(store, other, 'other')
    await loadCase(store, { ...other, events: [], collection: { ...other.collection, headline: null } }, 'other')
    expect(await held()).toEqual(small())
  })

  it('over a data set of the same id is refused', async () => {
    const { collection } = small()
    await store.apply({ writer: { by: 'IMPORT', name: 'x' }, collections: [{ ...collection, kind: 'DATA_SET' }] })
    const version = await store.version()
    await expect(loadCase(store, small(), 'small')).rejects.toThrow(LoadRefusedError)
    expect(await store.version()).toBe(version)
  })
})

describe('what a hand has written', () => {
  it('is kept and listed where the files say otherwise', async () => {
    await loadCase(store, small(), 'small')
    const byHand = { ...eventOf(small(), 'a-suspends'), scope: 'all of it', summary: 'By hand.' }
    await store.apply({ writer: HAND, events: [byHand] })
    const files = contentsOf(broken('events.yaml', 'occurred: 2025-11\n', 'occurred: 2025-12\n'))
    expect(await loadCase(store, files, 'small')).toMatchObject({
      changed: 1,
      conflicts: [
        'The event a-suspends was changed by Ana since it was loaded and is kept; the files differ in scope, summary.',
      ],
    })
    expect(eventOf(await held(), 'a-suspends')).toEqual(byHand)
    expect(eventOf(await held(), 'a-restores').occurred).toBe('2025-12')
  })

  it("is no conflict where the files say the same, and stays the hand's", async () => {
    await loadCase(store, small(), 'small')
    const byHand = { ...eventOf(small(), 'a-suspends'), scope: 'all of it' }
    await store.apply({ writer: HAND, events: [byHand] })
    const version = await store.version()
    const same = contentsOf(broken('events.yaml', 'breaks: [a-shares]', 'breaks: [a-shares]\n  scope: all of it'))
    expect(await loadCase(store, same, 'small')).toMatchObject({ version, changed: 0, conflicts: [] })
    expect((await store.readCollection('small'))?.writtenBy.get('event:small/a-suspends')).toEqual(HAND)
  })

  it('is kept when the files no longer have it', async () => {
    await loadCase(store, small(), 'small')
    await store.apply({
      writer: HAND,
      events: [{ ...eventOf(small(), 'a-restores'), id: 'small/by-hand', restores: [] }],
    })
    const version = await store.version()
    expect(await loadCase(store, small(), 'small')).toMatchObject({ version, changed: 0, conflicts: [] })
    expect(eventOf(await held(), 'by-hand').actor).toBe('a')
  })

  it('keeps what it names, and says so', async () => {
    await loadCase(store, small(), 'small')
    const byHand = {
      ...eventOf(small(), 'a-shares'),
      id: 'small/by-hand',
      target: 'club',
      evidence: eventOf(small(), 'a-suspends').evidence,
      kind: 'SUSPENSION' as const,
      breaks: ['small/a-shares'],
    }
    await store.apply({ writer: HAND, events: [byHand] })
    const { collection, actors, sources } = small()
    const bare: CollectionContents = {
      collection: { ...collection, headline: null, questions: [], positions: [] },
      actors: actors.filter(({ actor }) => actor === 'a'),
      affiliations: [],
      sources: sources.filter(({ id }) => id === 'small/paper'),
      events: [],
    }
    const { conflicts } = await loadCase(store, bare, 'small')
    expect(conflicts).toEqual([
      'The event a-shares has left the files and is kept: the event by-hand, which is kept, names it.',
      'The source wire has left the files and is kept: the event by-hand, which is kept, names it.',
      'The actor b-navy has left the files and is kept: the event a-shares, which is kept, names it.',
      'The actor club has left the files and is kept: the event by-hand, which is kept, names it.',
    ])
    const now = await held()
    expect(now.events.map(({ id }) => id)).toEqual(['small/a-shares', 'small/by-hand'])
    expect(now.actors.map(({ actor }) => actor)).toEqual(['a', 'b-navy', 'club'])
    expect(now.affiliations).toEqual([])
    const version = await store.version()
    expect(await loadCase(store, bare, 'small')).toMatchObject({ version, changed: 0, conflicts })
  })
})

describe('seeding', () => {
  it('loads into a store that never held the case, once and for all', async () => {
    expect(await seedIfNew(store, SEED)).toMatchObject({ changed: 62, conflicts: [] })
    expect(await seedIfNew(store, SEED)).toBeNull()
    const { contents } = (await store.readCollection('caribbean-strikes-2025')) ?? {}
    if (!contents) throw new TypeError('The case was not seeded.')
    await store.apply({ writer: HAND, remove: { collections: [contents.collection.id] } })
    expect(await store.readCollection('caribbean-strikes-2025')).toBeNull()
    expect(await seedIfNew(store, SEED)).toBeNull()
    expect(await store.readCollection('caribbean-strikes-2025')).toBeNull()
  })

  it('is not stopped by a slip in the files of a case that the store already holds', async () => {
    const copy = join(folder, 'caribbean-strikes-2025')
    await cp(SEED, copy, { recursive: true })
    await seedIfNew(store, copy)
    await writeFile(join(copy, 'actors.yaml'), '- [')
    expect(await seedIfNew(store, copy)).toBeNull()
  })

  it('writes nothing of a case with problems', async () => {
    const version = await store.version()
    await expect(seedIfNew(store, folder)).rejects.toThrow(CaseProblemsError)
    await expect(seedIfNew(store, folder)).rejects.toMatchObject({ problems: { length: 4 } })
    expect(await store.version()).toBe(version)
    expect(await store.collections()).toEqual([])
  })
})
