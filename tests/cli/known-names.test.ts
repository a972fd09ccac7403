import { describe, expect, test } from 'vitest'
import { actorId } from '../../server/cli/known-names.ts'
import { UsageError } from '../../server/cli/usage-error.ts'
import { contentsOf } from '../support/worlds.ts'
import { snapshotOf } from '../support/snapshots.ts'

const contents = contentsOf({
  actors: {
    uk: 'The United Kingdom',
    us: 'The United States',
    turk: 'Volker Türk',
    turkey: 'Türkiye',
    georgia: 'Georgia',
    'georgia-us': 'Georgia (state)',
    'the-jiatf': 'JIATF-South',
    twin: 'Twin',
    other: 'Other',
  },
  kinds: { turk: 'PERSON' },
  events: [],
})
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  uk: ['UK', 'Britain'],
  'georgia-us': ['Georgia'],
  other: ['twin', 'uk'],
}
const snapshot = snapshotOf({
  ...contents,
  actors: contents.actors.map((each) => ({ ...each, aliases: ALIASES[each.actor] ?? [] })),
})
const idOf = (typed: string) => actorId(snapshot, '--toward', typed)

describe('an actor is found by', () => {
  test.each([
    ['its id, before the names of others', 'uk', 'uk'],
    ['its name', 'United States', 'us'],
    ['another name', 'Britain', 'uk'],
    ['a name without accents', 'volker turk', 'turk'],
    ['a name in other case and with dots', 'JIATF south', 'the-jiatf'],
    ['its name with the article', 'the United States', 'us'],
    ['the surname of a person', 'Türk', 'turk'],
  ])('%s', (_, typed, id) => {
    expect(idOf(typed)).toBe(id)
  })
})

describe('candidates are listed', () => {
  test.each([
    ['where two are called so', 'GEORGIA', ['georgia: Georgia', 'georgia-us: Georgia (state) (Georgia)']],
    ['where words are only a part of a name', 'kingdom united', ['uk: United Kingdom (Britain, UK)']],
    ['where words lead to two', 'United', ['uk: United Kingdom (Britain, UK)', 'us: United States']],
    ['where a name is only near', 'Untied Kingdom', ['uk: United Kingdom (Britain, UK)']],
    ['where a word is only begun', 'Turki', ['turkey: Türkiye', 'turk: Volker Türk']],
  ])('%s', (_, typed, lines) => {
    expect(() => idOf(typed)).toThrow(UsageError)
    try {
      idOf(typed)
    } catch (error) {
      expect(String(error).split('\n  ').slice(1)).toEqual(lines)
    }
  })

  test.each(['Atlantis', '', '...'])('and where "%s" comes near nobody, that is said', (typed) => {
    expect(() => idOf(typed)).toThrow(
      `--toward: there is no actor called "${typed}", and nobody whose name comes near.`,
    )
  })
})
