import { ACTOR_KINDS, type ActorKind } from '../../domain/words.ts'
import { idOf, keyOf } from './keys.ts'
import { readTable, several } from './tables/read-table.ts'

/** What somebody is within a state, an organisation or a region: its police, a citizen. */
export interface Role {
  readonly name: string
  /** In ids. */
  readonly slug: string
  /** Three letters of CAMEO: `GOV`. */
  readonly code: string
  readonly kind: ActorKind
  /** Whether it acts for its state: then it is part of it and rolls up. */
  readonly ofState: boolean
}

/** Roles of the state by their CAMEO code. Whoever has another code lives, works or fights in a state and never acts for it. */
const OF_STATE: readonly string[] = ['GOV', 'MIL', 'COP', 'SPY', 'JUD', 'LEG']

const KIND_OF_CODE: Readonly<Record<string, ActorKind>> = {
  GOV: 'GOVERNMENT_BODY',
  MIL: 'MILITARY_COMMAND',
  COP: 'GOVERNMENT_BODY',
  SPY: 'GOVERNMENT_BODY',
  JUD: 'GOVERNMENT_BODY',
  LEG: 'GOVERNMENT_BODY',
  MED: 'MEDIA',
  PTY: 'ORGANISATION',
}

const byKey = new Map<string, Role>()
const first = new Map<string, Role>()
for (const row of readTable<'code' | 'kind' | 'name' | 'also'>('./roles.csv')) {
  const role = toRole(row.name, row.code, ACTOR_KINDS.find((kind) => kind === row.kind) ?? null)
  for (const name of [row.name, ...several(row.also)]) byKey.set(keyOf(name), role)
  if (!first.has(row.code)) first.set(row.code, role)
}

/** What the last words of a role tell that is in no table: who "Ministry of Fisheries" or "Green Party" is. In this order. */
const BY_WORDS: readonly (readonly [words: RegExp, code: string, kind: ActorKind | null])[] = [
  [/\b(party|parties|league|liberals|alliance|front|congress|left)$|^communist party\b|^coalition of\b/, 'PTY', null],
  [
    /^(ministry|minister|minist|department|office|bureau|directorate) (of|for)\b|\b(ministry|minister|department|directorate)$/,
    'GOV',
    null,
  ],
  [/^ministry department of\b/, 'GOV', null],
  [/\bpolice$/, 'COP', null],
  [/\b(court|tribunal)$/, 'JUD', null],
  [/\b(parliament|senate|legislature)$/, 'LEG', null],
  [/\b(army|navy|air force|troops|battalion|brigade|regiment)$/, 'MIL', null],
  [/\b(rebels?|insurgents?|guerrillas?|separatists?)$/, 'REB', null],
  [/\b(militants?|militia|fighters?|terrorists?|gunmen)$/, 'UAF', null],
  [/\b(newspaper|television|radio|tv|news|magazine|journal)$/, 'MED', null],
  [/\b(company|corporation|industry|bank|airlines?)$/, 'BUS', 'ORGANISATION'],
  [/\b(union|federation of labou?r)$/, 'LAB', 'ORGANISATION'],
  [/\b(association|foundation|society|council|ngo|group)$/, 'NGO', 'ORGANISATION'],
]

/** The role that a phrase names: `Prime Minister`. Null: the table does not have it. */
export function findRole(phrase: string): Role | null {
  return byKey.get(keyOf(phrase)) ?? null
}

/** The role that a phrase names, else one by its own name whose code its words tell; null: they tell nothing. */
export function readRole(phrase: string): Role | null {
  const known = findRole(phrase)
  if (known) return known
  const key = keyOf(phrase)
  const told = BY_WORDS.find(([words]) => words.test(key))
  return told ? toRole(phrase.trim(), told[1], told[2]) : null
}

/** The plainest role of a CAMEO code: `COP` is the police. Null: the code is of no role. */
export function roleOfCode(code: string): Role | null {
  return first.get(CODE_OF[code] ?? code) ?? null
}

/** Codes that CAMEO tells apart and this table does not. */
const CODE_OF: Readonly<Record<string, string>> = {
  INS: 'REB',
  SEP: 'REB',
  RAD: 'UAF',
  AGR: 'LAB',
  DEV: 'NGO',
  ENV: 'NGO',
  HRI: 'NGO',
  NGM: 'NGO',
  CHR: 'REL',
  MOS: 'REL',
  JEW: 'REL',
  HIN: 'REL',
  BUD: 'REL',
  SIK: 'REL',
  PKO: 'MIL',
}

function toRole(name: string, code: string, kind: ActorKind | null): Role {
  return { name, slug: idOf(name), code, kind: kind ?? KIND_OF_CODE[code] ?? 'GROUP', ofState: OF_STATE.includes(code) }
}
