import type { KnownActor } from './names.ts'
import { roleOfCode, type Role } from './roles.ts'
import { BY_CAMEO } from './world.ts'

/** What a CAMEO actor code says: GBRGOV, IGOEUREEC, COP. */
export interface CameoActor {
  /** The state, part of the world, organisation or armed group. Null: the code names none. */
  readonly owner: KnownActor | null
  /** The first role that the code names; null: none. */
  readonly role: Role | null
  /** UIS: a state, nobody knows which. */
  readonly nobody: boolean
}

/** Codes that say of what sort an organisation is, before its own. */
const SORTS: readonly string[] = ['IGO', 'NGO', 'NGM', 'MNC', 'IMG', 'INT']
const LETTERS = 3

/** Reads a CAMEO actor code. Groups of letters that are in no table are passed over. */
export function readCameoActor(code: string): CameoActor {
  const groups = code.match(/.{3}/gs) ?? []
  const front = groups[0] ?? ''
  if (front === 'UIS') return { owner: null, role: null, nobody: true }
  if (SORTS.includes(front)) {
    const behind = groups.slice(1).map((group) => BY_CAMEO.get(group))
    const owner = behind.findLast((actor) => actor !== undefined && isOrganisation(actor))
    return { owner: owner ?? null, role: null, nobody: false }
  }
  const long = BY_CAMEO.get(code.slice(0, LETTERS + LETTERS))
  const roleFirst = roleOfCode(front)
  const owner = long ?? (roleFirst ? undefined : BY_CAMEO.get(front))
  const roles = groups.slice(long ? 2 : owner ? 1 : 0)
  const role = roles.map(roleOfCode).find((found) => found !== null)
  return { owner: owner ?? null, role: role ?? null, nobody: false }
}

function isOrganisation(actor: KnownActor): boolean {
  return actor.kind !== 'STATE' && actor.kind !== 'REGION'
}
