import { expect, test } from 'vitest'
import { checkMapping } from '../../../server/ingest/mapping/check-mapping.ts'
import { MappingFileError, readMappingText } from '../../../server/ingest/mapping/mapping-file.ts'

const SOUND = `columns:
  actor: Who
  target: To whom
  date: Day
  act: What
dates: day-month-year
acts:
  Sanctions: SUSPENSION sanctions
  Threat of sanctions: suspension Sanctions threatened
  Weather: leave out
`

function fault(text: string): string {
  try {
    readMappingText(text, 'm.yaml')
  } catch (error) {
    if (error instanceof MappingFileError) return error.says
    throw error
  }
  return 'nothing is wrong'
}

test('a sound mapping is read as it stands, JSON too, and settings without columns are passed on', () => {
  const mapping = readMappingText(SOUND, 'm.yaml')
  expect(mapping).toMatchObject({ columns: { actor: 'Who' }, dates: 'day-month-year' })
  expect(readMappingText(JSON.stringify(mapping), 'm.json')).toEqual(mapping)
  expect(readMappingText('start: 2014-01-01', 'm.yaml')).toEqual({ start: '2014-01-01' })
})

test.each([
  ['actor: Who', 'actr: Who', /^m\.yaml:2: "actr" is no field\. Fields are actor, target, /],
  ['actor: Who', 'actor: 3', /^m\.yaml:2: columns\.actor is a text .* quotation marks/],
  ['  date: Day\n', '', /^m\.yaml:1: Which column is date\?/],
  ['  act: What\n', '', /What was done is not told\. Give act \(with acts:\), code or kind/],
  ['day-month-year', 'dmy', /^m\.yaml:6: dates is year-month-day, day-month-year, .* or edtf\.$/],
  ['SUSPENSION sanctions', 'SANCTIONS', /^m\.yaml:8: "Sanctions": "SANCTIONS" is no kind\. Kinds are COOPERATION, /],
  [
    'SUSPENSION sanctions',
    'SUSPENSION praise',
    /"praise" is no subtype of SUSPENSION and no stage\. Subtypes are intelligence, /,
  ],
  ['SUSPENSION sanctions', '[1]', /^m\.yaml:8: "Sanctions" has no act/],
  ['dates:', 'date:', /^m\.yaml:6: "date" is no part of a mapping\. Its parts are columns, /],
  ['dates: day-month-year', 'separator: x', /^m\.yaml:6: separator is ",", ";", "\\t" or "\|"\.$/],
  ['dates: day-month-year', 'empty: NA', /^m\.yaml:6: empty is a list/],
  ['acts:\n', 'constants: { act: x }\nacts:\n', /^m\.yaml:7: act has a column and a constant/],
  ['  actor: Who\n', '  actor: Who\n  actor: Whom\n', /^m\.yaml:3: This is no YAML: /],
  ['  actor: Who\n', '  actor: *who\n', /^m\.yaml is no mapping: take the anchors/],
])('where %j has become %j, line and what is allowed are told', (from, to, says) => {
  expect(SOUND).toContain(from)
  expect(fault(SOUND.replace(from, to))).toMatch(says)
})

test('several faults are told at once', () => {
  expect(fault(SOUND.replace('actor', 'actr').replace('day-month-year', 'dmy')).split('\n')).toHaveLength(2)
})

test('an act without acts is a name of CAMEO where that is said, and nothing else', () => {
  const columns = { actor: 'a', target: 'b', date: 'c', act: 'd' }
  expect(checkMapping({ columns, system: 'CAMEO (ICEWS)' })).not.toHaveProperty('problems')
  expect(checkMapping({ columns })).toMatchObject({ problems: [{ says: expect.stringContaining('under acts:') }] })
})

test.each([[null], [[]], ['columns'], [{ columns: null }], [{ columns: [] }], [{ columns: {}, acts: 3 }]])(
  '%j is no mapping, and that is told',
  (given) => {
    expect(checkMapping(given)).toHaveProperty('problems')
  },
)

test('nothing is taken from what every object has', () => {
  const given: unknown = JSON.parse(
    '{"columns": {"__proto__": "x", "constructor": "y"}, "acts": {"__proto__": "COOPERATION"}}',
  )
  expect(checkMapping(given)).toMatchObject({
    problems: expect.arrayContaining([{ path: ['columns', 'constructor'], says: expect.any(String) }]),
  })
})
