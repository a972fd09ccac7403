import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { backOver, editSlot, fillIn, NO_DRAFT, valueText, type Draft } from '../../../client/state/ask/draft.ts'
import { finish } from '../../../client/state/ask/finished.ts'
import { PATTERNS, type Pattern } from '../../../client/state/ask/patterns.ts'
import { read } from '../../../client/state/ask/read.ts'
import { type } from '../../../client/state/ask/typing.ts'
import { numRuns, seed } from '../../support/samples.ts'
import { actorName } from './made.ts'

/** What stands in the box after a text was typed letter by letter. */
function typed(text: string, from: Draft = NO_DRAFT): Draft {
  return [...text].reduce((draft, letter) => type(draft, draft.text + letter), from)
}

/** `[who] [suspended] (any scope) [toward] uni`: words, what stands in slots in angles, empty slots in round ones, and what is typed. */
function shown({ chips, text, after }: Pick<Draft, 'chips' | 'text' | 'after'>): string {
  const words = (all: Draft['chips']) =>
    all.map((chip) => {
      if (chip.what === 'words') return `[${chip.text}]`
      return chip.value ? `<${valueText(chip.value)}>` : `(${chip.empty})`
    })
  return [...words(chips), text.trim(), ...words(after)].filter(Boolean).join(' ')
}

const pattern = (id: string): Pattern => PATTERNS.find((each) => each.id === id) ?? expect.fail(id)

test.each([
  ['who', 'who'],
  ['who ', '[who]'],
  ['who suspended toward uni', '[who] [suspended] (any scope) [toward] uni'],
  ['Who suspended maritime intelligence against the U', '[who] [suspended] <maritime intelligence> [toward] the U'],
  ['who condemned whom, and in which words?', '[who] [condemned] whom, and in which words?'],
  ['does canada still coop', '[does] canada still coop'],
  ['does canada still cooperate with uni', '[does] <canada> [still cooperate with] uni'],
  ['how is Türk linked to southcom', '[how is] <Türk> [connected to] southcom'],
  ['what was known on 1 Oct 2025', '[what was known on] 1 Oct 2025'],
  ['what changed between 1 oct 2025 and 11', '[what changed between] <1 Oct 2025> [and] 11'],
  ['who moved first us', '[who] [moved first] [against] us'],
  ['whole', 'whole'],
  ['asdf toward', 'asdf toward'],
])('“%s” becomes %s', (text, stands) => expect(shown(typed(text))).toBe(stands))

test('a question that is typed to its end is understood whole', () => {
  const [condemned] = read(typed('who condemned whom, and in which words?'))
  expect(condemned?.at).toBe(4)
  const [first] = read(typed('who moved first against us, who followed?'))
  expect(first && shown({ chips: first.chips, text: '', after: [] })).toBe(
    '[who] [moved first] [against] <us> [who followed]',
  )
  expect(read(typed('which claims rest on a single source?')).map(({ pattern: { kind } }) => kind)).toEqual([
    'SINGLE_ORIGIN',
  ])
  expect(read(typed('the weather on mars'))).toEqual([])
})

test('Backspace takes chips away one by one, and what they said is typed again', () => {
  let draft = typed('who suspended toward ')
  const seen = []
  while (draft.chips.length > 0) seen.push(shown((draft = { ...backOver(draft), text: '' })))
  expect(seen).toEqual(['[who] [suspended] (any scope)', '[who] [suspended]', '[who]', ''])
  expect(backOver(typed('does canada still cooperate with ')).text).toBe('still cooperate with')
})

test('a pattern is filled in slot by slot, and a slot that stands can be typed again', () => {
  const empty = fillIn(pattern('cooperates'), [])
  expect(shown(empty)).toBe('[does] [still cooperate with] (whom)')
  const half = typed('canada still cooperate with u', empty)
  expect(shown(half)).toBe('[does] <canada> [still cooperate with] u')
  expect(shown(editSlot({ ...half, text: '' }, 1))).toBe('[does] canada [still cooperate with] (whom)')
})

describe('a question is finished', () => {
  const actor = (id: string) => ({ what: 'actor' as const, actor: actorName(id) })
  const filled = (id: string, values: readonly (ReturnType<typeof actor> | { what: 'day'; day: string } | null)[]) => {
    const left = [...values]
    return pattern(id).parts.map((part) =>
      part.what === 'words'
        ? { what: 'words' as const, text: part.say[0] }
        : { what: 'slot' as const, slot: part.slot, empty: part.empty, value: left.shift() ?? null },
    )
  }

  test('once what it needs is there, and not with one actor twice', () => {
    const pair = pattern('cooperates')
    expect(finish(pair, filled('cooperates', [actor('a'), null]))).toBeNull()
    expect(finish(pair, filled('cooperates', [actor('a'), actor('a')]))).toBeNull()
    expect(finish(pair, filled('cooperates', [actor('a'), actor('b')]))).toMatchObject({
      ask: { kind: 'COOPERATION', by: 'a', toward: 'b' },
    })
  })

  test('two days are compared from the earlier on, and a day with itself is none', () => {
    const days = (first: string, second: string) =>
      finish(
        pattern('changed'),
        filled('changed', [
          { what: 'day', day: first },
          { what: 'day', day: second },
        ]),
      )
    expect(days('2025-11-11', '2025-10-01')).toEqual({ what: 'changes', earlier: '2025-10-01', later: '2025-11-11' })
    expect(days('2025-11-11', '2025-11-11')).toBeNull()
  })
})

test('no name that is typed is lost, whatever stands around it', () => {
  const words = fc.constantFrom(
    'who',
    'suspended',
    'toward',
    'canada',
    'does',
    'still',
    'cooperate',
    'with',
    'how',
    'is',
  )
  fc.assert(
    fc.property(fc.array(words, { maxLength: 12 }), (all) => {
      const draft = typed(all.join(' '))
      const said = draft.chips.map((chip) => (chip.what === 'words' ? chip.text : valueText(chip.value))).join(' ')
      const names = (text: string) => text.match(/canada/gu)?.length ?? 0
      expect(names(`${said} ${draft.text}`)).toBe(names(all.join(' ')))
      for (const reading of read(draft)) expect(reading.chips.length).toBe(reading.at)
    }),
    { numRuns: numRuns(100, 5000), seed: seed() },
  )
})
