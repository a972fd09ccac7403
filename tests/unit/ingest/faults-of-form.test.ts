import { describe, expect, it } from 'vitest'
import { FAULTS_OF_FORM } from './faults-of-form.ts'
import { broken, itTells, SMALL_CASE, told } from './small-case.ts'

describe('a case with a fault of form', () => {
  it('is sound without one', () => {
    expect(told(new Map(Object.entries(SMALL_CASE)))).toEqual([])
  })

  itTells(FAULTS_OF_FORM)

  it.each(['case.yaml', 'actors.yaml', 'sources.yaml', 'events.yaml'])(
    'tells that %s is missing, and nothing that follows from it',
    (name) => {
      const files = Object.entries(SMALL_CASE).filter(([file]) => file !== name)
      expect(told(new Map(files))).toEqual([
        `${name}:1:1: This file is missing. Add it; a case needs case.yaml, actors.yaml, sources.yaml, events.yaml.`,
      ])
    },
  )

  it('tells of a file that would be passed over', () => {
    const { 'positions.yaml': positions = '', ...rest } = SMALL_CASE
    expect(told(new Map(Object.entries({ ...rest, 'position.yml': positions })))).toEqual([
      'position.yml:1:1: A case has no file of this name; it has case.yaml, actors.yaml, affiliations.yaml, sources.yaml, events.yaml, positions.yaml. Did you mean positions.yaml?',
    ])
  })
})

describe('what is too long', () => {
  it('is refused: a text', () => {
    const [fault = ''] = told(broken('case.yaml', 'id: small', `id: small\ndescription: ${'a'.repeat(20_001)}`))
    expect(fault).toMatch(/^case.yaml:\d+:14: A text has at most 20000 characters; this one has 20001\. Shorten it\.$/)
    expect(told(broken('case.yaml', 'id: small', `id: small\ndescription: ${'a'.repeat(20_000)}`))).toEqual([])
  })

  it('is refused: a list inside a record', () => {
    const aliases = (many: number) => Array.from({ length: many }, (_, at) => `n${at}`).join(', ')
    const withAliases = (many: number) =>
      broken(
        'actors.yaml',
        /aliases: .*/.exec(SMALL_CASE['actors.yaml'] ?? '')?.[0] ?? '',
        `aliases: [${aliases(many)}]`,
      )
    expect(told(withAliases(500))).toEqual([])
    expect(told(withAliases(501))).toEqual([
      expect.stringContaining('A list here has at most 500 items; this one has 501. Keep the most important.'),
    ])
  })

  it('is refused: a date, before its grammar is tried', () => {
    const text = `"[${'2025-01-01,'.repeat(50_000)}2025-01-02]"`
    expect(
      told(broken('events.yaml', /occurred: .*/.exec(SMALL_CASE['events.yaml'] ?? '')?.[0] ?? '', `occurred: ${text}`)),
    ).toEqual([expect.stringMatching(/^events.yaml:\d+:\d+: A text has at most 20000 characters; this one has \d+\./)])
  })
})

describe('several faults', () => {
  it('are told at once, by file, line and column', () => {
    const texts = new Map(broken('events.yaml', 'target: b-navy', 'target: zzz'))
    texts.set(
      'actors.yaml',
      (texts.get('actors.yaml') ?? '').replace('MILITARY_COMMAND', 'NAVY').replace('STATE', 'STAAT'),
    )
    expect(told(texts).map((each) => each.split(': ')[0])).toEqual([
      'actors.yaml:2:9',
      'actors.yaml:9:9',
      'events.yaml:3:11',
    ])
  })

  it('does not follow a bomb of aliases', () => {
    const levels = Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i},`.repeat(9)}]`)
    const texts = broken('case.yaml', 'id: small', `a0: &a0 boom\n${levels.join('\n')}\nid: small`)
    expect(told(texts)).toHaveLength(31)
  })

  it.each(['[', '{a: ', '- ', '? '])('refuses nesting by %s that would take long to read', (sign) => {
    const texts = broken('positions.yaml', 'a: [10, 50]', sign.repeat(100_000))
    expect(told(texts)).toEqual([
      'positions.yaml:1:1: Lists and fields stand in one another too deeply to be read. Write each as in the other cases.',
    ])
  })
})
