import type { ActorKind, AffiliationType } from '../../../domain/words.ts'
import { ACTOR_KINDS, AFFILIATION_TYPES, codeOf, wordOf } from '../../../domain/words.ts'
import { idOf } from '../keys.ts'
import type { KnownActor } from '../names.ts'
import { readTable, several } from './read-table.ts'

/** One row of a table: an actor and the names it is found by. */
export interface TableActor {
  readonly actor: KnownActor
  readonly demonyms: readonly string[]
}

/** A state or territory with its codes. */
export interface TableState extends TableActor {
  readonly iso2: string
  /** Three letters of CAMEO that are no ISO code, or six. */
  readonly codes: readonly string[]
  readonly capitals: readonly string[]
  readonly cow: string
}

/** A state that is no more, by its number in the list of the Correlates of War, which it may share with one that is. */
export interface HistoricState extends TableActor {
  readonly cow: string
  /** Days as ISO writes them; empty: no end. */
  readonly from: string
  readonly until: string
}

export interface CodedActor extends TableActor {
  readonly codes: readonly string[]
}

export interface TableTables {
  readonly states: readonly TableState[]
  readonly historic: readonly HistoricState[]
  readonly regions: readonly CodedActor[]
  readonly places: readonly TableActor[]
  readonly organisations: readonly CodedActor[]
  /** Heads of states and of organisations, and some of their ministers, with their terms. */
  readonly people: readonly TableActor[]
}

/** All actors of the tables, states first. @throws RangeError where a table names a word or an actor that is not there. */
export function readActors(): TableTables {
  const states = readStates()
  const byIso = new Map(states.map((state) => [state.iso2, state.actor]))
  const byId = new Map(states.map(({ actor }) => [actor.id, actor]))
  const organisations = readOrganisations(byId)
  for (const { actor } of organisations) byId.set(actor.id, actor)
  return {
    states,
    historic: readTable<'id' | 'name' | 'the' | 'cow' | 'from' | 'until' | 'aliases'>('./historic-states.csv').map(
      (row) => ({
        actor: { ...bare(row.id, 'STATE', row.name, row.the), aliases: several(row.aliases) },
        demonyms: [],
        cow: row.cow,
        from: row.from,
        until: row.until,
      }),
    ),
    regions: readTable<'id' | 'name' | 'the' | 'codes' | 'aliases'>('./regions.csv').map((row) => ({
      actor: bare(row.id, 'REGION', row.name, row.the),
      demonyms: several(row.aliases),
      codes: several(row.codes),
    })),
    places: readTable<'name' | 'of'>('./places.csv').map((row) => ({
      actor: within(bare(idOf(row.name), 'REGION', row.name, ''), 'BASED_IN', demand(byIso, row.of)),
      demonyms: [],
    })),
    organisations,
    people: readPeople(byId),
  }
}

function readStates(): readonly TableState[] {
  const rows = readTable<'iso2' | 'id' | 'name' | 'the' | 'of' | 'cow' | 'codes' | 'aliases' | 'demonyms' | 'capital'>(
    './states.csv',
  )
  const sovereign = new Map<string, KnownActor>()
  const toState = (row: (typeof rows)[number], actor: KnownActor): TableState => ({
    actor: { ...actor, aliases: several(row.aliases) },
    iso2: row.iso2,
    codes: several(row.codes),
    demonyms: several(row.demonyms),
    capitals: several(row.capital),
    cow: row.cow,
  })
  const states = rows
    .filter((row) => row.of === '')
    .map((row) =>
      toState(row, bare(row.id || idOf(row.name), row.iso2 === 'AQ' ? 'REGION' : 'STATE', row.name, row.the)),
    )
  for (const state of states) sovereign.set(state.iso2, state.actor)
  const territories = rows
    .filter((row) => row.of !== '')
    .map((row) =>
      toState(
        row,
        within(bare(row.id || idOf(row.name), 'REGION', row.name, row.the), 'BASED_IN', demand(sovereign, row.of)),
      ),
    )
  return [...states, ...territories]
}

function readOrganisations(states: ReadonlyMap<string, KnownActor>): readonly CodedActor[] {
  const known = new Map(states)
  return readTable<'id' | 'kind' | 'name' | 'the' | 'type' | 'of' | 'codes' | 'aliases'>('./organisations.csv').map(
    (row) => {
      const alone: KnownActor = {
        ...bare(row.id, wordOf(ACTOR_KINDS, codeOf<string>(ACTOR_KINDS, row.kind)), row.name, row.the),
        aliases: several(row.aliases),
      }
      const type = AFFILIATION_TYPES.find((word) => word === row.type)
      const actor = type === undefined ? alone : within(alone, type, demand(known, row.of))
      known.set(actor.id, actor)
      return { actor, demonyms: [], codes: several(row.codes) }
    },
  )
}

function readPeople(known: ReadonlyMap<string, KnownActor>): readonly TableActor[] {
  const people = new Map<string, KnownActor>()
  const rows = readTable<'name' | 'of' | 'type' | 'role' | 'since' | 'until' | 'aliases'>('./offices.csv')
  for (const row of rows) {
    const before = people.get(row.name) ?? bare(idOf(row.name), 'PERSON', row.name, '')
    const term = {
      type: wordOf(AFFILIATION_TYPES, codeOf<string>(AFFILIATION_TYPES, row.type)),
      to: demand(known, row.of),
      role: row.role,
      since: row.since,
      ...(row.until === '' ? {} : { until: row.until }),
    }
    people.set(row.name, {
      ...before,
      aliases: [...before.aliases, ...several(row.aliases)],
      affiliations: [...before.affiliations, term],
    })
  }
  return [...people.values()].map((actor) => ({ actor, demonyms: [] }))
}

function bare(id: string, kind: ActorKind, name: string, the: string): KnownActor {
  return { id, kind, name, article: the !== '', aliases: [], unspecified: false, affiliations: [] }
}

function within(actor: KnownActor, type: AffiliationType, to: KnownActor): KnownActor {
  return { ...actor, affiliations: [{ type, to }] }
}

function demand(known: ReadonlyMap<string, KnownActor>, key: string): KnownActor {
  const actor = known.get(key)
  if (!actor) throw new RangeError(`The tables of names have no ${key}.`)
  return actor
}
