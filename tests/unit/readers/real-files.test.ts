import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { openFiles } from '../../../server/ingest/files/open-files.ts'
import type { SourceRow } from '../../../server/ingest/rows/row.ts'
import { readItems, type ReadItems } from './items.ts'

/** Real files lie beside a checkout that has them; their rows are in none. */
const DATA = fileURLToPath(new URL('../../../../shared/data/', import.meta.url))

async function read(...names: readonly string[]): Promise<ReadItems> {
  return readItems(await openFiles(names.map((name) => join(DATA, name))))
}

/** What a row says, wherever it stands: two forms of one data set agree in these. */
function said(rows: readonly SourceRow[]): string[] {
  return rows
    .map((row) =>
      [row.actor?.name, row.act.type === 'coded' && row.act.name, row.target?.name, row.occurred].join('\t'),
    )
    .toSorted()
}

const ICEWS14_IDS = ['train', 'valid', 'test', 'entity2id', 'relation2id'].map((name) => `icews14/${name}.txt`)

describe.runIf(existsSync(join(DATA, 'icews14/icews14_named.tsv')))('real files give as many rows as they have', () => {
  test('ICEWS14, named and by ids: the same rows', async () => {
    const named = await read('icews14/icews14_named.tsv')
    const ids = await read(...ICEWS14_IDS)
    expect([named.rows.length, named.rejects, ids.rows.length, ids.rejects]).toEqual([90_730, [], 90_730, []])
    expect([named.recognition.collection.id, ids.recognition.collection.id]).toEqual(['icews14', 'icews14'])
    expect(ids.recognition.asks).toEqual([])
    expect(said(ids.rows)).toEqual(said(named.rows))
  })

  test('the rows of mmkb are rows of ICEWS14', async () => {
    const part = await read('icews14/mmkb/icews_2014_test.txt', 'icews14/mmkb/icews_2014_valid.txt')
    const whole = new Set(said((await read('icews14/icews14_named.tsv')).rows))
    expect([part.rows.length, part.rejects]).toEqual([17_904, []])
    expect(said(part.rows).filter((row) => !whole.has(row))).toEqual([])
  })

  test('ICEWS18 of September, named and by ids: the same rows', async () => {
    const named = await read('icews18/icews18_sep_named.tsv')
    const ids = await read('icews18/valid.txt', 'icews18/entity2id.txt', 'icews18/relation2id.txt')
    expect([named.rows.length, named.rejects, ids.rows.length, ids.rejects]).toEqual([45_995, [], 45_995, []])
    expect(ids.recognition.says).toMatch(/times in hours, counted from 2018-01-01/)
    expect(said(ids.rows)).toEqual(said(named.rows))
  })

  test('the raw day of ICEWS', async () => {
    const { reader, rows, rejects } = await read('icews-raw/events.2018-06-01.tab')
    expect([reader.format, rows.length, rejects]).toEqual(['icews', 2359, []])
    expect(new Set(rows.map((row) => row.key)).size).toBe(2359)
    expect(new Set(rows.map((row) => row.occurred))).toEqual(new Set(['2018-06-01']))
    expect(rows.every((row) => row.locator !== null && row.actor !== null && row.target !== null)).toBe(true)
    const sectors = new Set(rows.flatMap((row) => [row.actor, row.target]).flatMap((actor) => actor?.sectors ?? []))
    expect(sectors.size).toBe(139)
  })

  test('the quarter of an hour of GDELT', async () => {
    const { reader, rows, rejects } = await read('gdelt/20191024143000.export.CSV')
    expect([reader.format, rows.length, rejects]).toEqual(['gdelt', 2111, []])
    expect(rows.filter((row) => row.actor && row.target)).toHaveLength(1406)
    expect(rows.filter((row) => row.occurred === '2018-10-24')).toHaveLength(24)
    expect(rows.every((row) => row.publisher !== null && /^\d+$/.test(row.key ?? ''))).toBe(true)
  })
})
