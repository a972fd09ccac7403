import { describe, expect, test } from 'vitest'
import { coded, told } from './who.ts'

const means = (cases: readonly (readonly [name: string, code: string, expected: string])[]) => {
  for (const [name, code, expected] of cases) expect.soft(told(coded(name, code)), `${name} ${code}`).toBe(expected)
}

describe('a CAMEO code', () => {
  test('of a state is the state, whatever place or name stands before it', () => {
    means([
      ['UNITED KINGDOM', 'GBR', 'known uk'],
      ['LONDON', 'GBR', 'known uk'],
      ['MANCHESTER', 'GBR', 'known uk'],
      ['PITTSBURGH', 'USA', 'known us'],
      ['GUAM', 'USAGUM', 'known guam BASED_IN us'],
      ['KOSOVO', 'KSV', 'known kosovo'],
    ])
  })

  test('with a role is the role in the state', () => {
    means([
      ['UNITED STATES', 'USAGOV', 'known government-of-us PART_OF us'],
      ['UNITED STATES', 'USAMIL', 'known us-military PART_OF us'],
      ['SYRIAN', 'SYRREF', 'known syria-refugee BASED_IN syria'],
      ['MANCHESTER', 'GBREDU', 'known uk-education BASED_IN uk'],
      ['BERLIN', 'DEUGOV', 'known government-of-germany PART_OF germany'],
      ['PRESIDENT', 'USAGOV', 'known us-president PART_OF us'],
      ['AMERICAN TROOPS', 'USAMIL', 'known us-troops PART_OF us'],
    ])
  })

  test('leaves somebody of the tables who he is', () => {
    means([
      ['THE WHITE HOUSE', 'USAGOV', 'known white-house PART_OF us'],
      ['HAMAS', 'PSEREB', 'known hamas BASED_IN palestine'],
      ['REUTERS', 'USAMED', 'known reuters BASED_IN uk'],
      ['EUROPEAN PARLIAMENT', 'IGOEUREEC', 'known european-parliament PART_OF eu'],
    ])
  })

  test('with a role leaves somebody unknown under his own name, with nothing concluded', () => {
    means([['JANE DOE', 'USAGOV', 'new jane-doe']])
  })

  test('of an organisation is the last one that it names', () => {
    means([
      ['THE EU', 'IGOEUREEC', 'known eu'],
      ['WORLD LENDER', 'IGOUNODEVWBK', 'known world-bank'],
      ['THE AU', 'IGOAFRAFU', 'known african-union'],
      ['PEACEKEEPERS', 'UNOMIL', 'known un-peacekeepers PART_OF un'],
    ])
  })

  test('of a role alone is nobody in particular', () => {
    expect(coded('POLICE', 'COP').actor).toMatchObject({ id: 'police', unspecified: true })
    expect(coded('SOME BOSSES', 'BUS').actor).toMatchObject({ id: 'business', unspecified: true })
    expect(coded('THE ALLIES', 'UIS').actor.unspecified).toBe(true)
  })

  test('that no table has changes nothing', () => {
    means([
      ['BLUE FALCONS', 'zzz', 'new blue-falcons'],
      ['CHINA', 'ZZZGOV', 'known china'],
      ['CHINA', '', 'known china'],
    ])
  })

  test('answers what the name leaves open', () => {
    means([
      ['KOREA', 'KOR', 'known south-korea'],
      ['CONGO', 'COD', 'known democratic-republic-of-the-congo'],
      ['BRUSSELS', 'BEL', 'known belgium'],
      ['BRUSSELS', 'BELGOV', 'known government-of-belgium PART_OF belgium'],
    ])
  })

  test('that speaks of another state than the name is asked about', () => {
    const { how, actor, candidates } = coded('GEORGIA', 'USA')
    expect(how).toBe('asked')
    expect(candidates.map(({ id }) => id)).toEqual(['us', 'georgia'])
    expect(actor).toMatchObject({ name: 'Georgia (USA)', kind: 'STATE' })
    expect(actor.id).toMatch(/^georgia-[0-9a-f]{8}$/)
    expect(told(coded('GEORGIA', 'GEO'))).toBe('known georgia')
  })
})

describe('other codes', () => {
  test('of ISO 3166 are states, in two letters and three', () => {
    expect(told(coded('Whoever', 'DE', 'ISO2'))).toBe('known germany')
    expect(told(coded('DEU', 'deu', 'ISO3'))).toBe('known germany')
    expect(told(coded('Whoever', 'QQ', 'ISO2'))).toBe('new whoever')
  })

  test('of the Correlates of War are states of their day', () => {
    expect(told(coded('200', '200', 'COW'))).toBe('known uk')
    expect(told(coded('002', '002', 'COW'))).toBe('known us')
    expect(told(coded('365', '365', 'COW', '1950-01-01'))).toBe('known soviet-union')
    expect(told(coded('365', '365', 'COW', '1992-01-01'))).toBe('known russia')
    expect(told(coded('345', '345', 'COW', '1927-01-01'))).toBe('known yugoslavia')
    expect(told(coded('345', '345', 'COW', '2010-01-01'))).toBe('known serbia')
    expect(told(coded('245', '245', 'COW', '1850-01-01'))).toBe('known kingdom-of-bavaria')
    expect(told(coded('300', '300', 'COW', '1879-01-01'))).toBe('known austria-hungary')
    expect(told(coded('8152', '8152', 'COW'))).toBe('new 8152')
  })
})
