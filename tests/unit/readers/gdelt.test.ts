import { expect, test } from 'vitest'
import { parseDay } from '../../../server/domain/days.ts'
import { testFolder } from './folder.ts'
import { readItems, refusal } from './items.ts'
import { changed, GDELT, gdeltRow, text } from './small-rows.ts'
import { zip } from './zip.ts'

const folder = testFolder()

test('a row comes with its id, codes, both days, address and publisher', async () => {
  const { reader, recognition, rows, rejects } = await readItems([await folder.open('x', text(GDELT))])
  expect([reader.format, recognition.says, rejects]).toEqual(['gdelt', 'GDELT 2.0 event export, 61 columns', []])
  expect(rows[0]).toEqual({
    file: 0,
    line: 1,
    key: '881990001',
    actor: { name: 'BRITISH', country: 'GBR', code: { system: 'CAMEO', text: 'GBRGOV' }, sectors: ['GOV'] },
    target: { name: 'THE EU', country: 'EUR', code: { system: 'CAMEO', text: 'IGOEUREEC' }, sectors: ['IGO'] },
    occurred: '2019-10-24',
    reported: parseDay('2019-10-24'),
    act: { type: 'coded', system: 'CAMEO (GDELT)', code: '043', name: null, goldstein: 2.8 },
    publisher: 'example.org',
    locator: 'https://www.example.org/news/a-visit',
    summary: null,
    mirror: false,
  })
  expect(rows[1]).toMatchObject({ actor: null, act: { code: '0211' } })
  expect(rows[2]).toMatchObject({
    occurred: '2018-10-24',
    reported: parseDay('2019-10-24'),
    actor: { name: 'ALGONQUIAN', country: null, code: { text: 'alg' } },
    publisher: 'BBC Monitoring',
  })
})

test('zipped, in several files and with a header it is the same', async () => {
  const plain = await readItems([await folder.open('x', text(GDELT))])
  const header = gdeltRow(0, { 1: 'GLOBALEVENTID', 2: 'SQLDATE' })
  const zipped = await readItems([
    await folder.open('x.zip', zip([{ name: 'x.CSV', content: text([header, ...GDELT]) }])),
  ])
  expect(zipped.rows.map(({ line, ...row }) => ({ ...row, line: line - 1 }))).toEqual(plain.rows)
  const both = await readItems([await folder.open('a', text(GDELT)), await folder.open('b', text(GDELT))])
  expect(both.rows.map((row) => [row.file, row.line])).toEqual([
    [0, 1],
    [0, 2],
    [0, 3],
    [1, 1],
    [1, 2],
    [1, 3],
  ])
})

test('GDELT 1.0 has its later columns elsewhere', async () => {
  const first = GDELT.map((line) => {
    const cells = line.split('\t')
    const places = [0, 1, 2].flatMap((at) => cells.slice(35 + at * 8, 43 + at * 8).filter((_, each) => each !== 4))
    return [...cells.slice(0, 35), ...places, '20191025', cells[60]].join('\t')
  })
  const { recognition, rows } = await readItems([await folder.open('x', text(first))])
  expect(recognition.says).toMatch(/^GDELT 1\.0 .*no real file/)
  expect(rows[0]).toMatchObject({ reported: parseDay('2019-10-25'), publisher: 'example.org' })
  const older = first.map((line) => line.slice(0, line.lastIndexOf('\t')))
  expect((await readItems([await folder.open('y', text(older))])).rows[0]).toMatchObject({
    locator: null,
    publisher: null,
  })
})

test('codes that have lost their zeros get them back where the root proves it, and it is said', async () => {
  const unpadded = [26, 27, 28].reduce(
    (lines, at) => changed(lines, at, (code) => String(Number(code))),
    [...GDELT, gdeltRow(1, { 27: '190', 28: '190', 29: '19' })],
  )
  const { recognition, rows } = await readItems([await folder.open('x', text(unpadded))])
  expect(rows.map((row) => row.act.code)).toEqual(['043', '0211', '043', '190'])
  expect(recognition.mends).toEqual([expect.stringContaining('leading zeros')])
})

test('a faulty row is rejected with line, column and class, and the others are read', async () => {
  const faulty = [
    ...GDELT,
    gdeltRow(4, { 1: 'x' }),
    gdeltRow(5, { 2: '20191324' }),
    gdeltRow(6, { 60: '2019' }),
    gdeltRow(7, { 27: '4.3' }),
    gdeltRow(8, { 31: 'high' }),
    gdeltRow(8, { 27: '190' }),
    gdeltRow(9, { 6: 'GBR GOV' }),
    gdeltRow(10, { 61: 'x\ty' }),
    gdeltRow(11, { 61: 'x'.repeat(4001) }),
  ]
  const { rows, rejects } = await readItems([await folder.open('x', text(faulty))])
  expect(rows).toHaveLength(3)
  expect(rejects.map(({ line, column, class: of }) => [line, column, of])).toEqual([
    [4, 1, 'no event id'],
    [5, 2, 'no day'],
    [6, 60, 'no day'],
    [7, 27, 'no event code'],
    [8, 31, 'no Goldstein value'],
    [9, 27, 'code and root code disagree'],
    [10, 6, 'no actor code'],
    [11, null, 'not 61 columns'],
    [12, 61, 'address too long'],
  ])
})

test.each([
  ['ids that a spreadsheet rounded', changed(GDELT, 0, () => '8.82E+08'), /An event id has become 8\.82E\+08/],
  ['times that a spreadsheet rounded', changed(GDELT, 59, () => '2.0191E+13'), /time at which a row was added/],
  ['days that a spreadsheet wrote', changed(GDELT, 1, () => '24/10/2019'), /written like 24\/10\/2019/],
  ['tabs as spaces', GDELT.map((line) => line.replaceAll('\t', ' ')), /tabs are lost/],
  ['a column too many', GDELT.map((line) => `${line}\tmine`), /have been moved/],
  [
    'a column that was moved',
    GDELT.map((line) => line.split('\t').toSpliced(26, 1).toSpliced(40, 0, '043').join('\t')),
    /do not begin with the root code in column 29.*have been moved/,
  ],
  [
    'columns of an actor that have changed places',
    changed(
      changed(GDELT, 6, () => 'GBR'),
      7,
      () => 'BRITISH',
    ),
    /no code of three letters in column 8/,
  ],
])('%s: refused, with a sentence', async (_, lines, says) => {
  expect(await refusal([await folder.open('x', text(lines))])).toMatch(says)
})
