import { expect, test } from 'vitest'
import { openFiles } from '../../../server/ingest/files/open-files.ts'
import { testFolder } from './folder.ts'
import { readItems, refusal } from './items.ts'
import { OWN, OWN_MAPPING } from './own-rows.ts'
import { GDELT, text } from './small-rows.ts'

const folder = testFolder()

test('cells in quotation marks may hold separators, marks and ends of lines; a row is where its first line is', async () => {
  const { rows, recognition } = await readItems([await folder.open('own.csv', text(OWN))], OWN_MAPPING)
  expect(recognition.says).toBe('Table: 6 columns between commas, with a header')
  expect(rows.map(({ line, actor, summary, key }) => [line, actor?.name, summary, key])).toEqual([
    [2, 'Norland', 'a, b', 'n-1'],
    [3, 'Berg, Ursula', 'two lines', 'n-2'],
    [5, 'Sudland', 'he said "no"', 'n-3'],
  ])
})

test.each([
  ['semicolons', ';'],
  ['tabs', '\t'],
  ['bars', '|'],
])('columns between %s are found', async (said, separator) => {
  const rows = [
    ['Day', 'Who', 'To whom', 'What'],
    ['2020-01-13', 'Berg, Ursula', 'Sudland', 'Talks'],
    ['2020-01-14', 'A', 'B', 'Talks'],
  ]
  const file = await folder.open('own.txt', text(rows.map((cells) => cells.join(separator))))
  const columns = { date: 'day', actor: 'who', target: 'to_whom', act: 'what' }
  const { recognition, rows: read } = await readItems([file], { columns, acts: { talks: 'COOPERATION contact' } })
  expect([recognition.says, read.length]).toEqual([`Table: 4 columns between ${said}, with a header`, 2])
})

test('a mark that is never closed costs one row, and all others are read: rows in = rows out', async () => {
  const rows = Array.from({ length: 300 }, (_, at) => `15/01/2020,Sudland,Norland,Talks,,k-${at}`)
  const lines = [
    ...OWN,
    '16/01/2020,Norland,Sudland,Talks,"open,x',
    ...rows,
    '17/01/2020,Norland,Sudland,"Ta"lks,,x',
    ...rows.slice(0, 9),
  ]
  const { items, rejects } = await readItems([await folder.open('open.csv', text(lines))], OWN_MAPPING)
  expect(items).toHaveLength(3 + 1 + 300 + 1 + 9)
  expect(rejects.map(({ line, class: of }) => [line, of])).toEqual([
    [6, 'quotation mark not closed'],
    [307, 'text behind a quotation mark'],
  ])
})

test('marks that stand around no cells are letters', async () => {
  const rows = [
    'Day\tWho\tTo whom\tWhat\tNote\tId',
    '13/01/2020\t"Hasi" Maier\tSudland\tTalks\t5" gun\tx',
    '14/01/2020\tA\tB\tTalks\t"\ty',
  ]
  const { rows: read } = await readItems([await folder.open('marks.tsv', text(rows))], OWN_MAPPING)
  expect(read.map(({ actor, summary }) => [actor?.name, summary])).toEqual([
    ['"Hasi" Maier', '5" gun'],
    ['A', '"'],
  ])
})

test.each([
  ['31/02/2020,A,B,Talks,,', 1, 'no day'],
  [',A,B,Talks,,', 1, 'no day'],
  ['13/01/2020,A,B,Weather,,', 4, 'act without a meaning'],
  ['13/01/2020,A,B,,,', null, 'no act'],
  ['13/01/2020,#NAME?,B,Talks,,', 2, 'failed formula'],
  ['13/01/2020,A,B,Talks,,8.82E+08', 6, 'rounded number'],
  ['13/01/2020,A,B', null, 'not as many columns as the table'],
  [`13/01/2020,${'x'.repeat(600)},B,Talks,,`, 2, 'name too long'],
])('the row %j is rejected with its column', async (row, column, of) => {
  const { rejects } = await readItems([await folder.open('bad.csv', text([...OWN, row]))], OWN_MAPPING)
  expect(rejects.map((each) => [each.line, each.column, each.class])).toEqual([[6, column, of]])
})

test('what a mapping leaves out is set aside; constants stand in every row; spans, codes and countries are told as they stand', async () => {
  const lines = [
    'from;to;what;whom;land;code',
    '2020-01-01;2020-02-01;Talks;Berg;Norland;FRA',
    '2020-01-02;;Weather;Berg;;',
    '2020-01-03;NA;Talks;NA;;',
  ]
  const mapping = {
    columns: { date: 'from', until: 'to', act: 'what', target: 'whom', targetCountry: 'land', targetCode: 'code' },
    constants: { actor: 'Sudland', publisher: 'The Daily' },
    acts: { Talks: 'COOPERATION negotiation INTENT', Weather: 'leave out' },
    codes: 'ISO3',
    empty: ['NA'],
  }
  const { items, rows } = await readItems([await folder.open('spans.csv', text(lines))], mapping)
  expect(items.map(({ type }) => type)).toEqual(['row', 'aside', 'row'])
  expect(rows[0]).toMatchObject({
    actor: { name: 'Sudland' },
    target: { name: 'Berg', country: 'Norland', code: { system: 'ISO3', text: 'FRA' } },
    occurred: '2020-01-01/2020-02-01',
    publisher: 'The Daily',
    act: { kind: 'COOPERATION', subtype: 'negotiation', stage: 'INTENT', code: 'Talks' },
  })
  expect([rows[1]?.target, rows[1]?.occurred]).toEqual([null, '2020-01-03'])
})

test('nothing is read before somebody has said which column is what, nor while days may mean several', async () => {
  const lines = OWN.map((line) => line.replace(/^1[345]/, '03'))
  const file = await folder.open('asked.csv', text(lines))
  expect(await refusal([file])).toMatch(
    /^Say which column is what.* Days are written like "03\/01\/2020", which may mean several/,
  )
  const { dates: _, ...open } = OWN_MAPPING
  await expect(readItems([file], open)).rejects.toThrow(/dates: day-month-year .* or dates: month-day-year/)
  expect((await readItems([file], OWN_MAPPING)).rows[0]?.occurred).toBe('2020-01-03')
})

test.each([
  [{ actor: 'Whom' }, /takes actor from the column "Whom", which it does not have\. Its columns are "Day", "Who", /],
  [{ subtype: 'Note', kindd: 'x' }, /columns\.kindd: "kindd" is no field/],
])('a mapping that does not fit is refused: %j', async (more, says) => {
  const mapping = { ...OWN_MAPPING, columns: { ...OWN_MAPPING.columns, ...more } }
  await expect(readItems([await folder.open('own.csv', text(OWN))], mapping)).rejects.toThrow(says)
})

test('codes that have lost their zeros are refused, for 10 may be 10 or 010', async () => {
  const columns = { id: '1', date: '2', actor: '7', target: '17', code: '27', goldstein: '31' }
  const { rows } = await readItems([await folder.open('g.tsv', text(GDELT))], { columns })
  expect(rows.map(({ act }) => act.code)).toEqual(['043', '0211', '043'])
  const lost = await folder.open(
    'lost.tsv',
    text(GDELT).replaceAll('\t043\t', '\t43\t').replaceAll('\t0211\t', '\t211\t'),
  )
  await expect(readItems([lost], { columns })).rejects.toThrow('lost their leading zeros')
})

test('several files of one kind are read together, and none that differ', async () => {
  const paths = [folder.put('x1.csv', text(OWN)), folder.put('x2.csv', text(OWN.slice(0, 2)))]
  const { rows } = await readItems(await openFiles(paths), OWN_MAPPING)
  expect(rows.map(({ file, line }) => [file, line])).toEqual([
    [0, 2],
    [0, 3],
    [0, 5],
    [1, 2],
  ])
  const other = folder.put('x3.csv', text(['Some,Thing', 'else,here']))
  await expect(readItems(await openFiles([...paths, other]), OWN_MAPPING)).rejects.toThrow(
    'no tables with the same columns',
  )
})
