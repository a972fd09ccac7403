import { describe, expect, test } from 'vitest'
import { subtypeDefaults } from '../../../server/domain/subtypes.ts'
import type { CodedAct, StatedAct } from '../../../server/ingest/rows/row.ts'
import { CAMEO_CODES } from '../../../server/ingest/meaning/cameo-table.ts'
import { meaningOf } from '../../../server/ingest/meaning/meaning-of.ts'
import { MEETING_CODES, pairsWith } from '../../../server/ingest/meaning/mirror-codes.ts'

const coded = (change: Partial<CodedAct>): CodedAct => ({
  type: 'coded',
  system: 'CAMEO',
  code: null,
  name: null,
  goldstein: null,
  ...change,
})

const stated = (change: Partial<StatedAct>): StatedAct => ({
  type: 'stated',
  system: 'ATOP',
  code: 'x',
  kind: 'COOPERATION',
  subtype: null,
  stage: null,
  strength: null,
  mark: null,
  scope: null,
  ...change,
})

describe('every code', () => {
  test('has a meaning in the words of the domain', () => {
    expect(CAMEO_CODES.size).toBe(312)
    for (const { code } of CAMEO_CODES.values()) {
      const meaning = meaningOf(coded({ code }))
      expect(meaning?.code).toBe(code)
      if (meaning === null) continue
      expect(subtypeDefaults(meaning.kind, meaning.subtype), `${code} ${meaning.subtype}`).not.toBeNull()
      expect(meaning.strength).toBeGreaterThanOrEqual(0)
      expect(meaning.strength).toBeLessThanOrEqual(meaning.stage === 'ACTUAL' ? 3 : 1)
      expect(meaning.goldstein).toBeGreaterThanOrEqual(-10)
      expect(meaning.goldstein).toBeLessThanOrEqual(10)
    }
  })

  test('is found by its name in ICEWS, in any case', () => {
    for (const { code, names } of CAMEO_CODES.values()) {
      const found = meaningOf(coded({ name: names.ICEWS.toUpperCase().slice(0, 1) + names.ICEWS.slice(1) }))
      expect([code, `${code}0`]).toContain(found?.code)
    }
    expect(meaningOf(coded({ name: 'REDUCE OR BREAK DIPLOMATIC RELATIONS' }))?.code).toBe('161')
  })
})

describe('a coded act', () => {
  test('is of a kind, subtype, stage, strength and mark', () => {
    expect(meaningOf(coded({ code: '163' }))).toEqual({
      kind: 'SUSPENSION',
      subtype: 'sanctions',
      stage: 'ACTUAL',
      strength: 3,
      mark: 'YES',
      scope: null,
      code: '163',
      system: 'CAMEO',
      goldstein: -8,
    })
    expect(meaningOf(coded({ code: '1313' }))).toMatchObject({ kind: 'SUSPENSION', stage: 'THREATENED', mark: 'WEAK' })
  })

  test('is not guessed where its code lost the zero in front', () => {
    expect(meaningOf(coded({ code: '042' }))?.kind).toBe('COOPERATION')
    expect(meaningOf(coded({ code: '42' }))).toBeNull()
    expect(meaningOf(coded({ code: '10' }))?.subtype).toBe('demand')
    expect(meaningOf(coded({ code: '' }))).toBeNull()
    expect(meaningOf(coded({ code: 'constructor' }))).toBeNull()
  })

  test('takes the code before the name', () => {
    expect(meaningOf(coded({ code: '163', name: 'Consult' }))?.code).toBe('163')
    expect(meaningOf(coded({ code: '9999', name: 'Consult' }))).toBeNull()
  })

  test('tells a root from its first code by capitals', () => {
    expect(meaningOf(coded({ name: 'CONSULT' }))?.code).toBe('04')
    expect(meaningOf(coded({ name: 'Consult' }))?.code).toBe('040')
    expect(meaningOf(coded({ name: 'consult' }))?.code).toBe('040')
  })

  test('knows the names of older files', () => {
    expect(meaningOf(coded({ name: 'Apolgize' }))?.code).toBe('055')
    expect(meaningOf(coded({ name: 'Decline to yield' }))?.code).toBe('124')
    expect(meaningOf(coded({ name: 'Engage in chess' }))).toBeNull()
  })

  test('has the Goldstein value of its row, else of its system', () => {
    expect(meaningOf(coded({ code: '016', goldstein: 1.5 }))?.goldstein).toBe(1.5)
    expect(meaningOf(coded({ code: '016', goldstein: 0 }))?.goldstein).toBe(0)
    expect(meaningOf(coded({ code: '016' }))?.goldstein).toBe(-5)
    expect(meaningOf(coded({ code: '016', system: 'CAMEO (GDELT)' }))?.goldstein).toBe(-2)
  })

  test('reads a name by its system where the two differ', () => {
    expect(meaningOf(coded({ name: 'Demand mediation' }))?.code).toBe('108')
    expect(meaningOf(coded({ name: 'Demand mediation', system: 'GDELT' }))?.code).toBe('105')
  })
})

describe('a stated act', () => {
  test('takes the defaults of its kind and subtype', () => {
    expect(meaningOf(stated({ kind: 'SUSPENSION', subtype: 'sanctions' }))).toMatchObject({
      stage: 'ACTUAL',
      strength: 3,
      mark: 'YES',
      goldstein: null,
    })
    expect(meaningOf(stated({ kind: 'SUSPENSION', subtype: 'sanctions', stage: 'THREATENED' }))?.strength).toBe(1)
  })

  test('of a kind alone has the subtype that says least', () => {
    for (const kind of [
      'COOPERATION',
      'SUSPENSION',
      'CONDEMNATION',
      'PRESSURE',
      'COERCION',
      'VIOLENCE',
      'NEUTRAL',
    ] as const) {
      const meaning = meaningOf(stated({ kind }))
      expect(meaning && subtypeDefaults(kind, meaning.subtype), kind).not.toBeNull()
    }
  })

  test('is nothing where it states what its kind does not have', () => {
    expect(meaningOf(stated({ subtype: 'sanctions' }))).toBeNull()
    expect(meaningOf(stated({ strength: 4 }))).toBeNull()
    expect(meaningOf(stated({ strength: 2, stage: 'INTENT' }))).toBeNull()
    expect(meaningOf(stated({ strength: 1.5 }))).toBeNull()
  })
})

describe('the other side', () => {
  test('of a meeting has the same code, of a visit the code of who hosts it', () => {
    expect(pairsWith('040')).toEqual(['040'])
    expect(pairsWith('042')).toEqual(['043', '042'])
    expect(pairsWith('043')).toEqual(['042', '043'])
  })

  test('is coded for meetings alone', () => {
    expect(MEETING_CODES).toEqual(['04', '040', '041', '042', '043', '044', '045', '046'])
    for (const code of CAMEO_CODES.keys()) expect(pairsWith(code).length > 0, code).toBe(code.startsWith('04'))
    expect(pairsWith('0401')).toEqual([])
  })

  test('agrees with itself', () => {
    for (const code of MEETING_CODES) for (const other of pairsWith(code)) expect(pairsWith(other)).toContain(code)
  })
})
