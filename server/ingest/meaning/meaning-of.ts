import { defaultStrength, subtypeDefaults } from '../../domain/subtypes.ts'
import type { EventKind } from '../../domain/words.ts'
import type { CodedAct, StatedAct } from '../rows/row.ts'
import { CAMEO_CODES, codeOfName, type CodeSystem } from './cameo-table.ts'
import type { Meaning } from './meaning.ts'

/** The subtype of an act that states its kind alone: the one that says least. */
const PLAIN_SUBTYPE: Readonly<Record<EventKind, string>> = {
  COOPERATION: 'support',
  SUSPENSION: 'general',
  CONDEMNATION: 'statement',
  PRESSURE: 'rhetoric',
  COERCION: 'coercion',
  VIOLENCE: 'assault',
  NEUTRAL: 'statement',
}

/**
 * What an act is here; null where no table has its code or name, or where what it states is no subtype or strength of its kind. A code
 * is taken as it is written: one that lost its leading zero is another code or none. The Goldstein value is the row's own, else that of
 * the code in its system.
 */
export function meaningOf(act: CodedAct | StatedAct): Meaning | null {
  return act.type === 'coded' ? codedMeaning(act) : statedMeaning(act)
}

function codedMeaning(act: CodedAct): Meaning | null {
  const system: CodeSystem = /gdelt/i.test(act.system) ? 'GDELT' : 'ICEWS'
  const code =
    act.code !== null ? CAMEO_CODES.get(act.code) : act.name !== null ? codeOfName(act.name, system) : undefined
  if (!code) return null
  return {
    kind: code.kind,
    subtype: code.subtype,
    stage: code.stage,
    strength: code.strength,
    mark: code.mark,
    scope: null,
    code: code.code,
    system: act.system,
    goldstein: act.goldstein ?? code.goldstein[system],
  }
}

function statedMeaning(act: StatedAct): Meaning | null {
  const subtype = act.subtype ?? PLAIN_SUBTYPE[act.kind]
  const defaults = subtypeDefaults(act.kind, subtype)
  if (!defaults) return null
  const stage = act.stage ?? 'ACTUAL'
  const strength = act.strength ?? defaultStrength(defaults.strength, stage)
  if (!Number.isInteger(strength) || strength < 0 || strength > defaultStrength(3, stage)) return null
  return {
    kind: act.kind,
    subtype,
    stage,
    strength,
    mark: act.mark ?? defaults.mark,
    scope: act.scope,
    code: act.code,
    system: act.system,
    goldstein: null,
  }
}
