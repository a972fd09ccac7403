import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { ImportCancelledError } from '../../../server/ingest/import/errors.ts'
import { RejectsFile } from '../../../server/ingest/import/rejects-file.ts'
import { runImport, type ImportOptions, type ImportReport } from '../../../server/ingest/import/run-import.ts'
import type { ImportSettings } from '../../../server/ingest/import/settings.ts'
import { undoImport } from '../../../server/ingest/import/undo-import.ts'
import type { GraphStore, Kept } from '../../../server/store/graph-store.ts'
import { openSqliteStore } from '../../../server/store/sqlite/sqlite-store.ts'
import { monthRows, writeMonth } from '../../support/month.ts'
import { aCase } from '../../support/records.ts'
import { allOf } from '../transfer/a-full-life.ts'

const folder = mkdtempSync(join(tmpdir(), 'entente-import-'))
let store: GraphStore
beforeEach(async () => {
  store = openSqliteStore(':memory:')
  await store.apply(aCase())
})
afterEach(() => store.close())
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const MONTH = monthRows(2_000)
const whole = writeMonth(folder, 'month.tsv', MONTH)

function imported(
  paths: string | readonly string[],
  settings: ImportSettings = {},
  options: Partial<ImportOptions> = {},
): Promise<ImportReport> {
  return runImport(store, [paths].flat(), { into: 'month', ...settings }, { by: 'anna', atOnce: 300, ...options })
}

/** What the store keeps, without when it was written and the notes of that. */
async function kept(): Promise<readonly Kept[]> {
  const all = await allOf(store)
  return all
    .filter((each) => each.type !== 'audit' && !(each.type === 'held' && each.collection === 'month'))
    .map((each) =>
      each.type === 'import' ? { ...each, imported: { ...each.imported, startedAt: '', endedAt: null } } : each,
    )
}

async function eventsOf(collection = 'month') {
  const stored = await store.readCollection(collection)
  return stored?.contents.events ?? []
}

/** Rows that code a meeting from the other side, by a naive look. */
function secondsOf(events: Awaited<ReturnType<typeof eventsOf>>): number {
  return events.filter(({ coded }) => coded?.mirror).length
}

test('every row is counted once, by what became of it', async () => {
  const report = await imported(whole)
  const { counts } = report
  expect(report).toMatchObject({ outcome: 'done', resumed: false, collection: 'month' })
  expect(counts.rows).toBe(2_000)
  expect(counts.events + counts.aside).toBe(2_000)
  const selves = MONTH.filter((row) => row.split('\t')[0] === row.split('\t')[2]).length
  expect(counts.reasons).toEqual([{ outcome: 'aside', reason: 'Actor and target are the same name.', rows: selves }])
  const events = await eventsOf()
  expect(events).toHaveLength(2_000 - selves)
  expect(secondsOf(events)).toBe(report.mirrors)
  expect(report.mirrors).toBeGreaterThan(10)
  expect((await store.collections()).find(({ id }) => id === 'month')).toMatchObject({ kind: 'DATA_SET' })
  expect(await store.imports()).toMatchObject([{ id: report.id, state: 'DONE', by: 'anna', counts }])
})

test('the same again changes nothing; undone, the store is as before', async () => {
  const before = await kept()
  const { id, version, counts } = await imported(whole)
  const after = await kept()
  expect(await imported(whole)).toMatchObject({ id, outcome: 'there', version, counts })
  expect(await kept()).toEqual(after)
  expect(await undoImport(store, id)).toMatchObject({ events: counts.events, shared: 0, keptTotal: 0 })
  expect(await kept()).toEqual(before)
})

test('rows that another file brought too are held, whatever their spaces are; they go with the last that owns them', async () => {
  const first = await imported(whole)
  const some = MONTH.slice(500, 900).map((row) => {
    const [actor = '', ...others] = row.split('\t')
    return [actor.replaceAll(' ', '\u00A0'), ...others].join('\t')
  })
  const other = await imported(writeMonth(folder, 'some.tsv', [...some, ...monthRows(50, 9_000)]))
  expect(other.counts.held).toBeGreaterThan(300)
  expect(other.counts.rows).toBe(other.counts.events + other.counts.held + other.counts.aside)
  const undone = await undoImport(store, first.id)
  expect(undone).toMatchObject({ shared: other.counts.held, events: first.counts.events - other.counts.held })
  expect(await eventsOf()).toHaveLength(other.counts.events + other.counts.held)
  await undoImport(store, other.id)
  expect(await store.readCollection('month')).toBeNull()
})

test('meetings whose sides come in two files are paired, in whichever order the files come', async () => {
  const there = writeMonth(folder, 'there.tsv', [
    'France\tConsult\tJapan\t2018-09-01',
    'France\tMake a visit\tJapan\t2018-09-02',
  ])
  const back = writeMonth(folder, 'back.tsv', [
    'Japan\tConsult\tFrance\t2018-09-01',
    'Japan\tHost a visit\tFrance\t2018-09-02',
  ])
  const flagged = async () => (await eventsOf()).filter(({ coded }) => coded?.mirror).map(({ actor }) => actor)
  const one = await imported(there)
  expect(await flagged()).toEqual([])
  const other = await imported(back)
  expect(await flagged()).toEqual(['japan', 'japan'])
  await undoImport(store, one.id)
  expect(await flagged()).toEqual([])
  await imported(there)
  expect(await flagged()).toEqual(['japan', 'japan'])
  await undoImport(store, other.id)
  expect(await flagged()).toEqual([])
})

const SPOILT = [...MONTH.slice(0, 400), 'France\tDance a waltz with\tJapan\t2018-09-01', ...MONTH.slice(400, 900)]

test('where a row is rejected nothing is taken, and all rejected rows are told', async () => {
  const path = writeMonth(folder, 'spoilt.tsv', [...SPOILT, 'France\tConsult\tJapan\t2018-02-30'])
  const before = await kept()
  const rejects = await RejectsFile.open(join(folder, 'rejects.csv'))
  const report = await imported(path, {}, { onLeft: rejects.write })
  await rejects.close()
  expect(report).toMatchObject({ outcome: 'rejected', counts: { rejected: 2, rows: 902 } })
  expect(await kept()).toEqual(before)
  const lines = readFileSync(join(folder, 'rejects.csv'), 'utf8').trimEnd().split('\n')
  expect(lines[0]).toBe('file,line,column,outcome,reason,row')
  expect(lines[1]).toMatch(/^spoilt\.tsv,401,.*rejected.*France\tDance a waltz with\tJapan\t2018-09-01$/)
  expect(lines[2]).toMatch(/^spoilt\.tsv,902,.*France\tConsult\tJapan\t2018-02-30$/)
})

test('or the row is left out, and the others come', async () => {
  const path = writeMonth(folder, 'skipped.tsv', SPOILT)
  const { outcome, counts } = await imported(path, { onError: 'skip-row' })
  expect([outcome, counts.rejected, counts.rows]).toEqual(['done', 1, 901])
  expect(await eventsOf()).toHaveLength(900 - counts.aside)
})

test.each([0, 600, 1_200, 1_900])('stopped after %i rows, nothing of it is there', async (rows) => {
  const before = await kept()
  const stopping = new AbortController()
  const onProgress = (progress: { rows: number }) => (progress.rows >= rows ? stopping.abort() : undefined)
  await expect(imported(whole, {}, { signal: stopping.signal, onProgress })).rejects.toThrow(ImportCancelledError)
  expect(await kept()).toEqual(before)
  expect(await store.imports()).toEqual([])
})

test('broken off, it is unseen, keeps others out of its collection, and goes on', async () => {
  const leaving = new AbortController()
  const onProgress = ({ rows }: { rows: number }) => (rows >= 700 ? leaving.abort() : undefined)
  await expect(imported(whole, {}, { leaving: leaving.signal, onProgress })).rejects.toThrow()
  expect(await store.imports()).toMatchObject([{ state: 'UNFINISHED' }])
  expect(await store.readCollection('month')).toBeNull()
  const other = writeMonth(folder, 'other.tsv', monthRows(20, 5_000))
  await expect(imported(other)).rejects.toThrow('is unfinished')
  const resumed = await imported(whole)
  expect(resumed).toMatchObject({ outcome: 'done', resumed: true })
  const after = await kept()
  await undoImport(store, resumed.id)
  expect(await imported(whole)).toMatchObject({ resumed: false, counts: resumed.counts, mirrors: resumed.mirrors })
  expect(await kept()).toEqual(after)
})

test('what a person took away stays out', async () => {
  const { id } = await imported(whole)
  const [gone] = await eventsOf()
  if (!gone) throw new Error('There is an event.')
  const hand = { by: 'HAND', name: 'anna' } as const
  await store.apply({ writer: hand, action: 'retractEvent', remove: { events: [gone.id] } })
  await undoImport(store, id)
  const again = await imported(whole)
  expect((await eventsOf()).map((event) => event.id)).not.toContain(gone.id)
  const reason = 'A person took the event away, and it stays out.'
  expect(again.counts.reasons).toContainEqual({ outcome: 'aside', reason, rows: 1 })
  expect(again.counts.rows).toBe(again.counts.events + again.counts.aside)
})

test('rows go into no case, and into no id that is none', async () => {
  const { collections } = aCase()
  const id = collections?.[0]?.id ?? ''
  await expect(imported(whole, { into: id })).rejects.toThrow('is a case')
  await expect(imported(whole, { into: 'My data' })).rejects.toThrow('is no id of a collection')
  expect(await store.imports()).toEqual([])
})

test('a file that no reader knows is refused in words', async () => {
  await expect(imported(writeMonth(folder, 'odd.txt', ['nothing', 'of it']))).rejects.toThrow(/\S/)
  await expect(imported(join(folder, 'not-there.tsv'))).rejects.toThrow('not-there.tsv')
})
