import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold, matchesName, matchesWords } from '../../server/domain/search.ts'
import type { GraphStore } from '../../server/store/graph-store.ts'
import { aCase, anActor, anEvent, LOADER, someEvidence } from '../support/records.ts'
import { numRuns } from '../support/samples.ts'
import { TEXTS } from './everything.ts'

const NAMES = [
  'United Kingdom',
  'UK',
  'U.K.',
  'Britain',
  'Türkiye',
  'Volker Türk',
  'JIATF-South',
  "Côte d'Ivoire",
  'Iran',
  'Irna',
  'Irak',
  'Viet Nam',
  'Vietnam',
  'United Nations High Commissioner for Human Rights',
  'Drop Site News',
  'Łódź',
  'Al-Aqsa Martyrs’ Brigades',
  'aaaa',
  'abcdefgh',
  'O',
  ...TEXTS,
]

const SYNTAX = [
  '"',
  "'",
  '*',
  'a*',
  '"a',
  '(',
  ')',
  'NEAR(',
  'a AND',
  'OR',
  'NOT a',
  'a - b',
  'folded:a',
  '{a} : b',
  '^a',
  'a + b',
  '\\',
  '%',
  '_',
  '[',
  '~1',
  'a~',
  '/x/',
  '\u0000',
  ';',
  '--',
  '&&',
  '||',
  '!',
  '?',
  ':',
  '😀',
  '中',
  '',
  ' ',
  '"*"',
  'a'.repeat(9000),
  'a b '.repeat(3000),
]

/** What a store's search promises: everything that the domain would find. */
export function searchConformance(current: () => GraphStore): void {
  const actors = NAMES.map((name, i) => anActor(`n${i}`, { name, aliases: [`${name} ${i}`] }))
  const ends = [anActor('uk'), anActor('us')]

  async function findable(): Promise<{ store: GraphStore; names: { actor: string; name: string }[] }> {
    const store = current()
    await store.apply(aCase({ actors: [...ends, ...actors] }))
    const names = [...ends, ...actors].flatMap(({ actor, name, aliases }) =>
      [name, ...aliases].map((each) => ({ actor, name: each })),
    )
    return { store, names }
  }

  describe('search of actors', () => {
    test.each([
      ['united king', 'n0', 'a beginning'],
      ['turk', 'n5', 'the beginning of a word, without its mark'],
      ['king uni', 'n0', 'beginnings of words in any order'],
      ['rtyr', 'n16', 'an inside'],
      ['k', 'n0', 'one letter inside'],
      ['ni', 'n0', 'two letters inside'],
      ['irna', 'n8', 'a near miss with neighbours exchanged'],
      ['inra', 'n9', 'a near miss in which no three letters are the same'],
      ['badcefgh', 'n18', 'two exchanges'],
      ['vietnm', 'n12', 'a letter left out'],
      ['viet nam', 'n12', 'a space too many'],
      ['nashuns', 'n13', ''],
    ])('%s finds %s by %s', async (typed, actor, how) => {
      const { store } = await findable()
      const found = (await store.actorCandidates(typed, 1000)).map((each) => each.actor)
      if (how === '') expect(found).not.toContain(actor)
      else expect(found).toContain(actor)
    })

    test('finds every name that the domain would find', async () => {
      const { store, names } = await findable()
      const letters = fc.string({ unit: fc.constantFrom(...Array.from('abcdeiknrtuv ')), minLength: 1, maxLength: 10 })
      const spoiled = fc
        .tuple(fc.constantFrom(...names), fc.nat(), fc.nat(), letters, fc.nat({ max: 3 }))
        .map(([{ name }, from, length, other, replaced]) => {
          const text = fold(name)
          const start = from % Math.max(1, text.length)
          const part = text.slice(start, start + 1 + (length % 14))
          const at = replaced % Math.max(1, part.length)
          return part.slice(0, at) + other.slice(0, 1) + part.slice(at + replaced)
        })
      await fc.assert(
        fc.asyncProperty(fc.oneof(letters, spoiled), async (text) => {
          const typed = fold(text)
          const due = names.filter(({ name }) => matchesName(typed, fold(name)))
          const found = new Set(
            (await store.actorCandidates(typed, 100_000)).map(({ actor, name }) => `${actor} ${name}`),
          )
          expect(due.filter(({ actor, name }) => !found.has(`${actor} ${name}`))).toEqual([])
        }),
        { numRuns: numRuns(500, 20_000) },
      )
    })

    test('gives the best first where there are more than asked for', async () => {
      const { store } = await findable()
      const found = await store.actorCandidates('uk', 3)
      expect(found).toHaveLength(3)
      expect(found.slice(0, 3).map(({ name }) => fold(name))).toEqual(['uk', 'uk', 'uk'])
      expect(await store.actorCandidates('united', 1)).toHaveLength(1)
      expect(await store.actorCandidates('united', 0)).toEqual([])
    })

    test('forgets a name that an entry no longer has', async () => {
      const { store } = await findable()
      await store.apply({ writer: LOADER, actors: [anActor('n0', { name: 'Albion' })] })
      const found = async (typed: string) => (await store.actorCandidates(typed, 1000)).map(({ actor }) => actor)
      expect(await found('united kingdom')).not.toContain('n0')
      expect(await found('unitde kingdom')).not.toContain('n0')
      expect(await found('albion')).toContain('n0')
    })
  })

  describe('search of events', () => {
    const events = [
      anEvent({ scope: 'Maritime intelligence', summary: 'on suspected boats' }),
      anEvent({
        id: 'case/2',
        evidence: [someEvidence({ quote: 'a clear breach', paraphrase: 'of international law' })],
      }),
      anEvent({ id: 'case/3' }),
      ...TEXTS.map((text, i) => anEvent({ id: `case/t${i}`, [i % 2 ? 'scope' : 'summary']: text })),
    ]

    test('finds beginnings of words in scope, summary, quotes and paraphrases', async () => {
      const store = current()
      await store.apply(aCase({ events }))
      expect(await store.eventCandidates('mari boats')).toEqual([
        { event: 'case/1', text: 'Maritime intelligence on suspected boats' },
      ])
      expect(await store.eventCandidates('LAW breach')).toEqual([
        { event: 'case/2', text: 'a clear breach of international law' },
      ])
      expect((await store.eventCandidates('itime')).map(({ event }) => event)).not.toContain('case/1')
      await store.apply({ writer: LOADER, events: [anEvent({ scope: 'Arms' })] })
      expect(await store.eventCandidates('maritime')).toEqual([])
    })

    test('finds every event that the domain would find', async () => {
      const store = current()
      await store.apply(aCase({ events }))
      const texts = events.map(({ id, scope, summary, evidence }) => ({
        id,
        text: [scope, summary, ...evidence.flatMap(({ quote, paraphrase }) => [quote, paraphrase])]
          .filter((each) => each !== null)
          .join(' '),
      }))
      const words = texts.flatMap(({ text }) => fold(text).split(' ')).filter((word) => word !== '')
      for (const word of new Set(words)) {
        for (const typed of [word, [...word].slice(0, 2).join('')]) {
          const due = texts.filter(({ text }) => matchesWords(typed, text)).map(({ id }) => id)
          expect((await store.eventCandidates(typed)).map(({ event }) => event).sort()).toEqual(due.sort())
        }
      }
    })
  })

  test('no input is a mistake in a query', async () => {
    const { store } = await findable()
    for (const text of SYNTAX) {
      expect(await store.actorCandidates(text, 10)).toBeInstanceOf(Array)
      expect(await store.eventCandidates(text)).toBeInstanceOf(Array)
    }
    expect(await store.actorCandidates(' * ', 10)).toEqual([])
    expect(await store.eventCandidates(' * ')).toEqual([])
  })
}
