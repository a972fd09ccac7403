import { expect, test } from 'vitest'
import { testFolder } from './folder.ts'
import { readItems, refusal } from './items.ts'
import { changed, RAW, text } from './small-rows.ts'

const folder = testFolder()

const [ID, DATE, CODE] = [0, 1, 6]

test('a record comes with sectors, countries, code, event type, intensity, story and publisher', async () => {
  const { reader, recognition, rows, rejects } = await readItems([await folder.open('x', text(RAW))])
  expect([reader.format, recognition.says, rejects]).toEqual([
    'icews',
    'ICEWS raw records, 20 columns with a header',
    [],
  ])
  expect(rows[0]).toEqual({
    file: 0,
    line: 2,
    key: '101',
    actor: {
      name: 'Foreign Affairs (Norland)',
      country: 'Norland',
      code: null,
      sectors: ['Executive', 'Army Mechanized (Ships, Tanks, Planes)', 'Government'],
    },
    target: null,
    occurred: '2018-06-01',
    reported: null,
    act: { type: 'coded', system: 'CAMEO (ICEWS)', code: '040', name: 'Consult', goldstein: 1 },
    publisher: 'The Daily',
    locator: 'story 4711, sentence 2',
    summary: null,
    mirror: false,
  })
  expect(rows[1]).toMatchObject({ actor: { sectors: [] }, publisher: null })
})

test('columns are found by their names, in any order, case and spelling', async () => {
  const turned = RAW.map((line) => line.split('\t').toReversed().join('\t'))
  const renamed = [(turned[0] ?? '').toUpperCase().replaceAll(' ', '_'), ...turned.slice(1)]
  const straight = await readItems([await folder.open('x', text(RAW))])
  expect((await readItems([await folder.open('y', text(renamed))])).rows).toEqual(straight.rows)
})

test('cells in quotation marks are read without them, and it is said', async () => {
  const quoted = RAW.map((line) => `"${line.replaceAll('\t', '"\t"')}"`)
  const { recognition, rows } = await readItems([await folder.open('x', text(quoted))])
  expect(rows).toEqual((await readItems([await folder.open('y', text(RAW))])).rows)
  expect(recognition.mends).toEqual([expect.stringContaining('quotation marks')])
})

test('codes that have lost their zeros get them back where the event type proves it, and it is said', async () => {
  const lost = changed(RAW, CODE, (code) => String(Number(code)), 1)
  const { recognition, rows } = await readItems([await folder.open('x', text(lost))])
  expect(rows.map((row) => row.act.code)).toEqual(['040', '043', '180'])
  expect(recognition.mends).toEqual([expect.stringContaining('leading zeros')])
})

test('a code that contradicts its event type, and other faults of a row', async () => {
  const line = RAW[2] ?? ''
  const faulty = [
    ...RAW,
    changed([line], CODE, () => '43')[0] ?? '',
    changed([line], CODE, () => '0x3')[0] ?? '',
    changed([line], 7, () => '28')[0] ?? '',
    changed([line], ID, () => 'A1')[0] ?? '',
    changed([line], DATE, () => 'NA')[0] ?? '',
    `${line}\textra`,
  ]
  const { rows, rejects } = await readItems([await folder.open('x', text(faulty))])
  expect(rows).toHaveLength(3)
  expect(rejects.map(({ line: at, column, class: of }) => [at, column, of])).toEqual([
    [5, 7, 'code and event type disagree'],
    [6, 7, 'no event code'],
    [7, 8, 'no intensity'],
    [8, 1, 'no event id'],
    [9, 2, 'no day'],
    [10, null, 'not as many columns as the header'],
  ])
})

test.each([
  ['a header that is gone', RAW.slice(1), /header is missing/],
  ['tabs as spaces', RAW.map((line) => line.replaceAll('\t', '  ')), /tabs are lost/],
  ['days that a spreadsheet wrote', changed(RAW, DATE, () => '6/1/18', 1), /written like 6\/1\/18/],
  ['ids that a spreadsheet rounded', changed(RAW, ID, () => '3.29E+07', 1), /rounded it/],
  ['a column that is gone', RAW.map((line, at) => (at === 0 ? line : line.replace(/^\d+\t/, ''))), /have been moved/],
  [
    'columns that were moved below the header',
    RAW.map((line, at) => (at === 0 ? line : line.split('\t').toReversed().join('\t'))),
    /have been moved/,
  ],
])('%s: refused, with a sentence', async (_, lines, says) => {
  expect(await refusal([await folder.open('x', text(lines))])).toMatch(says)
})
