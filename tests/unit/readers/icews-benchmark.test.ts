import { expect, test } from 'vitest'
import { testFolder } from './folder.ts'
import { readItems, refusal } from './items.ts'
import { changed, NAMED, text } from './small-rows.ts'

const folder = testFolder()

test('rows come as they stand, with no-break spaces as spaces, quotation marks and all', async () => {
  const { reader, recognition, rows, rejects } = await readItems([await folder.open('x', text(NAMED))])
  expect([reader.format, recognition.collection.id, recognition.asks, recognition.mends]).toEqual([
    'icews-benchmark',
    'icews14',
    [],
    [],
  ])
  expect(rejects).toEqual([])
  expect(rows[0]).toEqual({
    file: 0,
    line: 1,
    key: null,
    actor: { name: 'Ursula Berg', country: null, code: null, sectors: [] },
    target: { name: 'Foreign Affairs (Norland)', country: null, code: null, sectors: [] },
    occurred: '2014-03-05',
    reported: null,
    act: { type: 'coded', system: 'CAMEO (ICEWS)', code: null, name: 'Make statement', goldstein: null },
    publisher: null,
    locator: null,
    summary: null,
    mirror: false,
  })
  expect(rows.map((row) => [row.actor?.name, row.target?.name]).slice(1)).toEqual([
    ['Member of Legislative (Govt) (Norland)', 'Hans "Hasi" Maier'],
    ['Găgăuzia', 'Illegal Immigrant (Xinjiang Uyghur)'],
  ])
})

test('a name that lost its no-break space is the name that has it', async () => {
  const lost = changed(NAMED.slice(2), 2, (name) => name.replace('\u{a0}', ''))
  const { rows } = await readItems([await folder.open('x', text([...lost, ...NAMED.slice(2)]))])
  expect(rows[0]?.target).toEqual(rows[1]?.target)
})

test('the same actor and the same event type are the same object', async () => {
  const { rows } = await readItems([await folder.open('x', text([...NAMED, ...NAMED]))])
  expect(rows[3]?.actor).toBe(rows[0]?.actor)
  expect(rows[3]?.act).toBe(rows[0]?.act)
})

test('a faulty row is rejected with line, column, reason and class, and the others are read', async () => {
  const faulty = [
    ...NAMED,
    'Norland\tConsult\t2014-03-05',
    'Norland\tConsult\tSudland\t2014-02-30',
    'Norland\t \tSudland\t2014-03-05',
    `${'N'.repeat(501)}\tConsult\tSudland\t2014-03-05`,
    'Nor\u{0}land\tConsult\tSudland\t2014-03-05',
    '',
    'Norland\tConsult\t\t2014-03-05',
  ]
  const { rows, rejects } = await readItems([await folder.open('x', text(faulty))])
  expect(rejects.map(({ line, column, class: of }) => [line, column, of])).toEqual([
    [4, null, 'not 4 columns'],
    [5, 4, 'no day'],
    [6, 2, 'no event type'],
    [7, 1, 'name too long'],
    [8, 1, 'control character in a name'],
  ])
  expect(rejects[1]?.reason).toBe('"2014-02-30" is no day from 1900 to 2100; days are written 2018-01-31.')
  expect(rejects[1]?.text).toBe(faulty[4])
  expect(rows.slice(3).map((row) => [row.line, row.target])).toEqual([[10, null]])
})

test('days that begin with the year are mended and it is said; a day in another form later on is not', async () => {
  const slashed = changed(NAMED, 3, (day) => day.replaceAll('-', '/'))
  const { recognition, rows } = await readItems([await folder.open('x', text(slashed))])
  expect(rows.map((row) => row.occurred)).toEqual(['2014-03-05', '2014-03-05', '2014-12-31'])
  expect(recognition.mends).toEqual([expect.stringContaining('year first')])
  const mixed = await readItems([await folder.open('y', text([...NAMED, ...NAMED, slashed[0] ?? '']))])
  expect(mixed.rejects.map((reject) => reject.class)).toEqual(['no day'])
})

test.each([
  ['days that a spreadsheet wrote', changed(NAMED, 3, () => '3/5/14'), /written like 3\/5\/14.*published/],
  ['days with the month named', changed(NAMED, 3, () => '05-Mar-14'), /written like 05-Mar-14/],
  ['days as numbers', changed(NAMED, 3, () => '41703'), /numbers like 41703/],
  [
    'event types in another column',
    NAMED.map((line) =>
      line
        .split('\t')
        .toSorted((a, b) => order(a) - order(b))
        .join('\t'),
    ),
    /column 3, not 2/,
  ],
  ['tabs as spaces', NAMED.map((line) => line.replaceAll('\t', '    ')), /tabs are lost/],
])('%s: refused, with a sentence', async (_, lines, says) => {
  expect(await refusal([await folder.open('x', text(lines))])).toMatch(says)
})

/** Names, then event types, then days. */
function order(cell: string): number {
  return /^\d{4}-/.test(cell) ? 2 : /^(Make|Consult|Arrest)/.test(cell) ? 1 : 0
}
