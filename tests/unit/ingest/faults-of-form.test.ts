import { describe, expect, it } from 'vitest'
import { broken, itTells, SMALL_CASE, told, type Fault } from './small-case.ts'

const FAULTS: readonly Fault[] = [
  ['broken YAML', 'actors.yaml', 'name: Arcadia', 'name: "Arcadia', 'actors.yaml:3:9: This is not YAML'],
  [
    'a tab',
    'actors.yaml',
    '  kind: STATE\n  name: Boetia',
    '\tkind: STATE\n  name: Boetia',
    'actors.yaml:6:1: This is not YAML as a case needs it: a line begins with a tab. Indent with spaces.',
  ],
  ['text with a colon', 'case.yaml', 'title: Small case', 'title: Small: case', 'case.yaml:2:8: This is not YAML'],
  [
    'several documents',
    'case.yaml',
    'title: Small case',
    '---\ntitle: Small case',
    'case.yaml:2:1: This is not YAML as a case needs it: it holds several documents.',
  ],
  [
    'a tag',
    'case.yaml',
    'Small case',
    '!shout Small case',
    'case.yaml:2:8: Unresolved tag: !shout. Write the value without a tag.',
  ],
  [
    'an alias',
    'case.yaml',
    'id: small\ntitle: Small case',
    'id: &x small\ntitle: *x',
    'case.yaml:2:8: *x repeats another place of the file. Write it out here.',
  ],
  [
    'a key twice',
    'case.yaml',
    'title: Small case',
    'title: Small case\ntitle: Another',
    'case.yaml:3:1: This key stands twice.',
  ],
  [
    'a misspelt key',
    'events.yaml',
    'target: b-navy',
    'traget: b-navy',
    'events.yaml:3:3: An event has no field traget. Did you mean target?',
  ],
  [
    'an unknown key',
    'sources.yaml',
    'published: 2025-11-11',
    'published: 2025-11-11\n  colour: red',
    'sources.yaml:5:3: A source has no field colour. It may have: id, publisher',
  ],
  [
    'a missing field',
    'actors.yaml',
    '  name: Boetia\n',
    '',
    'actors.yaml:5:3: name is missing in an actor. Write name: …',
  ],
  ['an empty field', 'actors.yaml', 'name: Boetia', 'name:', 'actors.yaml:7:3: name is empty. Write name: …'],
  ['blank text', 'actors.yaml', 'name: Boetia', 'name: " "', 'actors.yaml:7:9: This text is empty.'],
  [
    'half a character',
    'actors.yaml',
    'name: Boetia',
    'name: "\\ud800"',
    'actors.yaml:7:9: This text holds half of a character',
  ],
  [
    'fields in place of text',
    'actors.yaml',
    'name: Boetia',
    'name: { en: Boetia }',
    'actors.yaml:7:9: Text stands here',
  ],
  ['a record in place of a list', 'actors.yaml', '[Arc]', 'Arc', 'actors.yaml:4:12: A list stands here'],
  [
    'text in place of a record',
    'events.yaml',
    '- id: a-shares',
    '- nothing\n- id: a-shares',
    'events.yaml:1:3: Here an event stands, with id, actor, target, kind, subtype, occurred, evidence.',
  ],
  [
    'neither true nor false',
    'actors.yaml',
    'name: Boetia',
    'name: Boetia\n  article: maybe',
    'actors.yaml:8:12: "maybe" is neither true nor false.',
  ],
]

describe('a case with a fault of form', () => {
  it('is sound without one', () => {
    expect(told(new Map(Object.entries(SMALL_CASE)))).toEqual([])
  })

  itTells(FAULTS)

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
