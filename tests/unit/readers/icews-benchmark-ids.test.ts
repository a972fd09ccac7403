import { expect, test } from 'vitest'
import { openFiles } from '../../../server/ingest/files/open-files.ts'
import type { TextFile } from '../../../server/ingest/rows/reader.ts'
import { testFolder } from './folder.ts'
import { icewsBenchmarkIds } from '../../../server/ingest/readers/icews-benchmark-ids.ts'
import { readItems, refusal } from './items.ts'
import { IDS, text } from './small-rows.ts'

const START = { start: '2014-01-01' }

async function ids(changes: Readonly<Record<string, readonly string[]>> = {}): Promise<readonly TextFile[]> {
  const folder = testFolder()
  for (const [name, lines] of Object.entries({ ...IDS, ...changes }))
    if (lines.length > 0) folder.put(name, text(lines))
  return openFiles([folder.path])
}

test('ids become names, with underscores as spaces, and hours become days', async () => {
  const files = await ids()
  const { reader, recognition, rows, rejects } = await readItems(files, START)
  expect([reader.format, rejects]).toEqual(['icews-benchmark-ids', []])
  expect(recognition.says).toMatch(/times in hours$/)
  expect([recognition.asks, icewsBenchmarkIds.recognise(files)?.asks]).toEqual([[], [expect.stringContaining('start')]])
  expect(
    rows.map((row) => [row.file, row.line, row.actor?.name, row.act.code, row.target?.name, row.occurred]),
  ).toEqual([
    [2, 1, 'Ursula Berg', null, 'Foreign Affairs (Norland)', '2014-01-01'],
    [2, 2, 'Foreign Affairs (Norland)', null, 'Norland', '2014-01-02'],
    [2, 3, 'Norland', null, 'Ursula Berg', '2014-12-31'],
  ])
  expect(rows[0]?.act).toMatchObject({ name: 'Make statement' })
})

test('times that are no whole days in hours are days; what a caller says goes before what is seen', async () => {
  const days = await readItems(await ids({ 'train.txt': ['0 0 1 0', '1 0 2 7', '1 0 2 24'] }), START)
  expect([days.recognition.says, days.rows.map((row) => row.occurred)]).toEqual([
    expect.stringMatching(/times in days$/),
    ['2014-01-01', '2014-01-08', '2014-01-25'],
  ])
  const said = await readItems(await ids(), { ...START, unit: 'days' })
  expect(said.rows.map((row) => row.occurred)).toEqual(['2014-01-01', '2014-01-25', '2037-12-02'])
})

test('underscores stay where the dictionary writes spaces', async () => {
  const { rows } = await readItems(await ids({ 'entity2id.txt': ['Ursula Berg\t0', 'snake_case\t1', 'A B\t2'] }), START)
  expect(rows.map((row) => row.target?.name)).toEqual(['A B', 'snake_case', 'Ursula Berg'])
})

test('a faulty row is rejected with line, column and class', async () => {
  const lines = ['0 0 1 0', '0 0 1 24', '0 0 1 48', '9 0 1 0', '0 7 1 0', '0 0 1 25', '0 0 1', '0 0 x 0', '0 0 1 0 0 0']
  const { rows, rejects } = await readItems(await ids({ 'train.txt': lines }), { ...START, unit: 'hours' })
  expect(rows).toHaveLength(3)
  expect(rejects.map(({ file, line, column, class: of }) => [file, line, column, of])).toEqual([
    [2, 4, 1, 'no such actor'],
    [2, 5, 2, 'no such event type'],
    [2, 6, 4, 'no time'],
    [2, 7, null, 'not 4 or 5 numbers'],
    [2, 8, 3, 'no such actor'],
    [2, 9, null, 'not 4 or 5 numbers'],
  ])
})

test.each([
  ['without the actors', { 'entity2id.txt': [] }, /names too \(entity2id\)/],
  ['without the event types', { 'relation2id.txt': [] }, /names too \(relation2id\)/],
  ['without rows', { 'train.txt': [] }, /give the files with rows/],
  ['with two lists of actors', { 'more.txt': ['Norland\t0', 'Sudland\t1'] }, /second dictionary/],
  ['with an id that is given twice', { 'entity2id.txt': ['Norland\t0', 'Sudland\t1', 'A\t1'] }, /given twice/],
  ['of a data set whose first day nobody says', {}, /Say the first day, as `start: 2014-01-01`/],
])('%s: refused, with a sentence', async (_, changes: Readonly<Record<string, readonly string[]>>, says) => {
  expect(await refusal(await ids(changes))).toMatch(says)
})

test('a mapping that makes no sense is refused', async () => {
  await expect(readItems(await ids(), { start: '1 January' })).rejects.toThrow('`start` no day')
  await expect(readItems(await ids(), { ...START, unit: 'weeks' })).rejects.toThrow('neither hours nor days')
})
