import type { ActorName } from '../types.ts'
import { isSameAsk, type Ask } from '../view/ask.ts'
import { withAsk } from '../view/steps.ts'
import type { View } from '../view/view.ts'
import { withComparison } from '../time/steps.ts'
import type { Chip } from './draft.ts'
import type { Pattern } from './patterns.ts'

/** A question that can be asked: with its slots, or two days to be compared. */
export type Finished =
  | { readonly what: 'ask'; readonly ask: Ask; readonly day: string | null; readonly actors: readonly ActorName[] }
  | { readonly what: 'changes'; readonly earlier: string; readonly later: string }

/** @param chips one for each part of the pattern @returns null while a slot that is needed holds nothing that is known */
export function finish(pattern: Pattern, chips: readonly Chip[]): Finished | null {
  const values = new Map(chips.flatMap((chip) => (chip.what === 'slot' && chip.value ? [[chip.slot, chip.value]] : [])))
  for (const part of pattern.parts) {
    if (part.what === 'slot' && part.needed && !values.has(part.slot)) return null
  }
  if ([...values.values()].some(({ what }) => what === 'typed')) return null
  const actor = (slot: 'by' | 'toward') => {
    const value = values.get(slot)
    return value?.what === 'actor' ? value.actor : null
  }
  const day = (slot: 'day' | 'otherDay') => {
    const value = values.get(slot)
    return value?.what === 'day' ? value.day : null
  }
  const scope = values.get('scope')
  if (pattern.kind === 'CHANGES') {
    const [earlier, later] = [day('day'), day('otherDay')].filter((each) => each !== null).sort()
    return earlier === undefined || later === undefined || earlier === later
      ? null
      : { what: 'changes', earlier, later }
  }
  const by = actor('by')
  const toward = actor('toward')
  if (by && toward && by.id === toward.id) return null
  return {
    what: 'ask',
    ask: {
      kind: pattern.kind,
      by: by?.id ?? null,
      toward: toward?.id ?? null,
      scope: scope?.what === 'scope' ? scope.text : null,
    },
    day: day('day'),
    actors: [by, toward].filter((each) => each !== null),
  }
}

/** Asks it. @param standard the day of knowing where none is chosen */
export function withFinished(view: View, finished: Finished, standard: string | null): View {
  const onDay = (next: View, day: string) => ({ ...next, asKnownOn: day === standard ? null : day })
  if (finished.what === 'changes') {
    return withComparison(onDay(withAsk(view, null), finished.later), finished.earlier)
  }
  const asked = withAsk(view, finished.ask)
  if (finished.day === null) return asked
  // The same question on another day is asked too, and no longer compared.
  const alone = isSameAsk(view.ask, finished.ask) ? { ...asked, compare: null, changes: null } : asked
  return onDay(alone, finished.day)
}
