import type { ActorName, EventKind } from '../types.ts'
import { dayWords } from '../words/dates.ts'
import type { Part, Pattern, Slot } from './patterns.ts'

/** What stands in a slot: an actor that was picked, one that was only typed and has to be found, words, or a day. */
export type Value =
  | { readonly what: 'actor'; readonly actor: ActorName }
  | { readonly what: 'typed'; readonly text: string }
  | { readonly what: 'scope'; readonly text: string }
  | { readonly what: 'day'; readonly day: string }

/** A piece of a question that stands: words, or a slot; `value` is null while it is empty. */
export type Chip =
  | { readonly what: 'words'; readonly text: string; readonly kind?: EventKind }
  | { readonly what: 'slot'; readonly slot: Slot; readonly empty: string; readonly value: Value | null }

/**
 * A question on its way. `chips` stand before what is typed, one for each part of the pattern from its beginning; `after` stand behind
 * it, where the reader fills in a pattern. Several patterns may fit while `pattern` is null.
 */
export interface Draft {
  readonly pattern: Pattern | null
  readonly chips: readonly Chip[]
  readonly text: string
  readonly after: readonly Chip[]
}

export const NO_DRAFT: Draft = { pattern: null, chips: [], text: '', after: [] }

/** A part as it stands while nothing was said of it. */
export function chipOf(part: Part): Chip {
  if (part.what === 'slot') return { what: 'slot', slot: part.slot, empty: part.empty, value: null }
  return { what: 'words', text: part.say[0], ...(part.kind ? { kind: part.kind } : {}) }
}

/** Whether a chip says what a part of a pattern says. */
export function fits(chip: Chip, part: Part | undefined): boolean {
  if (!part) return false
  if (chip.what === 'slot') return part.what === 'slot' && part.slot === chip.slot
  return part.what === 'words' && part.say[0] === chip.text
}

/** A pattern to be filled in, with what is known already; what is typed goes into the first slot that is empty from `from` on. */
export function fillIn(pattern: Pattern, known: readonly Chip[], from = 0): Draft {
  const all = pattern.parts.map((part, place) => known[place] ?? chipOf(part))
  const at = all.findIndex((chip, place) => place >= from && chip.what === 'slot' && chip.value === null)
  if (at < 0) return { pattern, chips: all, text: '', after: [] }
  return { pattern, chips: all.slice(0, at), text: '', after: all.slice(at + 1) }
}

/** Goes back to a slot that stands: what stood in it is typed again. */
export function editSlot(draft: Draft, place: number): Draft {
  const { pattern } = draft
  if (!pattern) return draft
  const all = allChips(draft, pattern)
  const chip = all[place]
  if (chip?.what !== 'slot') return draft
  return { pattern, chips: all.slice(0, place), text: valueText(chip.value), after: all.slice(place + 1) }
}

/** Takes the last chip away; words of it are typed again. */
export function backOver(draft: Draft): Draft {
  const chip = draft.chips.at(-1)
  if (!chip) return { ...NO_DRAFT, text: draft.text }
  const text = [chip.what === 'words' ? chip.text : valueText(chip.value), draft.text].filter(Boolean).join(' ')
  return { pattern: null, chips: draft.chips.slice(0, -1), text, after: [] }
}

/** One chip for each part; what is typed is left out of it. */
export function allChips({ chips, after }: Draft, pattern: Pattern): readonly Chip[] {
  return pattern.parts.map(
    (part, place) => chips[place] ?? after[place - pattern.parts.length + after.length] ?? chipOf(part),
  )
}

export function valueText(value: Value | null): string {
  if (!value) return ''
  if (value.what === 'actor') return value.actor.name
  return value.what === 'day' ? dayWords(value.day) : value.text
}
