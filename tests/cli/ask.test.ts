import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createContext } from '../../server/graphql/context.ts'
import { createSchema } from '../../server/graphql/schema.ts'
import { DISTANCING_DOCUMENT } from '../../server/cli/distancing-document.ts'
import { openMemory } from '../../server/memory/memory.ts'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'
import { graphql } from 'graphql'
import { join } from 'node:path'
import { runEntente, temporaryFolder, type Ended } from '../support/entente-process.ts'

const { folder, remove } = temporaryFolder()
const data = join(folder, 'data')
const ask = (...args: readonly string[]) => runEntente(['ask', 'distancing', ...args, '--data', data])

interface Answer {
  readonly rows: readonly {
    readonly who: { readonly name: string }
    readonly acts: readonly { readonly admittedBy: string }[]
  }[]
  readonly asKnownOn: string
  readonly level: string
  readonly include: readonly string[]
}
const answerOf = (ended: Ended) => JSON.parse(ended.stdout) as Answer
const whoOf = (ended: Ended) => answerOf(ended).rows.map((row) => row.who.name)

let first: Ended
beforeAll(async () => {
  // On a checkout that nothing was done with: the folder is made, the store is seeded, the answer is there.
  first = await ask('--toward', 'United States', '--level', 'actor', '--json')
})
afterAll(remove)

describe('entente ask distancing', () => {
  test('answers as the API does, word for word', async () => {
    expect(first).toMatchObject({
      code: 0,
      stderr: 'entente: The store never held the case caribbean-strikes-2025, so it was loaded first.\n',
    })
    expect(whoOf(first)).toEqual(['United Kingdom', 'Canada'])
    const store = openSqliteStore(join(data, 'entente.sqlite'))
    const memory = openMemory(store)
    await memory.load()
    const result = await graphql({
      schema: createSchema(),
      source: DISTANCING_DOCUMENT,
      variableValues: { toward: 'us', level: 'ACTOR' },
      contextValue: createContext({ store, memory }),
    })
    await store.close()
    expect(result.errors).toBeUndefined()
    expect(answerOf(first)).toEqual(JSON.parse(JSON.stringify(result.data?.['distancing'])))
  })

  test('tells people the sentence, the rows, their sources, what goes on and what the switches would add', async () => {
    const { code, stdout } = await ask('--toward', 'US', '--level', 'ACTOR')
    expect(code).toBe(0)
    for (const line of [
      'Distancing from the United States, as known on 11 November 2025',
      '1. United Kingdom, from United States: strength 2, 1 origin, not known to be restored',
      'STRICT · REPORTED · [2025-09-01..2025-10-11] · 1 origin',
      'Scope: maritime intelligence',
      'Source: Realist English, 2025-11-11, from CNN',
      'Before:\n     United Kingdom toward JIATF-South: COOPERATION intelligence',
      '2. Canada, from United States',
      '[2025-09-01..2025-11-11]',
      'Still:\n     Canada toward United States: COOPERATION joint_operation',
      '--include CONDEMNATION would add 3 rows and 3 acts.',
      'As known on 2025-11-11, at level ACTOR, by STRICT.',
    ]) {
      expect(stdout).toContain(line)
    }
    expect(stdout).not.toMatch(/first mover|cut ties/)
  })

  test.each([['UK'], ['Britain']])('finds the United Kingdom by %s', async (name) => {
    expect(whoOf(await ask('--by', name, '--toward', 'us', '--json'))).toEqual(['United Kingdom'])
  })

  test.each([['Türk'], ['Turk']])('finds Volker Türk by %s', async (name) => {
    expect(whoOf(await ask('--by', name, '--include', 'condemnation', '--level', 'actor', '--json'))).toEqual([
      'Volker Türk',
    ])
  })

  test('rules with commas or spaces, in any case; a level; a day; a collection', async () => {
    const both = await ask(
      '--toward',
      'Pentagon leadership',
      '--include',
      'condemnation,Threatened',
      '--level',
      'Actor',
      '--json',
    )
    expect(whoOf(both)).toEqual(['Alvin Holsey', 'Military lawyers'])
    const apart = await ask(
      '--toward',
      'Pentagon leadership',
      '--include',
      'CONDEMNATION',
      'THREATENED',
      '--level',
      'actor',
      '--json',
    )
    expect(apart.stdout).toBe(both.stdout)

    const top = answerOf(
      await ask('--toward', 'US', '--include', 'condemnation', '--collection', 'caribbean-strikes-2025', '--json'),
    )
    expect([top.level, top.include, top.rows.map((row) => [row.who.name, row.acts.length])]).toEqual([
      'TOP',
      ['STRICT', 'CONDEMNATION'],
      [
        ['United Kingdom', 2],
        ['Canada', 1],
        ['Legal experts', 1],
        ['United Nations', 1],
      ],
    ])
    expect(answerOf(await ask('--toward', 'US', '--as-known-on', '2025-11-10', '--json'))).toMatchObject({
      rows: [],
      asKnownOn: '2025-11-10',
    })
    expect(whoOf(await ask('--toward', 'US', '--since', '2025-10-12', '--until', '2025-12-01', '--json'))).toEqual([
      'Canada',
    ])
  })

  test('pages go on where the last one ended', async () => {
    const one = await ask('--toward', 'US', '--first', '1')
    const [, after] = /The next: --after (\S+)/.exec(one.stdout) ?? []
    expect(whoOf(await ask('--toward', 'US', '--first', '1', '--after', after ?? '', '--json'))).toEqual(['Canada'])
  })

  test.each([
    [
      ['--toward', 'United'],
      /no actor called "United"\. These come near:[\s\S]*\n {2}uk: United Kingdom[\s\S]*\n {2}us: United States/,
    ],
    [['--by', 'Atlantis'], /no actor called "Atlantis", and nobody/],
    [['--level', 'both'], /--level is one of ACTOR, TOP; it is "both"/],
    [['--include', 'strict,sulking'], /--include is one of .*; it is "sulking"/],
    [['--since', '2025-02-30'], /--since is a day such as 2025-11-11; it is "2025-02-30"/],
    [['--since', '2025-02-02', '--until', '2025-02-01'], /until may not come before since/],
    [['--collection', 'nowhere'], /no collection has the id "nowhere". There are: caribbean-strikes-2025/],
    [['--first', 'x'], /--first is a whole number/],
    [['--sideways'], /unknown option/],
  ])('%s exits with 2 and a sentence', async (args, says) => {
    const { code, stdout, stderr } = await ask(...args)
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toMatch(says)
    expect(stderr).not.toMatch(/\n\s+at /)
  })

  test('a store that cannot be opened is told in a sentence', async () => {
    const { code, stderr } = await runEntente(['ask', 'distancing', '--data', '/dev/null/data'])
    expect(code).toBe(1)
    expect(stderr).toMatch(/^entente: .*cannot be written/)
    expect(stderr).not.toMatch(/\n\s+at /)
  })
})
