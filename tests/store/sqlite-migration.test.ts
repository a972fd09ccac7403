import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { RecordKey } from '../../server/domain/record-key.ts'
import type { CollectionContents, EventRecord } from '../../server/domain/records.ts'
import type { Change, Writer } from '../../server/store/graph-store.ts'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'
import { anActor, anEvent, LOADER } from '../support/records.ts'

/**
 * A file as Entente wrote it before the second migration, and what it read in it then: the collections `all` (every word of every
 * vocabulary) and `case`, an event of a hand, and the memory of a collection that went.
 */
interface Then {
  readonly version: number
  readonly collections: readonly {
    readonly contents: CollectionContents
    readonly writtenBy: readonly (readonly [string, Writer])[]
  }[]
  readonly changes: readonly Change[]
}

let folder: string
let path: string
let then: Then

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'entente-migration-'))
  path = join(folder, 'old.db')
  writeFileSync(path, unpacked('schema-1.db.gz'))
  then = JSON.parse(unpacked('schema-1.json.gz').toString()) as Then
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** What came with the third: rows of data sets say where in the source they stand. */
function withLocator(event: EventRecord): EventRecord {
  return { ...event, coded: event.coded && { ...event.coded, locator: null } }
}

function unpacked(name: string): Buffer {
  return gunzipSync(readFileSync(new URL(`files/${name}`, import.meta.url)))
}

function schema(): unknown {
  const file = new Database(path)
  const found = file.pragma('user_version', { simple: true })
  file.close()
  return found
}

test('a store of the first schema opens and keeps everything', async () => {
  expect(schema()).toBe(1)
  const store = openSqliteStore(path)
  expect(await store.version()).toBe(then.version)
  expect(await store.changesSince(0)).toEqual(then.changes)
  for (const { contents, writtenBy } of then.collections) {
    const stored = await store.readCollection(contents.collection.id)
    expect(stored?.contents).toEqual({ ...contents, events: contents.events.map(withLocator) })
    expect(new Set(stored?.writtenBy.values())).toEqual(new Set(writtenBy.map(([, writer]) => writer)))
    expect(stored?.writtenBy.size).toBe(writtenBy.length)
  }
  expect((await store.collections()).map(({ id }) => id)).toEqual(['all', 'case'])
  expect(await store.everHeld('gone')).toBe(true)
  expect((await store.actorCandidates('albion', 5)).map(({ actor }) => actor)).toEqual(['uk'])
  expect((await store.eventCandidates('maritime')).map(({ event }) => event)).toEqual(['case/1'])
  expect(await store.removals()).toEqual([])
  expect(await store.merges()).toEqual([])
  expect(await store.audit({ first: 10 })).toEqual({ entries: [], total: 0 })
  await store.close()
  expect(schema()).toBe(3)
})

test('its records are older than all that come, and are changed like any other', async () => {
  const store = openSqliteStore(path)
  const ana: Writer = { by: 'HAND', name: 'Ana' }
  const keys: RecordKey[] = ['event:case/1', 'event:case/2', 'actor:case/uk', 'collection:all', 'source:case/report']
  const old = await store.revisions([...keys, 'event:case/none'])
  expect([...old]).toEqual(
    expect.arrayContaining(keys.map((key) => [key, { version: 0, writer: key === 'event:case/2' ? ana : LOADER }])),
  )
  expect(old.size).toBe(keys.length)
  const before = (await store.actors()).map(({ id }) => id)
  const changed = { writer: ana, action: 'save', actors: [anActor('aa')], events: [anEvent({ strength: 3 })] }
  await store.apply({ ...changed, remove: { events: ['case/2'] } })
  expect((await store.actors()).map(({ id }) => id)).toEqual([...before, 'aa'])
  expect((await store.revisions(['event:case/1'])).get('event:case/1')).toEqual({
    version: then.version + 1,
    writer: ana,
  })
  const contents = then.collections.find(({ contents: { collection } }) => collection.id === 'case')?.contents
  const { entries } = await store.audit({ first: 10 })
  expect(entries.map(({ key, before: held }) => [key, held])).toEqual([
    ['event:case/2', contents?.events[1]],
    ['event:case/1', contents?.events[0]],
    ['actor:case/aa', null],
  ])
  await store.close()
})
