import type { SurfaceCode } from '../rows/row.ts'
import { readCameoActor } from './cameo-actor.ts'
import { nobody } from './nobody.ts'
import type { KnownActor, Resolved } from './names.ts'
import { askedActor } from './new-actor.ts'
import { nobodysRole, roleActor } from './role-actor.ts'
import { findRole, type Role } from './roles.ts'
import { BY_ID, BY_ISO, byCow, PLACES, STATES } from './world.ts'

/**
 * Who a name with a code means. Somebody of the tables stays who he is; a state, town or unknown name is who the code says, a role is the
 * role in the state that the code says, and where name and code speak of two states it is asked.
 *
 * @param byName what the name means alone.
 * @param day `2018-06-01`: numbers of states pass on.
 */
export function resolveCoded(name: string, code: SurfaceCode, byName: Resolved, day: string): Resolved {
  if (code.system === 'COW') return withState(name, code, byName, byCow(code.text, day))
  if (code.system !== 'CAMEO') return withState(name, code, byName, BY_ISO.get(code.text.toUpperCase()) ?? null)
  const said = readCameoActor(code.text)
  if (said.nobody) return byName.how === 'known' ? byName : known(nobody(name))
  if (said.owner === null) return byName.how === 'new' && said.role ? known(nobodysRole(said.role)) : byName
  if (!STATES.has(said.owner)) return withOther(name, byName, said.owner, said.role)
  const unknown = byName.how === 'new' && said.role !== null
  return unknown ? byName : withState(name, code, byName, said.owner, said.role)
}

function withState(
  name: string,
  code: SurfaceCode,
  byName: Resolved,
  state: KnownActor | null,
  role: Role | null = null,
): Resolved {
  if (state === null) return byName
  const said = role ? roleActor(role, state) : state
  if (byName.how === 'new') return byName.actor.affiliations.length > 0 ? byName : known(said)
  if (byName.how === 'asked') return answered(byName, said, state, name, code)
  const { actor } = byName
  if (actor === state || PLACES.has(actor)) return known(said)
  if (actor.unspecified) {
    const named = findRole(name)
    return known(named ? roleActor(named, state) : said)
  }
  const other = stateOf(actor)
  if (other === null || other === state || !speaksOfState(actor)) return byName
  return asked(name, code, [said, actor])
}

/** A part of the world, an organisation or an armed group. */
function withOther(name: string, byName: Resolved, owner: KnownActor, role: Role | null): Resolved {
  if (byName.how === 'known' && !byName.actor.unspecified) {
    return byName.actor === owner && role ? known(roleActor(role, owner)) : byName
  }
  const named = byName.how === 'known' ? (findRole(name) ?? role) : role
  if (byName.how === 'asked' && !byName.candidates.includes(owner)) return byName
  return known(named ? roleActor(named, owner) : owner)
}

/** A name that may mean several, of which the code means one. */
function answered(byName: Resolved, said: KnownActor, state: KnownActor, name: string, code: SurfaceCode): Resolved {
  if (byName.candidates.includes(state)) return known(said)
  const own = byName.candidates.find((candidate) => stateOf(candidate) === state)
  return own ? known(own) : asked(name, code, [said, ...byName.candidates])
}

/** The state or territory that somebody is or belongs to; null: none. */
function stateOf(actor: KnownActor): KnownActor | null {
  if (STATES.has(actor)) return actor
  for (const { to } of actor.affiliations) {
    const state = stateOf(to)
    if (state) return state
  }
  return null
}

/** A state or a role in one: an organisation is itself, wherever the code puts it. */
function speaksOfState(actor: KnownActor): boolean {
  return STATES.has(actor) || BY_ID.get(actor.id) !== actor
}

function known(actor: KnownActor): Resolved {
  return { how: 'known', actor, candidates: [] }
}

function asked(name: string, code: SurfaceCode, candidates: readonly KnownActor[]): Resolved {
  return { how: 'asked', actor: askedActor(name, code.text, candidates), candidates }
}
