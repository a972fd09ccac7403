import { expect, test } from 'vitest'
import { fittingForms, readDate } from '../../../server/ingest/mapping/date-forms.ts'
import type { DateForm } from '../../../server/ingest/mapping/mapping.ts'

test.each<[string, DateForm, string | null]>([
  ['2018-06-01', 'year-month-day', '2018-06-01'],
  ['2018/6/1', 'year-month-day', '2018-06-01'],
  ['20180601', 'year-month-day', '2018-06-01'],
  ['2018-06-01T12:30:00', 'year-month-day', '2018-06-01'],
  ['2018-06-01 9:30', 'year-month-day', '2018-06-01'],
  ['2018-02-30', 'year-month-day', null],
  ['01/06/2018', 'year-month-day', null],
  ['01/06/2018', 'day-month-year', '2018-06-01'],
  ['1.6.2018', 'day-month-year', '2018-06-01'],
  ['1/6/18', 'day-month-year', null],
  ['31/06/2018', 'day-month-year', null],
  ['1.6/2018', 'day-month-year', null],
  ['06/01/2018', 'month-day-year', '2018-06-01'],
  ['13/01/2018', 'month-day-year', null],
  ['1 Jun 2018', 'named-month', '2018-06-01'],
  ['01-June-2018', 'named-month', '2018-06-01'],
  ['June 1, 2018', 'named-month', '2018-06-01'],
  ['Sept. 1st 2018', 'named-month', '2018-09-01'],
  ['1 Foo 2018', 'named-month', null],
  ['1 Marchand 2018', 'named-month', null],
  ['43252', 'excel', '2018-06-01'],
  ['43252.75', 'excel', '2018-06-01'],
  ['2018', 'excel', null],
  ['[2018-06-01..2018-06-30]', 'edtf', '[2018-06-01..2018-06-30]'],
  ['2018-06', 'edtf', '2018-06'],
  ['soon', 'edtf', null],
  ['', 'year-month-day', null],
])('%j as %s is %j', (written, form, day) => {
  expect(readDate(written, form)?.text ?? null).toBe(day)
})

test('the way in which days are written is told by all of them together, and left open where nobody can tell', () => {
  expect(fittingForms(['2018-06-01', ''])).toEqual(['year-month-day'])
  expect(fittingForms(['01/06/2018', '02/06/2018'])).toEqual(['day-month-year', 'month-day-year'])
  expect(fittingForms(['01/06/2018', '13/06/2018'])).toEqual(['day-month-year'])
  expect(fittingForms(['01/06/2018', '06/13/2018'])).toEqual(['month-day-year'])
  expect(fittingForms(['13/06/2018', '06/13/2018'])).toEqual([])
  expect(fittingForms(['43252'])).toEqual(['excel'])
  expect(fittingForms(['2018', '2018-06'])).toEqual(['edtf'])
  expect(fittingForms(['', ' '])).toEqual([])
})
