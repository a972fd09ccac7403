import type { EventKind, Mark, Stage } from './words.ts'

/** What an event of a subtype has unless it carries its own. */
export interface SubtypeDefaults {
  /** 0 to 3. */
  readonly strength: number
  readonly mark: Mark
}

/**
 * The closed list of subtypes of each kind. Curated ones first; the others are those of the code table for CAMEO events, with the
 * greatest strength and the strongest mark of the subtype's ACTUAL codes there, else of all its codes.
 */
export const SUBTYPES: Readonly<Record<EventKind, Readonly<Record<string, SubtypeDefaults>>>> = {
  COOPERATION: {
    intelligence: { strength: 3, mark: 'NO' },
    joint_operation: { strength: 3, mark: 'NO' },
    support: { strength: 2, mark: 'NO' },
    restoration: { strength: 3, mark: 'NO' },
    alliance: { strength: 3, mark: 'NO' },
    accord: { strength: 1, mark: 'NO' },
    agreement: { strength: 3, mark: 'NO' },
    aid: { strength: 3, mark: 'NO' },
    contact: { strength: 1, mark: 'NO' },
    diplomatic: { strength: 2, mark: 'NO' },
    material: { strength: 3, mark: 'NO' },
    mediation: { strength: 2, mark: 'NO' },
    negotiation: { strength: 2, mark: 'NO' },
    praise: { strength: 2, mark: 'NO' },
    recognition: { strength: 3, mark: 'NO' },
    settlement: { strength: 1, mark: 'NO' },
  },
  SUSPENSION: {
    intelligence: { strength: 2, mark: 'YES' },
    restriction: { strength: 2, mark: 'YES' },
    resignation: { strength: 2, mark: 'YES' },
    alliance: { strength: 3, mark: 'YES' },
    aid: { strength: 3, mark: 'YES' },
    diplomatic: { strength: 3, mark: 'YES' },
    general: { strength: 2, mark: 'YES' },
    mediation: { strength: 2, mark: 'YES' },
    negotiation: { strength: 2, mark: 'YES' },
    refusal: { strength: 1, mark: 'WEAK' },
    refusal_aid: { strength: 2, mark: 'YES' },
    refusal_cooperation: { strength: 2, mark: 'YES' },
    refusal_mediation: { strength: 2, mark: 'YES' },
    refusal_reform: { strength: 1, mark: 'NO' },
    refusal_settlement: { strength: 2, mark: 'YES' },
    refusal_talks: { strength: 2, mark: 'YES' },
    refusal_to_yield: { strength: 1, mark: 'WEAK' },
    sanctions: { strength: 3, mark: 'YES' },
    veto: { strength: 2, mark: 'YES' },
    withdrawal: { strength: 3, mark: 'YES' },
  },
  CONDEMNATION: {
    dissent: { strength: 2, mark: 'WEAK' },
    statement: { strength: 2, mark: 'WEAK' },
    accusation: { strength: 2, mark: 'WEAK' },
    complaint: { strength: 2, mark: 'WEAK' },
    criticism: { strength: 2, mark: 'WEAK' },
    legal: { strength: 2, mark: 'WEAK' },
    opposition: { strength: 3, mark: 'WEAK' },
  },
  PRESSURE: {
    rhetoric: { strength: 1, mark: 'NO' },
    demand: { strength: 1, mark: 'NO' },
    protest: { strength: 1, mark: 'NO' },
    threat: { strength: 1, mark: 'NO' },
  },
  COERCION: {
    campaign: { strength: 2, mark: 'NO' },
    naval_presence: { strength: 2, mark: 'NO' },
    arrest: { strength: 2, mark: 'NO' },
    coercion: { strength: 2, mark: 'NO' },
    expulsion: { strength: 2, mark: 'WEAK' },
    force_posture: { strength: 2, mark: 'NO' },
    repression: { strength: 2, mark: 'NO' },
    restriction: { strength: 2, mark: 'NO' },
    seizure: { strength: 2, mark: 'NO' },
  },
  VIOLENCE: {
    strike: { strength: 3, mark: 'NO' },
    assault: { strength: 3, mark: 'NO' },
    fighting: { strength: 3, mark: 'NO' },
    mass_violence: { strength: 3, mark: 'NO' },
  },
  NEUTRAL: {
    appeal: { strength: 0, mark: 'NO' },
    defiance: { strength: 0, mark: 'NO' },
    investigation: { strength: 0, mark: 'NO' },
    statement: { strength: 0, mark: 'NO' },
    surrender: { strength: 0, mark: 'NO' },
  },
}

/** The defaults of a subtype, or null where the kind has no such subtype. */
export function subtypeDefaults(kind: EventKind, subtype: string): SubtypeDefaults | null {
  const list = SUBTYPES[kind]
  return Object.hasOwn(list, subtype) ? (list[subtype] ?? null) : null
}

/** The strength that the subtype gives an act of a stage: what is not done weighs at most 1. */
export function defaultStrength(ofSubtype: number, stage: Stage): number {
  return stage === 'ACTUAL' ? ofSubtype : Math.min(1, ofSubtype)
}
