import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold, matchesWords, rankNames } from '../../../server/domain/search.ts'

describe('fold', () => {
  test.each([
    ['Volker Türk', 'volker turk'],
    ['TÜRK', 'turk'],
    ['U.K.', 'uk'],
    ['the U.S.A. Army', 'the usa army'],
    ['J.D. Vance', 'jd vance'],
    ['Donald J. Trump', 'donald j trump'],
    ['St. Lucia', 'st lucia'],
    ['JIATF-South', 'jiatf south'],
    ['Côte d’Ivoire', 'cote divoire'],
    ["Cote d'Ivoire", 'cote divoire'],
    ['Straße', 'strasse'],
    ['Tromsø, Łódź; Đà Nẵng', 'tromso lodz da nang'],
    ['Æthelred ﬁrst', 'aethelred first'],
    ['Diyarbakır İZMİR', 'diyarbakir izmir'],
    ['ΟΔΟΣ Οδος', 'οδοσ οδοσ'],
    ['  «one» -- two\t\n', 'one two'],
    ['Zürich', 'zurich'],
    ['…', ''],
  ])('%s', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  test('twice is once, and leaves only letters, digits and single spaces', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const folded = fold(text)
        expect(fold(folded)).toBe(folded)
        expect(folded).toMatch(/^([\p{L}\p{N}]+( [\p{L}\p{N}]+)*)?$/u)
      }),
      { numRuns: 2000 },
    )
  })

  test('does not depend on how an accent was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')))
      }),
    )
  })
})

const NAMES: Record<string, readonly string[]> = {
  uk: ['United Kingdom', 'UK', 'Britain', 'Great Britain'],
  us: ['United States', 'US', 'USA'],
  officials: ['UK officials'],
  turk: ['Volker Türk', 'Turk', 'High Commissioner Türk'],
  turkey: ['Turkey', 'Türkiye'],
  ukraine: ['Ukraine'],
  duke: ['Lukewarm Party'],
  un: ['United Nations', 'UN'],
}
const candidates = Object.entries(NAMES).flatMap(([actor, names]) => names.map((name) => ({ actor, name })))
const nameOf = (actor: string) => NAMES[actor]?.[0] ?? actor
const found = (query: string) => rankNames(query, candidates, nameOf).map(({ actor, matched }) => [actor, matched])

describe('rankNames', () => {
  test('whole alias, beginnings, then inside', () => {
    expect(found('uk')).toEqual([
      ['uk', 'UK'],
      ['officials', 'UK officials'],
      ['ukraine', 'Ukraine'],
      ['duke', 'Lukewarm Party'],
    ])
  })

  test('a whole name comes before a whole alias', () => {
    const both = [
      { actor: 'a', name: 'Zed' },
      { actor: 'b', name: 'Alpha' },
      { actor: 'b', name: 'zed' },
    ]
    const name = (actor: string) => (actor === 'a' ? 'Zed' : 'Alpha')
    expect(rankNames('ZED', both, name)).toEqual([
      { actor: 'a', matched: 'Zed', match: 'NAME' },
      { actor: 'b', matched: 'zed', match: 'ALIAS' },
    ])
  })

  test('an accent need not be typed, nor the first word', () => {
    expect(found('turk')).toEqual([
      ['turk', 'Turk'],
      ['turkey', 'Turkey'],
    ])
    expect(found('volker')).toEqual([['turk', 'Volker Türk']])
    expect(found('brit')).toEqual([['uk', 'Britain']])
  })

  test('words in any order, each as far as it was typed', () => {
    expect(rankNames('tur vol', candidates, nameOf)).toEqual([
      { actor: 'turk', matched: 'Volker Türk', match: 'WORDS' },
    ])
  })

  test('equals stand by name: Kingdom, Nations, States', () => {
    expect(found('united').map(([actor]) => actor)).toEqual(['uk', 'un', 'us'])
  })

  test.each([
    ['Turck', 'turk'],
    ['Volkre Turk', 'turk'],
    ['Untied Kingdon', 'uk'],
    ['unitedkingdom', 'uk'],
    ['Ukrain3', 'ukraine'],
  ])('%s is a near miss', (query, actor) => {
    expect(rankNames(query, candidates, nameOf)[0]).toMatchObject({ actor, match: 'NEAR' })
  })

  test('three letters are too few to be missed nearly, and two slips too many for seven', () => {
    expect(found('ukx')).toEqual([])
    expect(found('okraina')).toEqual([])
  })

  test.each(['', '  ', '…', '-'])('blank "%s" finds nothing', (query) => {
    expect(found(query)).toEqual([])
  })

  test('the order of the candidates does not matter, and every whole name finds its actor', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(candidates, { minLength: 1 }), fc.nat(), (some, pick) => {
        const query = some[pick % some.length]?.name ?? ''
        const matches = rankNames(query, some, nameOf)
        expect(rankNames(query, [...some].reverse(), nameOf)).toEqual(matches)
        expect(matches.map(({ actor }) => actor)).toContain(some[pick % some.length]?.actor)
        expect(new Set(matches.map(({ actor }) => actor)).size).toBe(matches.length)
      }),
    )
  })
})

describe('matchesWords', () => {
  const text = 'Maritime intelligence on suspected drug-smuggling boats'
  test.each([
    ['intel', true],
    ['boats mari', true],
    ['SMUGGLING', true],
    ['drug smug', true],
    ['drug-smug', true],
    ['telligence', false],
    ['intel aircraft', false],
    ['', true],
  ])('"%s": %s', (query, matches) => {
    expect(matchesWords(query, text)).toBe(matches)
  })
})
