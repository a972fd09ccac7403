import { describe, expect, it } from 'vitest'
import { FAULTS_OF_MEANING } from './faults-of-meaning.ts'
import { broken, itTells, told } from './small-case.ts'

describe('a case with a fault of meaning', () => {
  itTells(FAULTS_OF_MEANING)
})

describe('what is no fault', () => {
  it.each([
    ['a set without quotation marks', 'events.yaml', '"[2025-09-01..2025-10-11]"', '[2025-09-01..2025-10-11]'],
    ['a year as a number', 'events.yaml', 'occurred: 2025-11', 'occurred: 2025'],
    ['a number for a text', 'actors.yaml', '[Arc]', '[1984, true]'],
    ['fields left empty', 'sources.yaml', 'url: https://paper.example/1', 'url:\n  title: ~'],
    [
      'two parents with one top',
      'affiliations.yaml',
      '- type: MEMBER_OF',
      '- { type: PART_OF, actor: a, to: b }\n- { type: PART_OF, actor: b-navy, to: a }\n- type: MEMBER_OF',
    ],
    [
      'parents apart in time',
      'affiliations.yaml',
      'to: b\n',
      'to: b\n  since: 2020\n- { type: PART_OF, actor: b-navy, to: a, until: 2019 }\n',
    ],
    [
      'a circle apart in time',
      'affiliations.yaml',
      'to: b\n',
      'to: b\n  until: 2019-12\n- { type: PART_OF, actor: b, to: b-navy, since: 2020-01 }\n',
    ],
    [
      'a weaker parent elsewhere',
      'affiliations.yaml',
      '- type: MEMBER_OF',
      '- { type: LEADS, actor: b-navy, to: a }\n- type: MEMBER_OF',
    ],
    ['an alias of two actors', 'actors.yaml', 'name: Boetia', 'name: Boetia\n  aliases: [Arc]'],
    ['comments and other quotation marks', 'actors.yaml', 'name: Boetia', "name: 'Boetia' # the other one"],
    ['a mark of byte order and lines of another system', 'case.yaml', 'id: small\ntitle', '\u{feff}id: small\r\ntitle'],
  ])('takes %s', (_, file, from, to) => {
    expect(told(broken(file, from, to))).toEqual([])
  })

  it('finds a circle that holds for one day only', () => {
    expect(
      told(
        broken(
          'affiliations.yaml',
          'to: b\n',
          'to: b\n  until: 2020-01-01\n- { type: PART_OF, actor: b, to: b-navy, since: 2020-01-01 }\n',
        ),
      ),
    ).toHaveLength(1)
  })

  it('rolls up as of the earliest day of the event when it looks at what an act ends', () => {
    const dated = broken('affiliations.yaml', 'to: b\n', 'to: b\n  since: 2025-09-01\n')
    expect(told(dated)).toEqual([
      expect.stringMatching(
        /^events.yaml:15:12: "a-shares" cannot stand in breaks: its target is b-navy, that of this event b,/,
      ),
    ])
  })
})
