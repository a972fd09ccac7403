import type { Surface } from '../rows/row.ts'
import type { KnownActor, Resolved } from './names.ts'
import { resolveCoded } from './resolve-coded.ts'
import { resolveCountry, resolveName } from './resolve-name.ts'
import { roleActor } from './role-actor.ts'
import { findRole, roleOfCode, type Role } from './roles.ts'
import { STATES } from './world.ts'

/**
 * Who a surface means: by its name, then by its code. The country beside a name is asked only where the name is a role without an owner,
 * sectors only where it is a state alone, so that one name with and without them is one actor.
 *
 * @param day `2018-06-01`
 */
export function resolveSurface(surface: Surface, day: string): Resolved {
  const byName = inCountry(surface, resolveName(surface.name))
  const found = surface.code === null ? byName : resolveCoded(surface.name, surface.code, byName, day)
  return inSector(surface, found)
}

function inCountry({ name, country }: Surface, byName: Resolved): Resolved {
  if (country === null || byName.how !== 'known' || !byName.actor.unspecified) return byName
  const role = findRole(name)
  const state = role && resolveCountry(country)
  return role && state ? known(roleActor(role, state)) : byName
}

function inSector({ sectors }: Surface, found: Resolved): Resolved {
  if (sectors.length === 0 || found.how !== 'known' || !STATES.has(found.actor)) return found
  const role = sectors.map((sector): Role | null => findRole(sector) ?? roleOfCode(sector)).find((one) => one !== null)
  return role ? known(roleActor(role, found.actor)) : found
}

function known(actor: KnownActor): Resolved {
  return { how: 'known', actor, candidates: [] }
}
