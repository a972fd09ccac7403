import { expect, test } from 'vitest'
import { NO_DRAFT, type Draft } from '../../../client/state/ask/draft.ts'
import { inOrder, matchNames, splitName, type Match } from '../../../client/state/ask/match.ts'
import { matchesOf, nearTexts, searchedTexts, suggest, type Told } from '../../../client/state/ask/suggest.ts'
import { type } from '../../../client/state/ask/typing.ts'
import type { ActorName } from '../../../client/state/types.ts'

const actor = (id: string, name: string): ActorName => ({ id, name, nameInSentence: name, kind: 'STATE' })
const US = actor('us', 'United States')
const UK = actor('uk', 'United Kingdom')
const CANADA = actor('canada', 'Canada')
const match = (found: ActorName, matched = found.name): Match => ({ actor: found, matched, ties: 3 })

const told = (found: Readonly<Record<string, readonly Match[]>>): Told => ({
  matches: (text) => found[text] ?? [],
  actors: [US, UK],
  scopes: ['maritime intelligence', 'use of its intelligence'],
  days: ['2025-11-11'],
  tailOf: () => '2 actors',
  noteOf: () => 'state',
  hasParts: () => false,
  tiesOf: () => '3 ties',
  exampleOf: () => null,
})

const draft = (text: string): Draft =>
  [...text].reduce((before, letter) => type(before, before.text + letter), NO_DRAFT)
const labels = (text: string, found: Readonly<Record<string, readonly Match[]>> = {}, group = 'finish') =>
  suggest(draft(text), told(found))
    .filter((each) => each.group === group)
    .map(({ label }) => label)

test('a slot that is typed in is finished with whom the text finds, then come actors, then other patterns', () => {
  const lines = suggest(draft('who suspended toward uni'), told({ uni: [match(US), match(UK)] }))
  expect(lines.map(({ group, label, tail }) => [group, label, tail]).slice(0, 5)).toEqual([
    ['finish', 'who suspended any scope toward United States', '2 actors'],
    ['finish', 'who suspended any scope toward United Kingdom', '2 actors'],
    ['actors', 'United States, state', '3 ties'],
    ['actors', 'United Kingdom, state', '3 ties'],
    ['others', 'who condemned …, in which words', null],
  ])
  expect(lines.filter(({ group }) => group === 'others').map(({ id }) => id)).not.toContain('pattern:suspended')
})

test('words that begin several patterns offer each of them', () => {
  expect(labels('who ')).toEqual([
    'who suspended any scope toward anyone',
    'who condemned anyone in which words',
    'who moved first against anyone who followed',
    'who distanced themselves from anyone',
  ])
  expect(labels('who susp')).toEqual(['who suspended any scope toward anyone'])
})

test('a slot in which nothing is typed may stay open, or holds what stands to reason', () => {
  expect(labels('who suspended toward ')).toEqual([
    'who suspended any scope toward anyone',
    'who suspended any scope toward United States',
    'who suspended any scope toward United Kingdom',
  ])
  expect(labels('who suspended mar')).toEqual(['who suspended maritime intelligence toward anyone'])
  expect(labels('what was known on ')).toEqual(['what was known on 11 Nov 2025'])
  expect(labels('what was known on Oct 2025')).toEqual(['what was known on 31 Oct 2025'])
  expect(labels('what was known on 1/10/2025')).toEqual([])
})

test('what was only typed before is the actor that it means best, and never both ends of a pair', () => {
  const found = { us: [match(US, 'US')], 'united states': [match(US), match(UK)] }
  const [first] = suggest(draft('does us still cooperate with united states'), told(found))
  expect(first?.label).toBe('does United States still cooperate with United Kingdom')
  expect(labels('does nobody still cooperate with united states', found)).toEqual([])
})

test('what is no question falls back to search, by its words where the whole finds nobody', () => {
  expect(labels('canada', { canada: [match(CANADA)] }, 'actors')).toEqual(['Canada, state'])
  const loose = draft('tell me of canada')
  expect(searchedTexts(loose)).toEqual(['tell me of canada'])
  expect(nearTexts(loose)).toEqual(['tell', 'canada'])
  expect(matchesOf(loose, told({ canada: [match(CANADA)] }))).toEqual([match(CANADA)])
})

test('what begins like a question and goes on otherwise is searched whole too', () => {
  const europe = actor('who-europe', 'WHO Europe')
  expect(searchedTexts(draft('who europe'))).toEqual(['europe', 'who europe'])
  expect(labels('who europe', { 'who europe': [match(europe)] }, 'actors')).toEqual(['WHO Europe, state'])
})

test('a day is nobody: it is not searched', () => {
  expect(searchedTexts(draft('what was known on 1 Oct 2025'))).toEqual([])
})

test('nearest patterns come first where nothing is understood', () => {
  expect(labels('condemned by whom', {}, 'others')[0]).toBe('who condemned …, in which words')
})

test('names of the page are found without accents, whole ones first, then by how many ties they have', () => {
  const turk = actor('turk', 'Volker Türk')
  expect(matchNames('TURK', [US, turk]).map(({ actor: { id } }) => id)).toEqual(['turk'])
  expect(matchNames('nited', [US])).toEqual([])
  const ties = new Map([['us', 9]])
  expect(inOrder([match(UK), match(US)], 'uni', ties).map(({ actor: { id } }) => id)).toEqual(['us', 'uk'])
  expect(inOrder([match(US), match(UK, 'UK')], 'uk', ties).map(({ actor: { id } }) => id)).toEqual(['uk', 'us'])
  expect(splitName('United States', 'st')).toEqual(['United ', 'St', 'ates'])
})
