import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AFTER_ALL, BEFORE_ALL, formatDay, parseDay } from '../../../server/domain/days.ts'
import { EdtfError, parseEdtf, toFlags } from '../../../server/domain/edtf.ts'
import { FLAG } from '../../../server/domain/snapshot.ts'

const day = (text: string) => parseDay(text) as number
const some = (earliest: string, latest: string) => ({
  earliest: day(earliest),
  latest: day(latest),
  throughout: false,
  openStart: false,
  openEnd: false,
})

describe('parseEdtf', () => {
  it.each([
    ['2025-11-11', some('2025-11-11', '2025-11-11')],
    ['2025-10', some('2025-10-01', '2025-10-31')],
    ['2024-02', some('2024-02-01', '2024-02-29')],
    ['2025-12', some('2025-12-01', '2025-12-31')],
    ['2025', some('2025-01-01', '2025-12-31')],
    ['[2025-09-01..2025-10-11]', some('2025-09-01', '2025-10-11')],
    ['2025-09-01/2025-11-11', { ...some('2025-09-01', '2025-11-11'), throughout: true }],
    ['/2025-08-31', { ...some('2025-08-31', '2025-08-31'), earliest: BEFORE_ALL, throughout: true }],
    ['../2025-08-31', { ...some('2025-08-31', '2025-08-31'), earliest: BEFORE_ALL, throughout: true, openStart: true }],
    ['2025-09-01/', { ...some('2025-09-01', '2025-09-01'), latest: AFTER_ALL, throughout: true }],
    ['2025-09-01/..', { ...some('2025-09-01', '2025-09-01'), latest: AFTER_ALL, throughout: true, openEnd: true }],
  ])('reads %s', (text, meant) => {
    expect(parseEdtf(text)).toEqual(meant)
  })

  it.each([
    ['October 2025', /not a date in EDTF/],
    ['', /not a date in EDTF/],
    ['2025-02-30', /not a date in EDTF/],
    ['2025-02-29', /not a day of the calendar/],
    ['2025-10?', /uncertain.*between which days/],
    ['2025-21', /form that is not taken/],
    ['{2025-01-01..2025-01-03}', /form that is not taken/],
    ['2025-11-11T10:00:00', /not a day of the calendar/],
    ['[..2025-10-11]', /first day\.\.last day/],
    ['[2025-10,2025-11]', /first day\.\.last day/],
    ['[2025-09..2025-10]', /"2025-09" .* not a full day/],
    ['2025-09/2025-11', /not a full day/],
    ['2025-09-01/2025-02-29', /"2025-02-29" .* not a full day/],
    ['[2025-10-12..2025-10-01]', /ends before it begins/],
    ['2025-10-12/2025-10-01', /ends before it begins/],
    ['/', /names no day/],
    ['../..', /names no day/],
    [`[${'2025-01-01,'.repeat(50_000)}2025-01-02]`, /^A date has at most 100 characters; this one has 550012\. Write/],
  ])('refuses %j and says what to do', (text, says) => {
    expect(() => parseEdtf(text)).toThrow(EdtfError)
    expect(() => parseEdtf(text)).toThrow(says)
  })

  it('keeps the ends of every set and interval', () => {
    const anyDay = fc.integer({ min: day('0000-01-01'), max: day('9999-12-31') })
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        const [first, last] = [Math.min(a, b), Math.max(a, b)]
        const set = parseEdtf(`[${formatDay(first)}..${formatDay(last)}]`)
        const interval = parseEdtf(`${formatDay(first)}/${formatDay(last)}`)
        expect([set.earliest, set.latest, interval.earliest, interval.latest]).toEqual([first, last, first, last])
      }),
    )
  })

  it('tells unknown from open in the flags', () => {
    expect(toFlags(parseEdtf('/2025-08-31'))).toBe(FLAG.THROUGHOUT)
    expect(toFlags(parseEdtf('../2025-08-31'))).toBe(FLAG.THROUGHOUT | FLAG.OPEN_START)
    expect(toFlags(parseEdtf('2025-08-31/..'))).toBe(FLAG.THROUGHOUT | FLAG.OPEN_END)
    expect(toFlags(parseEdtf('2025-08'))).toBe(0)
  })
})
