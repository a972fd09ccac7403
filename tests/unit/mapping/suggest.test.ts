import { parse } from 'yaml'
import { expect, test } from 'vitest'
import { ACT_WORDS } from '../../../server/ingest/mapping/act-words.ts'
import { guessAct } from '../../../server/ingest/mapping/act-guess.ts'
import { checkMapping } from '../../../server/ingest/mapping/check-mapping.ts'
import { PRESETS } from '../../../server/ingest/mapping/presets.ts'
import type { Recognition } from '../../../server/ingest/rows/reader.ts'
import { table } from '../../../server/ingest/readers/table.ts'
import { testFolder } from '../readers/folder.ts'
import { readItems } from '../readers/items.ts'
import { ACLED, POLECAT } from '../readers/own-rows.ts'
import { GDELT, RAW, text } from '../readers/small-rows.ts'

const folder = testFolder()

async function suggested(name: string, lines: readonly string[]): Promise<Recognition> {
  const recognition = table.recognise([await folder.open(name, text(lines))])
  if (!recognition) throw new Error('It is no table.')
  return recognition
}

test('by the names of columns and what stands in them; the file is the mapping, and what nobody knows is open in it', async () => {
  const { suggestion, collection } = await suggested('my_events 2020.csv', [
    'Date;Country 1;Country 2;What happened;Link',
    '13.01.2020;France;Iran;Imposed sanctions;https://example.org/1',
    '14.01.2020;Iran;France;Met;-',
    '15.01.2020;Iran;France;Gloria;-',
  ])
  expect(collection).toEqual({ id: 'my-events-2020', title: 'my events 2020' })
  expect(suggestion?.mapping).toEqual({
    columns: { actor: 'Country 1', target: 'Country 2', date: 'Date', act: 'What happened', locator: 'Link' },
    dates: 'day-month-year',
    acts: { 'Imposed sanctions': 'SUSPENSION sanctions', Met: 'COOPERATION contact' },
    empty: ['-'],
  })
  expect(parse(suggestion?.yaml ?? '')).toEqual(suggestion?.mapping)
  expect(suggestion?.yaml).toContain('  # Gloria: # in 1 of the first rows')
  expect(suggestion?.says).toContain('Who acted: the column "Country 1".')
  expect(suggestion?.acts.map(({ written, act }) => [written, act])).toEqual([
    ['Imposed sanctions', 'SUSPENSION sanctions'],
    ['Met', 'COOPERATION contact'],
    ['Gloria', null],
  ])
})

test('without a header by what stands in the columns', async () => {
  const { suggestion } = await suggested('g.tsv', [...GDELT, ...GDELT])
  expect(suggestion?.mapping).toMatchObject({ header: false, columns: { date: '2', code: '27' }, system: 'CAMEO' })
  const raw = await suggested(
    'r.tsv',
    RAW.map((line) => line.replace('Source Name', 'Who')),
  )
  expect(raw.suggestion?.mapping.columns).toMatchObject({
    id: 'Event ID',
    date: 'Event Date',
    code: 'CAMEO Code',
    publisher: 'Publisher',
  })
})

test.each([
  ['COOPERATION', 'COOPERATION'],
  ['suspension_aid', 'SUSPENSION aid'],
  ['Make statement', 'NEUTRAL statement'],
  ['Battles', 'VIOLENCE fighting'],
  ['joint operation', 'COOPERATION joint_operation'],
  ['Threatened with sanctions', 'SUSPENSION sanctions THREATENED'],
  ['State visit', 'COOPERATION contact'],
  ['Gloria', null],
])('%j probably means %j', (word, act) => {
  expect(guessAct(word)).toBe(act)
})

test('all that may be written as an act may stand in a mapping', () => {
  const columns = { actor: 'a', target: 'b', date: 'c', act: 'd' }
  expect(checkMapping({ columns, acts: Object.fromEntries(ACT_WORDS.map((word) => [word, word])) })).not.toHaveProperty(
    'problems',
  )
})

test('POLECAT is recognised by its header and read by its preset, which is said to be untested', async () => {
  const { reader, recognition, rows } = await readItems([await folder.open('p.txt', text(POLECAT))])
  expect([reader.format, recognition.asks, recognition.collection.id]).toEqual(['table', [], 'polecat'])
  expect(recognition.mends.join()).toContain('untested on real files')
  expect(rows[0]).toMatchObject({
    key: 'P1',
    actor: { name: 'Norland', country: 'Norland', sectors: ['Government', 'Military'] },
    act: { kind: 'SUSPENSION', subtype: 'general', code: 'SANCTION / discontinue', system: 'PLOVER' },
    publisher: 'The Daily',
    reported: 19_725,
  })
  expect([rows[1]?.target, rows[1]?.act]).toMatchObject([null, { kind: 'COOPERATION', subtype: 'contact' }])
})

test('ACLED is recognised by its header, however it writes days', async () => {
  for (const lines of [ACLED, ACLED.map((line) => line.replace(/0([23]) January 2024/, '2024-01-0$1'))]) {
    const { recognition, rows } = await readItems([await folder.open('a.csv', text(lines))])
    expect([recognition.asks, recognition.collection.id]).toEqual([[], 'acled'])
    expect(
      rows.map(({ occurred, act, target }) => [
        occurred,
        act.type === 'stated' && `${act.kind} ${act.subtype}`,
        target?.name,
      ]),
    ).toEqual([
      ['2024-01-02', 'VIOLENCE fighting', 'Northern Rebels'],
      ['2024-01-03', 'COERCION seizure', 'Villagers'],
      ['2024-01-03', 'PRESSURE protest', undefined],
    ])
  }
})

test('presets say where they are from and are whole', () => {
  expect(PRESETS.map(({ id }) => id)).toEqual(['acled', 'polecat'])
  for (const { note, recognisedBy } of PRESETS)
    expect([note.includes('untested'), recognisedBy.length > 3]).toEqual([true, true])
})
