import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBackup } from '../../server/ingest/transfer/read-backup.ts'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'
import {
  runEntente,
  serveEntente,
  startEntente,
  temporaryFolder,
  type EntenteProcess,
} from '../support/entente-process.ts'
import { aCase, anEvent } from '../support/records.ts'
import { allOf, liveAFullLife } from '../unit/transfer/a-full-life.ts'

const { folder, remove } = temporaryFolder()
afterAll(remove)
const at = (...path: string[]) => join(folder, ...path)
const storeIn = (data: string) => at(data, 'entente.sqlite')

/** Makes a store in a data folder of its own. */
async function make(data: string, fill: Parameters<typeof withStore>[1]): Promise<void> {
  mkdirSync(at(data))
  await withStore(data, fill)
}

async function withStore<T>(data: string, work: (store: ReturnType<typeof openSqliteStore>) => Promise<T>): Promise<T> {
  const store = openSqliteStore(storeIn(data))
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

const keptIn = (data: string) => withStore(data, allOf)

/** Waits until a command tells how far it is, and ends it where it stands. */
async function killWhile(doing: string, { child, ended }: EntenteProcess): Promise<void> {
  let told = ''
  while (!told.includes(doing)) told += String(await once(child.stderr, 'data'))
  child.kill('SIGKILL')
  expect(await ended).toMatchObject({ code: null, stdout: '' })
}

beforeAll(async () => {
  await make('lived', liveAFullLife)
  await make('large', async (store) => {
    const events = Array.from({ length: 12_000 }, (_, n) => anEvent({ id: `case/${n}`, scope: `number ${n}` }))
    await store.apply({ ...aCase({ events }), action: 'load' })
  })
})

describe('backup and restore', () => {
  const file = at('lived.jsonl.gz')

  test('bring a store back as it was, with one digest all along', async () => {
    const backup = await runEntente(['backup', '--to', file, '--data', at('lived')])
    expect(backup.code).toBe(0)
    const [, digest = ''] = /^digest: ([0-9a-f]{64})$/m.exec(backup.stdout) ?? []
    expect(digest).not.toBe('')
    const restore = await runEntente(['restore', file, '--data', at('restored')])
    expect(restore.code).toBe(0)
    expect(restore.stdout).toContain(`digest of the backup: ${digest}\ndigest of what is there: ${digest}\n`)
    expect(restore.stdout).toMatch(/^ {2}events +\d+$/m)
    expect(restore.stderr).toMatch(/^reading .*\n(.*\n)*writing .*\n(.*\n)*comparing .* so far.*\n/)
    expect(await keptIn('restored')).toEqual(await keptIn('lived'))

    // The copy of the copy, through a file and directly, is the same.
    const again = at('again.jsonl.gz')
    expect((await runEntente(['backup', '--to', again, '--data', at('restored')])).stdout).toContain(
      `digest: ${digest}\n`,
    )
    const linesOf = (path: string) => gunzipSync(readFileSync(path)).toString().split('\n').slice(1).toSorted()
    expect(linesOf(again)).toEqual(linesOf(file))
    const copy = await runEntente(['copy', '--to', at('copied'), '--data', at('restored')])
    expect(copy.stdout).toContain(`digest of what was read: ${digest}\ndigest of what is there: ${digest}\n`)
    expect(await keptIn('copied')).toEqual(await keptIn('lived'))
  })

  test('a cut file is refused before there is a store', async () => {
    const cut = at('cut.jsonl.gz')
    const bytes = readFileSync(file)
    writeFileSync(cut, bytes.subarray(0, bytes.length - 100))
    const { code, stdout, stderr } = await runEntente(['restore', cut, '--data', at('none')])
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/^entente: .*cut\.jsonl\.gz is cut short or was changed since it was made.*\.$/m)
    expect(existsSync(at('none'))).toBe(false)
  })

  test('what is there is not overwritten', async () => {
    const before = readFileSync(file)
    const backup = await runEntente(['backup', '--to', file, '--data', at('large')])
    expect([backup.code, backup.stderr]).toEqual([2, expect.stringContaining('is there already')])
    expect(readFileSync(file)).toEqual(before)
    const kept = await keptIn('lived')
    const restore = await runEntente(['restore', file, '--data', at('lived')])
    expect([restore.code, restore.stderr]).toEqual([1, expect.stringContaining('Nothing was written.')])
    expect(await keptIn('lived')).toEqual(kept)
    expect((await runEntente(['backup', '--to', file, '--force', '--data', at('lived')])).code).toBe(0)
  })

  test('a backup never takes the place of its own store', async () => {
    const kept = await keptIn('lived')
    const backup = await runEntente(['backup', '--to', storeIn('lived'), '--force', '--data', at('lived')])
    expect([backup.code, backup.stderr]).toEqual([2, expect.stringContaining('is the store itself')])
    expect(await keptIn('lived')).toEqual(kept)
  })
})

describe('killed while at work', () => {
  const file = at('large.jsonl.gz')

  test('a backup leaves no file of its name', async () => {
    await killWhile('reading', startEntente(['backup', '--to', file, '--data', at('large')]))
    expect(readdirSync(folder).filter((name) => name.startsWith('large.'))).toEqual([
      expect.stringMatching(/^large\.jsonl\.gz\.\d+\.unfinished$/),
    ])
  })

  test('a restore leaves a part', async () => {
    expect((await runEntente(['backup', '--to', file, '--data', at('large')])).code).toBe(0)
    await killWhile('writing', startEntente(['restore', file, '--data', at('half')]))
    const { length } = await keptIn('half')
    expect(length).toBeLessThan((await keptIn('large')).length)
  })

  test.each([
    ['serve', '--port', '0'],
    ['export', 'case'],
    ['backup', '--to', at('of-half.gz')],
  ])('which nobody takes for a store: %s', async (...command) => {
    const { code, stdout, stderr } = await runEntente([...command, '--data', at('half')])
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/^entente: This store holds a part of another only: .*do the same one again.*\.$/m)
  })

  test('and the same restore again makes it whole', async () => {
    const again = await runEntente(['restore', file, '--data', at('half')])
    expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining('went on with what') })
    expect(await keptIn('half')).toEqual(await keptIn('large'))
  })

  test('then it is a store like any other: a backup is made while it is served', async () => {
    const served = await serveEntente(at('half'))
    expect((await runEntente(['backup', '--to', at('served.gz'), '--data', at('half')])).code).toBe(0)
    expect((await served.stop()).code).toBe(0)
    expect(await allOf(await openBackup(at('served.gz'), () => {}))).toEqual(await keptIn('half'))
  })
})

test.concurrent.each([
  [['copy'], 2, /Where from, or where to\?/],
  [['copy', '--to', at('lived'), '--data', at('lived')], 2, /Both sides are one store/],
  [['copy', '--from', at('nowhere'), '--to', at('new')], 2, /There is no store in/],
  [['copy', '--to', 'http://example.org', '--data', at('lived')], 2, /bolt:\/\//],
  [['copy', '--to', 'bolt://127.0.0.1:7687', '--data', at('lived')], 2, /NEO4J_PASSWORD/],
  [['backup'], 2, /--to/],
  [['backup', '--to', ' '], 2, /Name a file/],
  [['backup', '--to', at('nowhere', 'x.gz'), '--data', at('lived')], 1, /cannot be written \(ENOENT\)/],
  [['restore', at('nowhere.gz'), '--data', at('new')], 1, /cannot be read \(ENOENT\)/],
])('%j exits with %i and a sentence, and makes nothing', async (args, code, says) => {
  const ended = await runEntente(args)
  expect([ended.code, ended.stdout]).toEqual([code, ''])
  expect(ended.stderr).toMatch(says)
  expect(ended.stderr).not.toMatch(/\n\s+at /)
  for (const made of ['new', 'nowhere', 'nowhere.gz']) expect(existsSync(at(made))).toBe(false)
})
