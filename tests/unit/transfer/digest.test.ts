import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonicalJson } from '../../../server/ingest/transfer/canonical-json.ts'
import { Digest, isSameSummary, KEPT_TYPES, total } from '../../../server/ingest/transfer/digest.ts'
import type { Kept } from '../../../server/store/graph-store.ts'
import { openSqliteStore } from '../../../server/store/sqlite/sqlite-store.ts'
import { aCollection, LOADER } from '../../support/records.ts'
import { numRuns } from '../../support/samples.ts'
import { allOf, importTwice, liveAFullLife } from './a-full-life.ts'

function summaryOf(kept: readonly Kept[]) {
  const digest = new Digest()
  for (const each of kept) digest.add(each)
  return digest.summary()
}

describe('JSON that is written in one way', () => {
  /** The same value with the names of its objects in another order. */
  const turned = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map(turned)
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([name, part]) => [name, turned(part)]),
    )
  }

  test('says the same as JSON, whatever the order of names', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const text = canonicalJson(value)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
        expect(canonicalJson(turned(value))).toBe(text)
      }),
      { numRuns: numRuns(300, 20_000) },
    )
  })

  test('takes a thing that is not stated for one that is not there, and null for one that is', () => {
    expect(canonicalJson({ b: undefined, a: [undefined, null, -0, 1e21, '\u2028"'] })).toBe(
      '{"a":[null,null,0,1e+21,"\u2028\\""]}',
    )
    expect(canonicalJson({ a: null })).not.toBe(canonicalJson({}))
  })
})

describe('the digest', () => {
  const folder = mkdtempSync(join(tmpdir(), 'entente-digest-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  let kept: readonly Kept[] = []
  beforeAll(async () => {
    const store = openSqliteStore(join(folder, 'entente.sqlite'))
    await liveAFullLife(store)
    await importTwice(store)
    kept = await allOf(store)
    await store.close()
  })

  test('counts something of each type', () => {
    const { counts } = summaryOf(kept)
    for (const type of KEPT_TYPES) {
      expect([type, counts[type]]).toEqual([type, kept.filter((each) => each.type === type).length])
      expect(counts[type]).toBeGreaterThan(0)
    }
    expect(total(counts)).toBe(kept.length)
  })

  test('is the sum of the SHA-256 of each thing, modulo 2^256', () => {
    const sha = (each: Kept) => BigInt(`0x${createHash('sha256').update(canonicalJson(each)).digest('hex')}`)
    const sum = kept.reduce((all, each) => all + sha(each), 0n) % 2n ** 256n
    expect(BigInt(`0x${summaryOf(kept).digest}`)).toBe(sum)
    expect(summaryOf(kept).digest).toMatch(/^[0-9a-f]{64}$/)
    expect(summaryOf([]).digest).toBe('0'.repeat(64))
  })

  test('of a thing that is known stays what it was: old backups are to be read', () => {
    const digest = summaryOf([
      { type: 'collection', record: aCollection({ title: 'Türkiye' }), writer: LOADER },
      { type: 'held', collection: 'case' },
    ])
    expect(digest.digest).toBe('a4a3546ca12f3b1a13530508beca0f29dc3b73e5e56f7fb9a01e074b87f54bbf')
  })

  test('does not know in which order things come', () => {
    const all = summaryOf(kept)
    fc.assert(
      fc.property(fc.shuffledSubarray([...kept], { minLength: kept.length }), (shuffled) => {
        expect(summaryOf(shuffled)).toEqual(all)
      }),
      { numRuns: numRuns(20, 500) },
    )
  })

  test('tells a thing that is missing, or there twice', () => {
    const all = summaryOf(kept)
    for (const [at, each] of kept.entries()) {
      if (at % 7 > 0) continue
      expect(summaryOf(kept.toSpliced(at, 1)).digest).not.toBe(all.digest)
      expect(summaryOf([...kept, each]).digest).not.toBe(all.digest)
    }
    const [first] = kept
    const twice = summaryOf([...kept.slice(1), ...kept.slice(1, 2)])
    expect(first && isSameSummary(twice, all)).toBe(false)
  })

  test('tells every change of every field', () => {
    const seen = new Set<string>()
    let fields = 0
    for (const each of kept) {
      const digest = summaryOf([each]).digest
      for (const [path, changed] of changes(each, '')) {
        fields += 1
        if (path !== '.type') expect(summaryOf([changed as Kept]).digest, path).not.toBe(digest)
        seen.add(`${each.type}${path.replaceAll(/\d+/g, 'n')}`)
      }
    }
    expect(fields).toBeGreaterThan(2_000)
    for (const path of FIELDS) expect(seen).toContain(path)
  })
})

/** Some of those that must have been tried. */
const FIELDS = `
  event.record.history.n.note event.record.coded.goldstein event.writer.name event.record.evidence.n.quote
  actor.record.article affiliation.record.role collection.record.positions.n.x source.record.published
  held.collection merge.merge.into merge.merge.at removed.removed.record.id removed.removed.reason
  audit.entry.n audit.entry.before.summary audit.entry.beforeWriter.by audit.entry.after.changed
`
  .trim()
  .split(/\s+/)

/** The value with one field changed, or one item of a list left out, in each possible place. */
function* changes(value: unknown, path: string): Iterable<readonly [path: string, changed: unknown]> {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value
    for (const [at, item] of items.entries()) {
      yield [`${path}.${at}`, items.toSpliced(at, 1)]
      for (const [where, changed] of changes(item, `${path}.${at}`)) yield [where, items.with(at, changed)]
    }
    if (items.length === 0) yield [path, ['more']]
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, part] of Object.entries(value)) {
      for (const [where, changed] of changes(part, `${path}.${name}`)) yield [where, { ...value, [name]: changed }]
    }
  } else if (typeof value === 'string') yield [path, `${value}.`]
  else if (typeof value === 'number') yield [path, value + 1]
  else if (typeof value === 'boolean') yield [path, !value]
  else yield [path, 'not null']
}
