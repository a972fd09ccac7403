import { SUBTYPES, subtypeDefaults } from '../../domain/subtypes.ts'
import { EVENT_KINDS, STAGES, type EventKind, type Stage } from '../../domain/words.ts'
import { LEAVE_OUT } from './mapping.ts'

/** What a word of a table means here; null: its rows are left out. */
export interface ActMeaning {
  readonly kind: EventKind
  readonly subtype: string | null
  readonly stage: Stage | null
}

/** All that may be written as an act, but for a stage behind it. */
export const ACT_WORDS: readonly string[] = EVENT_KINDS.flatMap((kind) => [
  kind,
  ...Object.keys(SUBTYPES[kind]).map((subtype) => `${kind} ${subtype}`),
])

/**
 * Reads `COOPERATION`, `COOPERATION aid` or `SUSPENSION aid THREATENED`; null for `leave out`.
 * @returns a sentence where it is none of these.
 */
export function readAct(written: string): ActMeaning | null | { readonly wrong: string } {
  const text = written.trim()
  if (text.toLowerCase() === LEAVE_OUT) return null
  const [first = '', ...more] = text.split(/\s+/)
  const kind = EVENT_KINDS.find((each) => each === first.toUpperCase())
  if (!kind)
    return {
      wrong: `"${first.slice(0, 60)}" is no kind. Kinds are ${EVENT_KINDS.join(', ')}; or write "${LEAVE_OUT}".`,
    }
  let subtype: string | null = null
  let stage: Stage | null = null
  for (const word of more) {
    const asStage = STAGES.find((each) => each === word.toUpperCase())
    if (asStage && stage === null) stage = asStage
    else if (subtype === null && subtypeDefaults(kind, word.toLowerCase())) subtype = word.toLowerCase()
    else
      return {
        wrong: `"${word.slice(0, 60)}" is no subtype of ${kind} and no stage. Subtypes are ${Object.keys(SUBTYPES[kind]).join(', ')}; stages are ${STAGES.join(', ')}.`,
      }
  }
  return { kind, subtype, stage }
}
