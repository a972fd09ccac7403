import { describe, expect, it } from 'vitest'
import { broken, itTells, told, type Fault } from './small-case.ts'

const FAULTS: readonly Fault[] = [
  // Ids
  [
    'the same id twice',
    'sources.yaml',
    'id: wire',
    'id: paper\n  publisher: Other\n- id: wire',
    'sources.yaml:5:7: "paper" is the id of another source, in line 1.',
  ],
  [
    'the same id in capitals',
    'actors.yaml',
    '- id: b-navy',
    '- id: B\n  kind: STATE\n  name: Bee\n- id: b-navy',
    'actors.yaml:8:7: "B" is the id of another actor, in line 5 (capitals make no other id). Choose another.',
  ],
  [
    'the same affiliation twice',
    'affiliations.yaml',
    '- type: MEMBER_OF',
    '- { type: PART_OF, actor: b-navy, to: b }\n- type: MEMBER_OF',
    'affiliations.yaml:4:3: "b-navy-part-of-b" is the id of another affiliation, in line 1.',
  ],
  [
    'the same evidence id twice',
    'events.yaml',
    '- source: paper\n- id: a-suspends',
    '- { source: paper, id: 2 }\n    - source: paper\n- id: a-suspends',
    'events.yaml:9:7: "2" is the id of another piece of evidence, in line 8.',
  ],
  [
    'an id of other characters',
    'events.yaml',
    'id: a-restores',
    'id: A Restörés!',
    'events.yaml:20:7: "A Restörés!" is not made of lower-case letters, digits and hyphens, a letter or digit first. Write a-restores.',
  ],
  ['an id that is too long', 'case.yaml', 'id: small', `id: ${'x'.repeat(101)}`, 'case.yaml:1:5: "xxx'],
  // References
  [
    'an unknown actor',
    'events.yaml',
    'target: b-navy',
    'target: b-nvay',
    'events.yaml:3:11: No actor has the id "b-nvay". Did you mean b-navy?',
  ],
  [
    'a name in place of an id',
    'events.yaml',
    'target: b-navy',
    'target: Navy of Boetia',
    'events.yaml:3:11: No actor has the id "Navy of Boetia". Did you mean b-navy?',
  ],
  [
    'an unknown actor of an affiliation',
    'affiliations.yaml',
    'to: club',
    'to: quite-another',
    'affiliations.yaml:6:7: No actor has the id "quite-another". Write the id of one, or add it to actors.yaml.',
  ],
  [
    'an unknown actor with a place',
    'positions.yaml',
    'b: [',
    'zzz: [',
    'positions.yaml:2:1: No actor has the id "zzz".',
  ],
  ['a question of an unknown actor', 'case.yaml', 'by: a', 'by: zzz', 'case.yaml:8:9: No actor has the id "zzz".'],
  [
    'an unknown headline',
    'case.yaml',
    'headline: a-suspends',
    'headline: a-suspend',
    'case.yaml:3:11: No event has the id "a-suspend". Did you mean a-suspends?',
  ],
  [
    'an unknown source',
    'events.yaml',
    '- source: paper\n- id: a-suspends',
    '- source: papre\n- id: a-suspends',
    'events.yaml:8:15: No source has the id "papre". Did you mean paper?',
  ],
  [
    'a relay from an unknown source',
    'events.yaml',
    'relayedFrom: wire',
    'relayedFrom: radio',
    'events.yaml:18:20: No source has the id "radio".',
  ],
  [
    'a quote without a source',
    'events.yaml',
    '    - source: paper\n      relayedFrom: wire\n',
    '    - source: paper\n    - relayedFrom: wire\n',
    'events.yaml:18:7: source is missing in a piece of evidence. Write source: …',
  ],
  ['an alias twice', 'actors.yaml', '[Arc]', '[Arc, Arc]', 'actors.yaml:4:18: "Arc" stands twice in this list.'],
  // Words, numbers, days, addresses
  [
    'an unknown kind of actor',
    'actors.yaml',
    'kind: MILITARY_COMMAND',
    'kind: MILITARY_COMAND',
    'actors.yaml:9:9: "MILITARY_COMAND" is not one of STATE',
  ],
  [
    'an unknown kind',
    'events.yaml',
    'kind: SUSPENSION',
    'kind: PAUSE',
    'events.yaml:12:9: "PAUSE" is not one of COOPERATION, SUSPENSION, CONDEMNATION',
  ],
  [
    'an unknown subtype',
    'events.yaml',
    'subtype: restoration',
    'subtype: restauration',
    'events.yaml:24:12: "restauration" is no subtype of COOPERATION. It has: intelligence, joint_operation',
  ],
  [
    'a subtype of another kind',
    'events.yaml',
    'subtype: restoration',
    'subtype: veto',
    'events.yaml:24:12: "veto" is no subtype of COOPERATION.',
  ],
  [
    'a strength out of range',
    'events.yaml',
    'occurred: 2025-11\n',
    'occurred: 2025-11\n  strength: 4\n',
    'events.yaml:26:13: "4" is no whole number from 0 to 3.',
  ],
  [
    'half a strength',
    'events.yaml',
    'occurred: 2025-11\n',
    'occurred: 2025-11\n  strength: 1.5\n',
    'events.yaml:26:13: "1.5" is no whole number from 0 to 3.',
  ],
  [
    'too strong for a threat',
    'events.yaml',
    'occurred: 2025-11\n',
    'occurred: 2025-11\n  stage: THREATENED\n  strength: 2\n',
    'events.yaml:27:13: What is not ACTUAL has a strength of at most 1, and this act (THREATENED) has 2.',
  ],
  [
    'bad EDTF',
    'events.yaml',
    'occurred: 2025-11',
    'occurred: last autumn',
    'events.yaml:25:13: "last autumn" is not a date in EDTF.',
  ],
  [
    'a day that is none',
    'events.yaml',
    'occurred: 2025-11',
    'occurred: 2025-02-29',
    'events.yaml:25:13: "2025-02-29" is not a da',
  ],
  [
    'a set that ends before it begins',
    'events.yaml',
    '[2025-09-01..2025-10-11]',
    '[2025-10-11..2025-09-01]',
    'events.yaml:14:13: "[2025-10-11..2025-09-01]" ends before it begins.',
  ],
  [
    'an interval that ends before it begins',
    'events.yaml',
    '2025-11\n',
    '2025-11-02/2025-11-01\n',
    'events.yaml:25:13: "2025-11-02/2025-11-01" ends before it begins.',
  ],
  [
    'an affiliation that ends before it begins',
    'affiliations.yaml',
    'to: club',
    'to: club\n  since: 2025-02\n  until: 2025-01-31',
    'affiliations.yaml:8:10: This ends (2025-01-31) before it begins (2025-02).',
  ],
  [
    'a bad day of a source',
    'sources.yaml',
    '2025-11-11',
    '2025-11',
    'sources.yaml:4:14: "2025-11" is not a day of the calendar.',
  ],
  [
    'an address of another kind',
    'sources.yaml',
    'https://paper.example/1',
    'ftp://paper.example/1',
    'sources.yaml:3:8: "ftp://paper.example/1" is not an address of the web.',
  ],
  [
    'a script for an address',
    'sources.yaml',
    'https://paper.example/1',
    'javascript:alert(1)',
    'sources.yaml:3:8: "javascript:alert(1)" is not an address of the web.',
  ],
  [
    'an address without a host',
    'sources.yaml',
    'https://paper.example/1',
    'https://',
    'sources.yaml:3:8: "https://" is not an address of the web.',
  ],
  [
    'a place out of range',
    'positions.yaml',
    '50.5',
    '100.5',
    'positions.yaml:2:9: "100.5" is no number from 0 to 100.',
  ],
  [
    'half a place',
    'positions.yaml',
    '[90, 50.5]',
    '[90]',
    'positions.yaml:2:4: A position is two numbers from 0 to 100: [x, y].',
  ],
  [
    'places as a list',
    'positions.yaml',
    'a: [10, 50]\nb: [90, 50.5]',
    '- a',
    'positions.yaml:1:1: Positions stand here, one actor a line',
  ],
  // Meaning
  [
    'an event toward oneself',
    'events.yaml',
    'target: b-navy',
    'target: a',
    'events.yaml:3:11: "a" acts toward itself.',
  ],
  [
    'an affiliation to oneself',
    'affiliations.yaml',
    'to: club',
    'to: b',
    'affiliations.yaml:6:7: "b" is affiliated to itself.',
  ],
  [
    'a cycle',
    'affiliations.yaml',
    '- type: MEMBER_OF',
    '- { type: LEADS, actor: b, to: b-navy }\n- type: MEMBER_OF',
    'affiliations.yaml:4:32: These affiliations go round in a circle: b-navy → b → b-navy.',
  ],
  [
    'diverging parents',
    'affiliations.yaml',
    '- type: MEMBER_OF',
    '- { type: PART_OF, actor: b-navy, to: a }\n- type: MEMBER_OF',
    'affiliations.yaml:4:39: "b-navy" stands below b (top: b) and a (top: a), and an actor has one top.',
  ],
  [
    'no evidence',
    'events.yaml',
    'evidence:\n    - source: paper\n- id: a-suspends',
    'evidence: []\n- id: a-suspends',
    'events.yaml:7:13: No evidence of this event asserts the act.',
  ],
  [
    'evidence that only denies',
    'events.yaml',
    '- source: paper\n- id: a-suspends',
    '- source: paper\n      stance: DENIES\n- id: a-suspends',
    'events.yaml:8:5: No evidence of this event asserts the act.',
  ],
  [
    'evidence of the content only',
    'events.yaml',
    '- source: paper\n- id: a-suspends',
    '- source: paper\n      about: CONTENT\n- id: a-suspends',
    'events.yaml:8:5: No evidence of this event asserts the act.',
  ],
  [
    'an event that never became known',
    'events.yaml',
    '- source: paper\n- id: a-suspends',
    '- source: wire\n- id: a-suspends',
    'events.yaml:8:5: This event would never become known',
  ],
  [
    'a history out of order',
    'events.yaml',
    'occurred: 2025-11\n',
    'occurred: 2025-11\n  history:\n    - { status: CONFIRMED, on: 2025-12-02 }\n    - { status: REVERSED, on: 2025-12-01 }\n',
    'events.yaml:28:31: This step is earlier than the one above it.',
  ],
  [
    'breaks of an unknown event',
    'events.yaml',
    'breaks: [a-shares]',
    'breaks: [a-shared]',
    'events.yaml:15:12: No event has the id "a-shared". Did you mean a-shares?',
  ],
  [
    'breaks of what is no cooperation',
    'events.yaml',
    'breaks: [a-shares]',
    'breaks: [a-shares, a-suspends]',
    'events.yaml:15:22: "a-suspends" cannot stand in breaks: it is a SUSPENSION. Name a COOPERATION.',
  ],
  [
    'restores of what is no suspension',
    'events.yaml',
    'restores: [a-suspends]',
    'restores: [a-shares]',
    'events.yaml:26:14: "a-shares" cannot stand in restores: it is a COOPERATION. Name a SUSPENSION.',
  ],
  [
    'breaks of what is no suspension',
    'events.yaml',
    'restores: [a-suspends]',
    'breaks: [a-shares]',
    'events.yaml:26:11: Only a SUSPENSION has breaks, and this is a COOPERATION.',
  ],
  [
    'restores of what is no cooperation',
    'events.yaml',
    'breaks: [a-shares]',
    'restores: [a-shares]',
    'events.yaml:15:13: Only a COOPERATION has restores, and this is a SUSPENSION.',
  ],
  [
    'restores between other actors',
    'events.yaml',
    'target: b\n  kind: COOPERATION',
    'target: club\n  kind: COOPERATION',
    'events.yaml:26:14: "a-suspends" cannot stand in restores: its target is b, that of this event club, and the two share no top.',
  ],
  [
    'a link twice',
    'events.yaml',
    'breaks: [a-shares]',
    'breaks: [a-shares, a-shares]',
    'events.yaml:15:22: "a-shares" stands twice in this list.',
  ],
  [
    'a question without what it needs',
    'case.yaml',
    '    toward: b\n',
    '',
    'case.yaml:7:11: A question of kind COOPERATION needs toward.',
  ],
  [
    'a question without days',
    'case.yaml',
    'kind: COOPERATION',
    'kind: KNOWN_ON',
    'case.yaml:7:11: A question of kind KNOWN_ON needs dates.',
  ],
]

describe('a case with a fault of meaning', () => {
  itTells(FAULTS)
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
