import { keyOf } from './keys.ts'
import type { KnownActor } from './names.ts'
import { roleActor } from './role-actor.ts'
import { findRole, type Role } from './roles.ts'
import { BY_KEY, CAPITALS, PEOPLES, REGIONS, STATES } from './world.ts'

const POSSESSIVE = /['’]s?\s/
const POSSESSIVES = /['’]s?(?=\s)/g
const ROYAL = 'royal '

/**
 * "Canadian Armed Forces", "Iran's parliament", "Royal Thai Police", "EU officials", "Prime Minister of the United Kingdom": a role with
 * its owner before it, as a name or nationality, or after it. Null: it is not written so. Of an owner that may be several, one for each.
 */
export function ownedRole(name: string): readonly KnownActor[] | null {
  const key = keyOf(name)
  const unowned = POSSESSIVE.test(name) ? keyOf(name.replaceAll(POSSESSIVES, '')) : null
  return (
    ownerInFront(key) ??
    (unowned === null ? null : ownerInFront(unowned)) ??
    (key.startsWith(ROYAL) ? ownerInFront(key.slice(ROYAL.length)) : null) ??
    ownerBehind(key)
  )
}

function ownerInFront(key: string): readonly KnownActor[] | null {
  for (let end = key.lastIndexOf(' '); end > 0; end = key.lastIndexOf(' ', end - 1)) {
    const owners = ownersOf(key.slice(0, end))
    if (owners.length === 0) continue
    const role = findRole(key.slice(end + 1))
    if (role) return owners.map((owner) => roleActor(role, owner))
  }
  return null
}

/** Only roles of the state are told so: "Church of England" and "Bank of China" are names of their own. */
function ownerBehind(key: string): readonly KnownActor[] | null {
  for (let at = key.indexOf(' of '); at > 0; at = key.indexOf(' of ', at + 1)) {
    const owners = ownersOf(key.slice(at + ' of '.length).replace(/^the /, '')).filter((owner) => STATES.has(owner))
    const role: Role | null = owners.length > 0 ? findRole(key.slice(0, at)) : null
    if (role?.ofState) return owners.map((owner) => roleActor(role, owner))
  }
  return null
}

function ownersOf(key: string): readonly KnownActor[] {
  const people = PEOPLES.get(key)
  if (people) return [people]
  if (CAPITALS.has(key)) return []
  return (BY_KEY.get(key) ?? []).filter(
    (actor) => STATES.has(actor) || REGIONS.has(actor) || actor.kind === 'INTERNATIONAL_ORGANISATION',
  )
}
