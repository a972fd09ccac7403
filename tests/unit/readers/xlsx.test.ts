import { expect, test } from 'vitest'
import { openFiles } from '../../../server/ingest/files/open-files.ts'
import { allLines, testFolder } from './folder.ts'
import { readItems, refusal } from './items.ts'
import { OWN_MAPPING } from './own-rows.ts'
import { RAW } from './small-rows.ts'
import { textRow, workbook } from './workbook.ts'
import { zip } from './zip.ts'

const folder = testFolder()

async function linesOf(rows: string, strings: readonly string[] = [], settings = ''): Promise<readonly string[]> {
  return allLines(await folder.open('book.xlsx', workbook([{ name: 'One', rows }], strings, settings)))
}

test('cells are texts, numbers with all their digits, days by their format, and empty where they are left out', async () => {
  const rows = [
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c><c r="E1"><v>1.5</v></c></row>',
    '<row r="3"><c r="A3" s="1"><v>43252</v></c><c r="B3" s="2"><v>43252.5</v></c><c r="C3" s="3"><v>43252</v></c></row>',
    '<row r="4"><c r="A4"><v>8.8199083200000001E8</v></c><c r="B4"><v>1.23456789012346E+17</v></c><c r="C4"><v>2.8000000000000003</v></c></row>',
    '<row r="5"><c r="A5" t="str"><f>A1</f><v>calculated</v></c><c r="B5" t="e"><v>#N/A</v></c><c r="C5" t="b"><v>1</v></c></row>',
  ].join('')
  expect(
    await linesOf(rows, [
      '<t>Day</t>',
      '<r><t>So-</t></r><r><t xml:space="preserve">called </t></r><rPh><t>x</t></rPh>',
    ]),
  ).toEqual([
    'Day\t\tSo-called \t\t1.5',
    '',
    '2018-06-01\t2018-06-01T12:00:00\t43252\t\t',
    '881990832\t1.23456789012346E+17\t2.8\t\t',
    'calculated\t#N/A\tTRUE\t\t',
  ])
})

test('days are counted from 1904 where the workbook says so; the days before March 1900 are numbers', async () => {
  const rows = '<row><c s="1"><v>41790</v></c><c s="1"><v>43252</v></c></row>'
  expect(await linesOf(rows, [], '<workbookPr date1904="1"/>')).toEqual(['2018-06-01\t2022-06-02'])
  expect(await linesOf('<row><c s="1"><v>60</v></c><c s="1"><v>61</v></c></row>')).toEqual(['60\t1900-03-01'])
})

test('quotation marks are doubled, and ends of lines within a cell are spaces', async () => {
  expect(await linesOf(textRow(1, ['he said "no"', 'two\nlines']))).toEqual(['"he said ""no"""\ttwo lines'])
})

test('each sheet that holds anything is a file; that of the most rows is read, or the one that a mapping names', async () => {
  const cells = ['Day', 'Who', 'To whom', 'What', 'Note', 'Id']
  const row = (number: number, who: string): string =>
    textRow(number, ['13/01/2020', who, 'Sudland', 'Talks', '', `n-${number}`])
  const path = folder.put(
    'several.xlsx',
    workbook([
      { name: 'Read me', rows: textRow(1, ['Notes']) },
      { name: 'Empty', rows: '' },
      {
        name: '2019',
        rows: textRow(1, [...cells, 'More']) + textRow(2, ['14/01/2019', 'Westland', 'Sudland', 'Talks', '', 'w', 'x']),
      },
      { name: '2020', rows: textRow(1, cells) + row(2, 'Norland') + row(3, 'Norland') },
    ]),
  )
  const files = await openFiles([path])
  expect(files.map(({ name }) => name)).toEqual(['several.xlsx/Read me', 'several.xlsx/2019', 'several.xlsx/2020'])
  const { recognition, items } = await readItems(files, OWN_MAPPING)
  expect([recognition.asks, items.length]).toEqual([[], 2])
  const other = await readItems(files, { ...OWN_MAPPING, sheet: '2019' })
  expect(other.rows.map(({ actor, file, line }) => [actor?.name, file, line])).toEqual([['Westland', 1, 2]])
})

test('any format is read from a sheet too', async () => {
  const rows = RAW.map((line, at) => textRow(at + 1, line.split('\t'))).join('')
  const { reader, rows: read } = await readItems(
    await openFiles([folder.put('raw.xlsx', workbook([{ name: 'x', rows }]))]),
  )
  expect([reader.format, read.map(({ key }) => key)]).toEqual(['icews', ['101', '102', '103']])
})

test.each([
  ['a part that is no XML', '<row><c></row>', /no XML/],
  ['entities of its own', '', /entities/],
  ['rows out of order', textRow(2, ['a']) + textRow(1, ['b']), /not in order/],
  ['a text that is not there', '<row r="1"><c t="s"><v>7</v></c></row>', /not there/],
  ['too many columns', '<row r="1"><c r="XFD1"><v>7</v></c></row>', /no column/],
  ['nothing in it', '', /without anything/],
])('a workbook with %s is refused with a sentence', async (name, rows, says) => {
  const bytes = name.startsWith('entities')
    ? zip([
        { name: '[Content_Types].xml', content: '<Types/>' },
        {
          name: 'xl/workbook.xml',
          content: '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><workbook>&b;</workbook>',
        },
      ])
    : workbook([{ name: 'One', rows }])
  const open = async (): Promise<unknown> => openFiles([folder.put('bad.xlsx', bytes)])
  await expect(open()).rejects.toMatchObject({ name: 'SpoiltFileError', says: expect.stringMatching(says) })
})

test('a sheet whose table is no table is refused as such', async () => {
  const files = await openFiles([folder.put('one.xlsx', workbook([{ name: 'One', rows: textRow(1, ['only this']) }]))])
  expect(await refusal(files)).toMatch(/no format that is read here/)
})
