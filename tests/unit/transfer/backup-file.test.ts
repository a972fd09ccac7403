import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BackupFileError, SourceMovedError } from '../../../server/ingest/transfer/errors.ts'
import { openBackup } from '../../../server/ingest/transfer/read-backup.ts'
import { summaryOf, transfer } from '../../../server/ingest/transfer/transfer.ts'
import { writeBackup } from '../../../server/ingest/transfer/write-backup.ts'
import type { GraphStore, Kept } from '../../../server/store/graph-store.ts'
import { openSqliteStore } from '../../../server/store/sqlite/sqlite-store.ts'
import { aCase, anEvent, LOADER } from '../../support/records.ts'
import { numRuns } from '../../support/samples.ts'
import { allOf, liveAFullLife } from './a-full-life.ts'

const folder = mkdtempSync(join(tmpdir(), 'entente-backup-'))
const store: GraphStore = openSqliteStore(join(folder, 'entente.sqlite'))
const path = join(folder, 'whole.jsonl.gz')
const quietly = () => {}
let kept: readonly Kept[] = []

beforeAll(async () => {
  await liveAFullLife(store)
  kept = await allOf(store)
  await writeBackup(store, path, quietly)
})
afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A file of these bytes. */
function fileOf(bytes: Uint8Array | string): string {
  const other = join(folder, 'other.jsonl.gz')
  writeFileSync(other, bytes)
  return other
}

/** Its lines, each without its line feed. */
const linesOf = (file: string) => gunzipSync(readFileSync(file)).toString().split('\n').slice(0, -1)
const toFile = (lines: readonly string[]) => fileOf(gzipSync(lines.map((line) => `${line}\n`).join('')))

describe('a backup', () => {
  test('gives back all that was kept, whatever stands in it', async () => {
    const backup = await openBackup(path, quietly)
    expect(backup.header).toMatchObject({ store: 'sqlite', version: await store.version() })
    expect(await allOf(backup)).toEqual(kept)
    const restored = openSqliteStore(join(folder, 'restored.sqlite'))
    await transfer(backup, restored, quietly)
    expect(await allOf(restored)).toEqual(kept)
    expect(await restored.version()).toBeGreaterThanOrEqual(await store.version())
    await restored.close()
  })

  test('says in its first line what it is, and in its last how much it holds', async () => {
    const lines = linesOf(path)
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      entente: 'backup',
      format: 2,
      store: 'sqlite',
      version: await store.version(),
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    })
    expect(JSON.parse(lines.at(-1) ?? '')).toEqual({ end: await summaryOf(store, quietly) })
    expect(lines).toHaveLength(kept.length + 2)
  })

  test('of this format is read for ever', async () => {
    const old = toFile([
      '{"entente":"backup","format":1,"store":"neo4j","version":7,"at":"2026-11-23T12:00:00.000Z"}',
      '{"collection":"case","type":"held"}',
      '{"record":{"description":null,"headline":null,"id":"case","kind":"CASE","positions":[],"questions":[],"title":"Türkiye"},"type":"collection","writer":{"by":"LOAD","name":"seeds/case"}}',
      '{"end":{"counts":{"collection":1,"source":0,"actor":0,"affiliation":0,"event":0,"held":1,"merge":0,"removed":0,"audit":0},"digest":"a4a3546ca12f3b1a13530508beca0f29dc3b73e5e56f7fb9a01e074b87f54bbf"}}',
    ])
    const backup = await openBackup(old, quietly)
    expect(await backup.version()).toBe(7)
    expect((await allOf(backup)).map(({ type }) => type)).toEqual(['collection', 'held'])
  })

  test('stands under its name whole or not at all', async () => {
    const place = mkdtempSync(join(folder, 'place-'))
    const target = join(place, 'a.gz')
    const broken = {
      ...store,
      capabilities: store.capabilities,
      version: () => store.version(),
      async *everything() {
        for await (const chunk of store.everything()) {
          yield chunk
          expect(readdirSync(place)).not.toContain('a.gz')
        }
        throw new Error('The plug was pulled.')
      },
    }
    await expect(writeBackup(broken, target, quietly)).rejects.toThrow('The plug was pulled.')
    expect(readdirSync(place)).toEqual([])
    await expect(writeBackup(store, join(place, 'nowhere', 'a.gz'), quietly)).rejects.toThrow(BackupFileError)
    expect(readdirSync(place)).toEqual([])
    await writeBackup(store, target, quietly)
    expect(readdirSync(place)).toEqual(['a.gz'])
  })

  test('is not written of a store that is written meanwhile, again and again; once does not matter', async () => {
    const busy = openSqliteStore(join(folder, 'busy.sqlite'))
    await busy.apply(aCase({ events: [anEvent()] }))
    const target = join(folder, 'busy.gz')
    let times = 0
    const disturbed = {
      ...busy,
      capabilities: busy.capabilities,
      version: () => busy.version(),
      async *everything() {
        yield* busy.everything()
        times -= 1
        if (times >= 0) await busy.apply({ writer: LOADER, events: [anEvent({ summary: `${times} left` })] })
      },
    }
    times = 2
    await expect(writeBackup(disturbed, target, quietly)).rejects.toThrow(SourceMovedError)
    expect(readdirSync(folder).filter((name) => name.startsWith('busy.gz'))).toEqual([])
    times = 1
    await writeBackup(disturbed, target, quietly)
    expect(await allOf(await openBackup(target, quietly))).toEqual(await allOf(busy))
    await busy.close()
  })
})

describe('what is no whole backup is refused', () => {
  const refused = async (file: string, says: RegExp) => {
    await expect(openBackup(file, quietly)).rejects.toMatchObject({
      name: 'BackupFileError',
      says: expect.stringMatching(says),
    })
  }

  test('where it is cut anywhere', async () => {
    const bytes = readFileSync(path)
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: bytes.length - 1 }), async (length) => {
        await refused(fileOf(bytes.subarray(0, length)), /is cut short|is no backup/)
      }),
      { numRuns: numRuns(30, 3_000) },
    )
  })

  test('where a byte is another, if it means anything', async () => {
    const bytes = readFileSync(path)
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const changed = Uint8Array.from(bytes)
        changed[at] = (changed[at] ?? 0) ^ by
        const file = fileOf(changed)
        try {
          expect(await allOf(await openBackup(file, quietly))).toEqual(kept)
          // The head of a gzip file has bytes for a time and a system, which nobody needs.
          expect(at).toBeLessThan(10)
        } catch (error) {
          expect(error).toBeInstanceOf(BackupFileError)
        }
      }),
      { numRuns: numRuns(30, 3_000) },
    )
  })

  test('where a line is missing, there twice, changed, or after the end, though it be packed again', async () => {
    const lines = linesOf(path)
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: lines.length - 1 }),
        fc.constantFrom<(at: number, line: string) => string[]>(
          (at) => lines.toSpliced(at, 1),
          (at, line) => lines.toSpliced(at, 0, line),
          (at, line) =>
            lines.with(
              at,
              line.replace(/[1-9a-f]/, (found) => (found === '1' ? '2' : '1')),
            ),
          (at, line) => [...lines, line],
        ),
        async (at, spoil) => refused(toFile(spoil(at, lines[at] ?? '')), /changed since it was made|no backup/),
      ),
      { numRuns: numRuns(60, 2_000) },
    )
    await refused(toFile(lines.with(3, '{"type":"event"')), /changed since it was made/)
    await refused(toFile(lines.with(3, '{"type":"treaty"}')), /changed since it was made/)
  })

  test.each([
    ['nothing', '', /is no backup/],
    ['another file', 'hello\n', /is no backup/],
    ['another file, packed', gzipSync('hello\n'), /is no backup/],
    ['no line', gzipSync('{"entente":"backup","format":1}'), /is no backup/],
    ['a header that says too little', gzipSync('{"entente":"backup","format":1}\n'), /is no backup/],
    ['a newer format', gzipSync('{"entente":"backup","format":3}\n'), /newer Entente/],
    ['the header alone', gzipSync('{"entente":"backup","format":1,"store":"","version":1,"at":""}\n'), /is cut short/],
  ])('where it is %s', async (_, bytes, says) => refused(fileOf(bytes), says))

  test('where it is not there, or a folder', async () => {
    await refused(join(folder, 'nowhere'), /nowhere cannot be read \(ENOENT\)/)
    await refused(folder, /cannot be read \(EISDIR\)/)
  })
})
