import countries from 'i18n-iso-countries/index.js'
import { expect, test } from 'vitest'
import { keyOf } from '../../../server/ingest/names/keys.ts'
import { otherNames } from '../../../server/ingest/names/other-names.ts'
import { resolveCountry } from '../../../server/ingest/names/resolve-name.ts'
import { readActors } from '../../../server/ingest/names/tables/actors.ts'
import { BY_ISO, byCow } from '../../../server/ingest/names/world.ts'
import { coded, who } from './who.ts'

const { states, historic, regions, organisations } = readActors()

/** Nationalities that the list gives to territories and everybody to their sovereign. */
const OTHERWISE: Readonly<Record<string, string>> = { French: 'france' }

test('every code of ISO 3166 is a state or territory', () => {
  for (const [iso2, iso3] of Object.entries(countries.getAlpha2Codes())) {
    expect(BY_ISO.get(iso2), iso2).toBeDefined()
    expect(BY_ISO.get(iso3)).toBe(BY_ISO.get(iso2))
    expect(coded('Somebody', iso3).actor).toBe(BY_ISO.get(iso2))
  }
})

test('every name that the lists of countries and nationalities give is that state, or is asked about', () => {
  let seen = 0
  for (const [iso2, name] of otherNames()) {
    const state = BY_ISO.get(iso2)
    const { how, actor, candidates } = who(name)
    const found = how === 'asked' ? candidates.map(({ id }) => id) : [actor.id]
    expect.soft(found, `${name} ${iso2}`).toContain(OTHERWISE[name] ?? state?.id)
    seen++
  }
  expect(seen).toBeGreaterThan(700)
})

test('no two states share a name, nationality, capital, code or number in our own table', () => {
  const owners = new Map<string, string>()
  for (const { actor, iso2, cow, codes, demonyms, capitals } of states) {
    const names = [actor.name, ...actor.aliases, ...demonyms, ...capitals].map((name) => `name ${keyOf(name)}`)
    for (const mine of [...names, iso2, ...codes, ...(cow === '' ? [] : [`cow ${cow}`])]) {
      expect(owners.get(mine) ?? actor.id, mine).toBe(actor.id)
      owners.set(mine, actor.id)
    }
  }
  expect(states).toHaveLength(250)
})

test('codes of organisations and parts of the world are no codes of states', () => {
  const owners = new Map<string, string>()
  for (const { actor, codes } of [...organisations, ...regions]) {
    for (const code of codes) {
      expect(BY_ISO.has(code), `${code} of ${actor.id}`).toBe(false)
      expect(owners.get(code) ?? actor.id, code).toBe(actor.id)
      owners.set(code, actor.id)
    }
  }
})

test('a number of the Correlates of War is one state on each day', () => {
  for (const day of ['1815-01-01', '1850-06-01', '1920-01-01', '1950-01-01', '1995-01-01', '2016-12-31']) {
    for (const { cow, actor } of states) if (cow !== '') expect(byCow(cow, day), `${actor.id} ${day}`).not.toBeNull()
  }
  for (const { actor, cow, until } of historic) expect(byCow(cow, until || '1900-01-01')?.id).toBe(actor.id)
  expect(byCow('999', '2000-01-01')).toBeNull()
})

test('a country is read by name and by code, and is none where it is not surely one', () => {
  expect(resolveCountry('Moldova, Republic of')?.id).toBe('moldova')
  expect(resolveCountry('GB')?.id).toBe('uk')
  expect(resolveCountry('Occupied Palestinian Territory')?.id).toBe('palestine')
  for (const none of ['Korea', 'Africa', 'NATO', 'Volker Türk', 'de', '']) expect(resolveCountry(none), none).toBeNull()
})
