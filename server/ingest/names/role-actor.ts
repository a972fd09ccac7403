import type { AffiliationType } from '../../domain/words.ts'
import { LONGEST_ID } from '../case/ids.ts'
import { withDigest } from './keys.ts'
import type { KnownActor } from './names.ts'
import type { Role } from './roles.ts'

/**
 * Whoever has a role within somebody: "Police (India)". Roles of the state are part of their state, territory, town or organisation of
 * states, so that they roll up to it. Nobody speaks for a part of the world, and whoever has another role acts for himself: based in
 * a place, or a member of an organisation.
 */
export function roleActor(role: Role, owner: KnownActor): KnownActor {
  if (owner.unspecified) return nobodysRole(role)
  const government = role.slug === 'government'
  return {
    id: joinIds(government ? 'government-of' : owner.id, government ? owner.id : role.slug),
    kind: role.kind,
    name: government ? `Government of ${owner.article ? 'the ' : ''}${owner.name}` : `${role.name} (${owner.name})`,
    article: government,
    aliases: [],
    unspecified: false,
    affiliations: [{ type: tieOf(role, owner), to: owner }],
  }
}

/** Whoever has a role and nothing else, such as "Police": nobody in particular, and never one actor that joins the whole world. */
export function nobodysRole(role: Role): KnownActor {
  return {
    id: role.slug,
    kind: role.kind,
    name: role.name,
    article: false,
    aliases: [],
    unspecified: true,
    affiliations: [],
  }
}

/** Kinds of owners that a role of the state can speak for. */
function tieOf(role: Role, owner: KnownActor): AffiliationType {
  const place = owner.kind === 'STATE' || owner.kind === 'REGION'
  if (role.ofState && (owner.kind === 'STATE' || owner.kind === 'INTERNATIONAL_ORGANISATION')) return 'PART_OF'
  if (role.ofState && owner.kind === 'REGION' && owner.affiliations.length > 0) return 'PART_OF'
  if (role.ofState && owner.kind === 'GOVERNMENT_BODY') return 'PART_OF'
  return place ? 'BASED_IN' : 'MEMBER_OF'
}

/** `<owner>-<what>`, cut with a digest where it is too long. */
export function joinIds(front: string, back: string): string {
  const id = `${front}-${back}`
  return id.length > LONGEST_ID ? withDigest(id, id) : id
}
