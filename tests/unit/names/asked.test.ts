import { describe, expect, test } from 'vitest'
import { createNames } from '../../../server/ingest/names/create-names.ts'
import { surface, told, who } from './who.ts'

describe('a name that may mean several', () => {
  test('is asked about, the likeliest first, and is nobody else until it is answered', () => {
    for (const [name, ids] of [
      ['Korea', ['south-korea', 'north-korea']],
      ['Congo', ['democratic-republic-of-the-congo', 'republic-of-the-congo']],
      ['Congolese', ['democratic-republic-of-the-congo', 'republic-of-the-congo']],
      ['Dominican', ['dominican-republic', 'dominica']],
      ['Citizen (Korea)', ['south-korea-citizen', 'north-korea-citizen']],
      ['Korean government', ['government-of-south-korea', 'government-of-north-korea']],
    ] as const) {
      const { how, actor, candidates } = who(name)
      expect.soft(how, name).toBe('asked')
      expect.soft(candidates.map(({ id }) => id)).toEqual(ids)
      expect.soft(actor.id).toMatch(/-[0-9a-f]{8}$/)
      expect.soft(actor.affiliations).toEqual([])
    }
  })

  test('is not one that merely looks like others', () => {
    for (const name of ['Guinea', 'Georgia', 'American', 'Niger', 'Sudan', 'French', 'Indian']) {
      expect.soft(who(name).how, name).toBe('known')
    }
  })
})

describe('answers', () => {
  const day = 17_000

  test('are one of the candidates, somebody of the tables, or anybody else', () => {
    const names = createNames({
      Korea: 'south-korea',
      'Citizen (Korea)': 'north-korea-citizen',
      Congo: 'congo-river-authority',
      'Mr X': 'us',
    })
    expect(told(names.resolve(surface('Korea'), day))).toBe('known south-korea')
    expect(told(names.resolve(surface('Citizen (Korea)'), day))).toBe('known north-korea-citizen BASED_IN north-korea')
    expect(names.resolve(surface('Congo'), day)).toMatchObject({
      how: 'known',
      actor: { id: 'congo-river-authority', name: 'Congo' },
    })
    expect(told(names.resolve(surface('Mr X'), day))).toBe('known us')
    expect(names.resolve(surface('Congolese'), day).how).toBe('asked')
  })

  test('for an owner are answers for its roles', () => {
    const names = createNames({
      Congo: 'republic-of-the-congo',
      'Citizen (Congo)': 'democratic-republic-of-the-congo-citizen',
    })
    const means = (name: string) => told(names.resolve(surface(name), day))
    expect(means('Police (Congo)')).toBe('known republic-of-the-congo-police PART_OF republic-of-the-congo')
    expect(means('Citizen (Congo)')).toMatch(/^known democratic-republic-of-the-congo-citizen /)
    expect(names.resolve(surface('Police (Korea)'), day).how).toBe('asked')
    expect(names.resolve(surface('Blue Falcons (Congo)'), day).how).toBe('new')
  })

  test('change nothing of what is known', () => {
    expect(told(createNames({ France: 'germany' }).resolve(surface('France'), day))).toBe('known france')
  })

  test('are refused where they are no id', () => {
    expect(() => createNames({ Korea: 'South Korea' })).toThrow(/The answer for "Korea" is "South Korea"/)
    expect(() => createNames({ Korea: 'x'.repeat(101) })).toThrow(RangeError)
  })
})
