import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseDay } from '../../../server/domain/days.ts'
import { ID_PATTERN, LONGEST_ID } from '../../../server/ingest/case/ids.ts'
import { createNames } from '../../../server/ingest/names/create-names.ts'
import type { KnownActor, Resolved } from '../../../server/ingest/names/names.ts'
import { roleActor } from '../../../server/ingest/names/role-actor.ts'
import { findRole, type Role } from '../../../server/ingest/names/roles.ts'
import { readTable, several } from '../../../server/ingest/names/tables/read-table.ts'
import { BY_ID } from '../../../server/ingest/names/world.ts'
import { ROOT } from '../../../scripts/stale.ts'
import { numRuns, seed } from '../../support/samples.ts'
import { chains, surface, who } from './who.ts'

const DATA = path.join(ROOT, '..', 'shared', 'data')
const FILES = ['icews14/icews14_named.tsv', 'icews18/icews18_sep_named.tsv'].map((file) => path.join(DATA, file))
const ID = new RegExp(ID_PATTERN)
const DEEPEST = 6
const ROLES = readTable<'name' | 'also'>('./roles.csv')

const roles = ROLES.map((row) => findRole(row.name)).filter((role): role is Role => role !== null)
const parts = fc.constantFrom(
  'Police',
  'Citizen',
  'Government',
  'Ministry of Tea',
  'Korea',
  'India',
  'the US',
  'Holy See (Vatican City State)',
  'Boko Haram',
  'International',
  'of',
  '(',
  ')',
  'Türk',
  'THE EU',
  'Royal',
  'Congolese',
  '李',
  '№',
  'ʼ',
  ' ',
  'x'.repeat(60),
)
const anyName = fc
  .oneof(
    fc.array(parts, { minLength: 1, maxLength: 6 }).map((words) => words.join(' ')),
    fc.tuple(parts, parts).map(([role, owner]) => `${role} (${owner})`),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
  )
  .map((name) => name.trim())
  .filter((name) => name !== '')
const anyCode = fc.oneof(
  fc.constant(null),
  fc.record({
    system: fc.constantFrom('ISO2' as const, 'ISO3' as const, 'COW' as const, 'CAMEO' as const),
    text: fc.oneof(
      fc
        .array(fc.constantFrom('USA', 'GBR', 'GOV', 'IGO', 'EUR', 'EEC', 'COP', 'kor', 'UIS', 'GUM', '2'), {
          maxLength: 4,
        })
        .map((text) => text.join('')),
      fc.string({ maxLength: 9 }),
    ),
  }),
)

function check({ how, actor, candidates }: Resolved): void {
  for (const chain of [actor, ...candidates].flatMap(chains)) {
    for (const each of chain) {
      expect(each.id).toMatch(ID)
      expect(each.id.length).toBeLessThanOrEqual(LONGEST_ID)
      expect(each.name.trim()).not.toBe('')
    }
    expect(chain.length).toBeLessThanOrEqual(DEEPEST)
    expect(new Set(chain.map(({ id }) => id)).size).toBe(chain.length)
  }
  expect(candidates.length >= 2).toBe(how === 'asked')
  if (how === 'asked') expect(candidates.map(({ id }) => id)).not.toContain(actor.id)
}

test('any name has an actor with an id that may be stored, in a short chain without a circle', () => {
  fc.assert(
    fc.property(anyName, anyCode, (name, code) => {
      check(who(name, { code }))
    }),
    { seed: seed(), numRuns: numRuns(2000, 200_000) },
  )
})

test('the same name is the same actor, whatever came before it and however often', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anyName, anyCode), { minLength: 1, maxLength: 20 }), (rows) => {
      const surfaces = rows.map(([name, code]) => surface(name, { code }))
      const forth = createNames()
      const back = createNames()
      const there = surfaces.map((one) => forth.resolve(one, 17_000))
      const here = surfaces.toReversed().map((one) => back.resolve({ ...one }, 17_000))
      expect(here.toReversed()).toEqual(there)
      for (const [at, one] of surfaces.entries()) expect(forth.resolve(one, 17_000)).toEqual(there[at])
    }),
    { seed: seed(), numRuns: numRuns(200, 10_000) },
  )
})

test('an id is one actor: of the tables, or of one role in one of them', () => {
  const owners = [...BY_ID.values()]
  const byId = new Map<string, string>(owners.map(({ id, name }) => [id, name]))
  expect(roles.length).toBeGreaterThan(500)
  for (const owner of owners) {
    for (const role of roles) {
      const { id } = roleActor(role, owner)
      const other = byId.get(id)
      if (other !== undefined) expect(`${role.name} of ${owner.name}`).toBe(`${other}, which has its id`)
      byId.set(id, role.name)
    }
  }
  for (const role of roles) expect(BY_ID.has(role.slug), role.slug).toBe(false)
})

test('a role is found by one row of the table', () => {
  const found = new Map<string, string>()
  for (const row of ROLES) {
    for (const name of [row.name, ...several(row.also)]) {
      expect(findRole(name)?.name, name).toBe(row.name)
      expect(found.get(name) ?? row.name).toBe(row.name)
      found.set(name, row.name)
    }
  }
})

test('everybody of the tables is found by his id and his name, unless that name is asked about', () => {
  for (const actor of BY_ID.values()) {
    for (const name of [actor.name, actor.id, actor.name.toUpperCase()]) {
      const found = who(name)
      if (found.how === 'asked') expect(found.candidates).toContain(actor)
      else expect(found.actor, name).toBe(actor)
    }
    check({ how: 'known', actor, candidates: [] })
  }
})

test.runIf(FILES.every((file) => existsSync(file)))('of real data an id is one actor, whatever the spelling', () => {
  const names = createNames()
  const seen = new Map<string, KnownActor>()
  const day = parseDay('2014-06-01') ?? 0
  for (const name of realNames()) {
    const found = names.resolve(surface(name), day)
    for (const each of chains(found.actor).flat()) {
      const other = seen.get(each.id)
      if (other) expect({ ...each, name: '', kind: '' }).toEqual({ ...other, name: '', kind: '' })
      seen.set(each.id, each)
    }
  }
})

test.runIf(FILES.every((file) => existsSync(file)))('of real data no two roles of one owner are one actor', () => {
  const roleNames = new Map<string, string>()
  let found = 0
  for (const name of realNames()) {
    const written = /^(.*) \(([^()]*|[^()]*\([^()]*\)[^()]*)\)$/.exec(name)?.[1]
    const { actor } = who(name)
    if (written === undefined || actor.unspecified || BY_ID.has(actor.id)) continue
    found++
    expect(roleNames.get(actor.id) ?? written, name).toBe(written)
    roleNames.set(actor.id, written)
  }
  expect(found).toBeGreaterThan(5000)
})

/** The actors' names of both files. */
function realNames(): ReadonlySet<string> {
  const lines = FILES.flatMap((file) => readFileSync(file, 'utf8').split('\n'))
  const names = new Set(lines.flatMap((line) => line.split('\t').filter((_, at) => at === 0 || at === 2)))
  expect(names.size).toBeGreaterThan(10_000)
  names.delete('')
  return names
}
