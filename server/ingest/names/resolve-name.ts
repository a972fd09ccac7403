import { idOf, keyOf } from './keys.ts'
import { nobody } from './nobody.ts'
import type { KnownActor, Resolved } from './names.ts'
import { askedActor, newActor } from './new-actor.ts'
import { inParentheses } from './parentheses.ts'
import { joinIds, nobodysRole, roleActor } from './role-actor.ts'
import { findRole, readRole } from './roles.ts'
import { ownedRole } from './owned-role.ts'
import { BY_ISO, BY_KEY, CAPITALS, PEOPLES, STATES } from './world.ts'

/** Parentheses within parentheses: "Activist (Holy See (Vatican City State))" has one owner, which has another. */
const DEEPEST = 3
/** "Unspecified Actor", "Unidentified Armed Group", and what stands for the whole world. */
const NOBODY =
  /^(unspecified|unidentified|unknown|unnamed|undisclosed)\b|^(international|international community|world|n a|none|actor)$/
/** As ACLED writes how long somebody was in office: "(2014-)". */
const YEARS = /^\d{4}\s*[-–]\s*(\d{4})?$/

/** Who a name means, by the name alone. */
export function resolveName(name: string, depth = 0): Resolved {
  const key = keyOf(name)
  if (NOBODY.test(key)) return known(nobody(name))
  const people = PEOPLES.get(key)
  const citizen = findRole('Citizen')
  if (people && citizen) return known(roleActor(citizen, people))
  const direct = BY_KEY.get(key)
  if (direct) return among(name, direct)
  const iso = /^[A-Z]{3}$/.test(name) ? BY_ISO.get(name) : undefined
  if (iso) return known(iso)
  const titled = withoutTitle(key)
  if (titled) return known(titled)
  const parts = depth < DEEPEST ? inParentheses(name) : null
  const owned = parts && resolveParts(name, parts, depth + 1)
  if (owned) return owned
  const role = ownedRole(name)
  if (role) return among(name, role)
  const alone = findRole(name)
  return alone ? known(nobodysRole(alone)) : { how: 'new', actor: newActor(name), candidates: [] }
}

/** Before names of persons: "President Barack Obama". */
const TITLE =
  /^(?:(?:former|us|u s|vice|deputy|foreign|prime|defen[cs]e|mr|mrs|ms|dr|sir|gen|general|king|queen|president|premier|chancellor|minister|secretary of state|secretary|ayatollah|sheikh) )+/

/** The person of the tables whom a title and a name mean; null: there is no title, or nobody has the name. */
function withoutTitle(key: string): KnownActor | null {
  const name = key.replace(TITLE, '')
  const [only] = name === key ? [] : (BY_KEY.get(name) ?? [])
  return only?.kind === 'PERSON' ? only : null
}

/** The state or territory that words or a code of ISO 3166 name; null: none, or one of several. */
export function resolveCountry(country: string): KnownActor | null {
  const iso = /^[A-Z]{2,3}$/.test(country) ? BY_ISO.get(country) : undefined
  if (iso) return iso
  const found = BY_KEY.get(keyOf(country)) ?? []
  const [only] = found
  return found.length === 1 && only && STATES.has(only) ? only : null
}

function resolveParts(
  name: string,
  parts: { readonly head: string; readonly tail: string },
  depth: number,
): Resolved | null {
  if (YEARS.test(parts.tail)) return resolveName(parts.head, depth)
  if (CAPITALS.has(keyOf(parts.tail))) return null
  const owner = resolveName(parts.tail, depth)
  const role = readRole(parts.head)
  if (owner.how === 'asked') {
    return role
      ? asked(
          name,
          owner.candidates.map((candidate) => roleActor(role, candidate)),
        )
      : null
  }
  if (role && NOBODY.test(keyOf(parts.head))) return known({ ...roleActor(role, owner.actor), unspecified: true })
  if (role) return { how: owner.how, actor: roleActor(role, owner.actor), candidates: [] }
  if (owner.how === 'new') return null
  return { how: 'new', actor: within(parts.head, owner.actor), candidates: [] }
}

/** Somebody of no table within somebody of a table. Never rolls up: nothing says that he acts for the other. */
function within(head: string, owner: KnownActor): KnownActor {
  const actor = newActor(head, 'GROUP')
  const place = owner.kind === 'STATE' || owner.kind === 'REGION'
  return {
    ...actor,
    id: joinIds(owner.id, idOf(head)),
    name: `${actor.name} (${owner.name})`,
    affiliations: owner.unspecified ? [] : [{ type: place ? 'BASED_IN' : 'MEMBER_OF', to: owner }],
  }
}

function known(actor: KnownActor): Resolved {
  return { how: 'known', actor, candidates: [] }
}

function asked(name: string, candidates: readonly KnownActor[]): Resolved {
  return { how: 'asked', actor: askedActor(name, '', candidates), candidates }
}

function among(name: string, actors: readonly KnownActor[]): Resolved {
  const [only] = actors
  return actors.length === 1 && only ? known(only) : asked(name, actors)
}
