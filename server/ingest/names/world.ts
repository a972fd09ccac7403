import countries from 'i18n-iso-countries/index.js'
import { keyOf } from './keys.ts'
import type { KnownActor } from './names.ts'
import { otherNames } from './other-names.ts'
import { findRole } from './roles.ts'
import { roleActor } from './role-actor.ts'
import { readActors } from './tables/actors.ts'
import { readTable, several } from './tables/read-table.ts'

const tables = readActors()

const everyone = [
  ...tables.states,
  ...tables.historic,
  ...tables.regions,
  ...tables.organisations,
  ...tables.places,
  ...tables.people,
].map(({ actor }) => actor)

/** Everybody of the tables. */
export const BY_ID: ReadonlyMap<string, KnownActor> = new Map(everyone.map((actor) => [actor.id, actor]))

/** Those that have police and citizens of their own: states, of old too, and territories. */
export const STATES: ReadonlySet<KnownActor> = new Set([...tables.states, ...tables.historic].map(({ actor }) => actor))

/** Parts of the world that no one speaks for. */
export const REGIONS: ReadonlySet<KnownActor> = new Set(tables.regions.map(({ actor }) => actor))

/** Towns and provinces. */
export const PLACES: ReadonlySet<KnownActor> = new Set(tables.places.map(({ actor }) => actor))

/** By code of ISO 3166, two letters and three. */
export const BY_ISO: ReadonlyMap<string, KnownActor> = new Map(
  tables.states.flatMap(({ iso2, actor }) => {
    const iso3 = countries.alpha2ToAlpha3(iso2)
    return iso3 === undefined ? [[iso2, actor] as const] : [[iso2, actor] as const, [iso3, actor] as const]
  }),
)

/** By three or six letters of CAMEO: states, territories, regions, organisations, armed groups. */
export const BY_CAMEO: ReadonlyMap<string, KnownActor> = new Map([
  ...tables.organisations.flatMap(({ codes, actor }) => codes.map((code) => [code, actor] as const)),
  ...tables.regions.flatMap(({ codes, actor }) => codes.map((code) => [code, actor] as const)),
  ...[...BY_ISO].filter(([code]) => code.length === 3),
  ...tables.states.flatMap(({ codes, actor }) => codes.map((code) => [code, actor] as const)),
])

/** The state that had a number of the Correlates of War on a day (`2018-06-01`); null: none. */
export function byCow(number: string, day: string): KnownActor | null {
  const digits = number.replace(/^0+(?=\d)/, '')
  const old = tables.historic.find(
    ({ cow, from, until }) => cow === digits && from <= day && (until === '' || day <= until),
  )
  return old?.actor ?? tables.states.find(({ cow }) => cow === digits)?.actor ?? null
}

/** Folded names of capitals. Alone they stand for their state; "Kiev police" are the police of a town. */
export const CAPITALS: ReadonlySet<string> = new Set(tables.states.flatMap(({ capitals }) => capitals.map(keyOf)))

/** What a folded name means: nobody, one, or several among whom somebody must choose. Nationalities mean their state. */
export const BY_KEY: ReadonlyMap<string, readonly KnownActor[]> = makeKeys()

/** Nationalities in the plural: "Syrians" are people, "Syrian" is whatever else is said. */
export const PEOPLES: ReadonlyMap<string, KnownActor> = new Map(
  tables.states.flatMap(({ actor, demonyms }) => {
    const keys = new Set(demonyms.map(keyOf))
    return [...keys]
      .filter((key) => key.endsWith('s') && keys.has(key.slice(0, -1)))
      .map((key) => [key, actor] as const)
  }),
)

function makeKeys(): ReadonlyMap<string, readonly KnownActor[]> {
  const keys = new Map<string, readonly KnownActor[]>()
  for (const row of readTable<'name' | 'ids'>('./ambiguous.csv')) {
    keys.set(keyOf(row.name), several(row.ids).map(demand))
  }
  const own = (name: string, actor: KnownActor) => {
    const key = keyOf(name)
    if (!keys.has(key)) keys.set(key, [actor])
  }
  for (const actor of everyone) for (const name of [actor.name, ...actor.aliases, actor.id]) own(name, actor)
  for (const { actor, demonyms } of [...tables.states, ...tables.regions]) for (const name of demonyms) own(name, actor)
  for (const { actor, capitals } of tables.states) for (const name of capitals) own(name, actor)
  for (const row of readTable<'name' | 'of' | 'role'>('./role-aliases.csv')) {
    const role = findRole(row.role)
    if (role) own(row.name, roleActor(role, demand(row.of)))
  }
  const others = new Map<string, Set<KnownActor>>()
  for (const [iso2, name] of otherNames()) {
    const actor = BY_ISO.get(iso2)
    const key = keyOf(name)
    if (actor && !keys.has(key)) others.set(key, (others.get(key) ?? new Set()).add(actor))
  }
  for (const [key, actors] of others) keys.set(key, [...actors])
  return keys
}

function demand(id: string): KnownActor {
  const actor = BY_ID.get(id)
  if (!actor) throw new RangeError(`The tables of names have no ${id}.`)
  return actor
}
