import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync, appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAllDocuments } from 'yaml'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SEEDED_CASE } from '../../server/cli/seeded-case.ts'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'
import { runEntente, temporaryFolder } from '../support/entente-process.ts'
import { writeCase } from './case-folder.ts'

const { folder, remove } = temporaryFolder()
const SEED = 'caribbean-strikes-2025'
const data = join(folder, 'data')
afterAll(remove)

const stored = async (dataFolder: string, id: string) => {
  const store = openSqliteStore(join(dataFolder, 'entente.sqlite'))
  const found = { contents: (await store.readCollection(id))?.contents ?? null, version: await store.version() }
  await store.close()
  return found
}

/** A fault: what is put at the end of a file, the line of it that the problem stands on, and what is said. */
const FAULTS: readonly (readonly [file: string, lines: readonly string[], at: number, says: RegExp])[] = [
  ['actors.yaml', ['- id: us', '  kind: STATE', '  name: Again the United States'], 1, /us/],
  ['affiliations.yaml', ['- type: PART_OF', '  actor: us', '  to: southcom'], 0, /circle|cycle|itself|above/i],
  [
    'sources.yaml',
    ['- id: fault-a', '  publisher: A', '  url: ftp://example.org/a', '  published: 2025-11-11'],
    3,
    /http/,
  ],
  ['events.yaml', event('fault-b', { actor: 'atlantis' }), 2, /atlantis/],
  ['events.yaml', event('fault-c', { target: 'uk' }), 3, /itself|toward|same/i],
  ['events.yaml', event('fault-d', { occurred: '2025-02-30' }), 6, /2025-02-30/],
  ['events.yaml', event('fault-e', { occurred: '"[2025-11-11..2025-09-01]"' }), 6, /before/],
  ['events.yaml', event('fault-f', { subtype: 'sulking' }), 5, /sulking/],
  ['events.yaml', event('fault-g', { relayedFrom: 'nobody' }), 10, /nobody/],
  ['events.yaml', event('fault-h', { breaks: '[uk-suspends-intelligence]' }), 11, /COOPERATION|cooperation/],
]

function event(id: string, fault: Readonly<Record<string, string>>): readonly string[] {
  const { relayedFrom, breaks, ...rest } = fault
  const fields = {
    actor: 'uk',
    target: 'us',
    kind: 'SUSPENSION',
    subtype: 'aid',
    occurred: '2025-10-10',
    scope: 'aid',
    ...rest,
  }
  return [
    `- id: ${id}`,
    ...Object.entries(fields).map(([key, value]) => `  ${key}: ${value}`),
    '  evidence:',
    '    - source: realist-english',
    `      ${relayedFrom === undefined ? 'paraphrase: It says so' : `relayedFrom: ${relayedFrom}`}`,
    ...(breaks === undefined ? [] : [`  breaks: ${breaks}`]),
  ]
}

describe('a broken copy of the case', () => {
  const broken = join(folder, 'broken')
  const expected: { place: string; says: RegExp }[] = []
  beforeAll(() => {
    cpSync(SEEDED_CASE, broken, { recursive: true })
    for (const [file, lines, at, says] of FAULTS) {
      const path = join(broken, file)
      const before = readFileSync(path, 'utf8').trimEnd().split('\n').length
      writeFileSync(path, `${readFileSync(path, 'utf8').trimEnd()}\n`)
      appendFileSync(path, `${lines.join('\n')}\n`)
      if (at > 0) expected.push({ place: `${path}:${before + at}:`, says })
      else expected.push({ place: `${path}:`, says })
    }
  })

  test('check tells all ten faults, each with file, line and column', async () => {
    const { code, stdout, stderr } = await runEntente(['check', broken])
    expect(code).toBe(1)
    expect(stderr).toBe('entente: 10 problems; nothing was written.\n')
    const lines = stdout.trimEnd().split('\n')
    expect(lines).toHaveLength(10)
    for (const line of lines) expect(line).toMatch(/^\S+\.yaml:\d+:\d+: .+\.$/)
    for (const { place, says } of expected) {
      const told = lines.filter((line) => line.startsWith(place) && says.test(line))
      expect(told, `${place} ${says} in\n${stdout}`).not.toEqual([])
    }
  })

  test('load tells the same and writes nothing', async () => {
    const check = await runEntente(['check', broken])
    const load = await runEntente(['load', broken, '--data', join(folder, 'empty')])
    expect([load.code, load.stdout]).toEqual([1, check.stdout])
    mkdirSync(join(folder, 'empty'), { recursive: true })
    expect(await stored(join(folder, 'empty'), SEED)).toEqual({ contents: null, version: 0 })
  })
})

describe('load and export', () => {
  test('check counts what is right', async () => {
    const { code, stdout } = await runEntente(['check', SEEDED_CASE])
    expect(code).toBe(0)
    expect(stdout).toMatch(
      /^caribbean-strikes-2025 has no problem: \d+ events, \d+ actors, \d+ affiliations, \d+ sources\.\n$/,
    )
  })

  test('loading twice changes nothing, and the export reads back as the same case', async () => {
    const once = await runEntente(['load', SEEDED_CASE, '--data', data])
    expect(once).toMatchObject({ code: 0, stderr: '' })
    const before = await stored(data, SEED)
    const twice = await runEntente(['load', SEEDED_CASE, '--data', data])
    expect(twice.stdout).toContain('nothing changed')
    expect(await stored(data, SEED)).toEqual(before)

    const exported = join(folder, 'exported', SEED)
    expect(await runEntente(['export', SEED, '--to', exported, '--data', data])).toMatchObject({ code: 0, stderr: '' })
    expect(await runEntente(['check', exported])).toMatchObject({ code: 0 })
    const other = join(folder, 'other')
    await runEntente(['load', exported, '--data', other])
    expect(await stored(other, SEED)).toEqual(before)

    // From the copy, the same files again; and into the store that it came from, nothing new.
    const again = join(folder, 'again')
    await runEntente(['export', SEED, '--to', again, '--data', other])
    for (const file of readdirSync(exported)) {
      expect(readFileSync(join(again, file), 'utf8')).toBe(readFileSync(join(exported, file), 'utf8'))
    }
    expect((await runEntente(['load', exported, '--data', data])).stdout).toContain('nothing changed')
  })

  test('to standard output: one YAML stream of the same documents', async () => {
    const { code, stdout } = await runEntente(['export', SEED, '--data', data])
    expect(code).toBe(0)
    const exported = join(folder, 'exported', SEED)
    const documents = parseAllDocuments(stdout)
    const names = [...stdout.matchAll(/^---\n# (\S+)$/gm)].map(([, name]) => name ?? '')
    expect(names.toSorted()).toEqual(readdirSync(exported).toSorted())
    for (const [at, name] of names.entries()) {
      const [file] = parseAllDocuments(readFileSync(join(exported, name), 'utf8'))
      expect(documents[at]?.toJSON()).toEqual(file?.toJSON())
    }
  })

  test('files that say something else are not replaced unless it is asked for', async () => {
    const edited = join(folder, 'edited')
    mkdirSync(edited)
    writeFileSync(join(edited, 'events.yaml'), '# my work\n')
    const refused = await runEntente(['export', SEED, '--to', edited, '--data', data])
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('events.yaml')])
    expect(readdirSync(edited)).toEqual(['events.yaml'])
    expect(readFileSync(join(edited, 'events.yaml'), 'utf8')).toBe('# my work\n')
    expect((await runEntente(['export', SEED, '--to', edited, '--force', '--data', data])).code).toBe(0)
    expect((await runEntente(['check', edited])).code).toBe(0)
  })

  test('what the files no longer hold goes, and nothing of another case', async () => {
    const made = join(folder, 'made-up')
    writeCase(made, { id: 'made-up', events: 20, edition: 'first' })
    await runEntente(['load', made, '--data', data])
    writeCase(made, { id: 'made-up', events: 15, edition: 'first' })
    const before = (await stored(data, SEED)).contents
    const { stdout } = await runEntente(['load', made, '--data', data])
    expect(stdout).toContain('made-up: 5 records changed')
    expect((await stored(data, 'made-up')).contents?.events).toHaveLength(15)
    expect((await stored(data, SEED)).contents).toEqual(before)
  })

  test.each([
    [['export', 'nowhere'], 2, /no collection "nowhere". It has: caribbean-strikes-2025/],
    [['export', SEED, '--to', '/dev/null/x'], 2, /is a file, or lies below one/],
    [['load', '/nowhere'], 1, /nothing was written/],
    [['load'], 2, /missing required argument/],
    [['check'], 2, /missing required argument/],
  ])('%j exits with %i and a sentence', async (args, code, says) => {
    const ended = await runEntente(args, { ENTENTE_DATA: data })
    expect(ended.code).toBe(code)
    expect(ended.stderr).toMatch(says)
    expect(ended.stderr).not.toMatch(/\n\s+at /)
  })
})

test('reload raises the version, so that every reader reads anew', async () => {
  const { version } = await stored(data, SEED)
  const { code, stdout } = await runEntente(['reload', '--data', data])
  expect([code, stdout]).toEqual([0, expect.stringContaining(`version ${version + 1};`)])
  const store = openSqliteStore(join(data, 'entente.sqlite'))
  expect(await store.changesSince(version)).toBeNull()
  await store.close()
})
