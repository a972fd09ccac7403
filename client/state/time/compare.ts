import { computed } from 'nanostores'
import { $beside, $network, $view, type Asked } from '../app.ts'
import { latest } from '../loaded.ts'
import { toChanges, type Changes } from './changes.ts'

/** Two days of knowing beside each other, the earlier first. */
export interface Comparison {
  readonly earlier: Asked & { readonly asKnownOn: string }
  readonly later: Asked & { readonly asKnownOn: string }
  readonly changes: Changes
}

/** What is compared; null where nothing is, or a side of it has not come yet. Both sides are always of the same level. */
export const $comparison = computed([$view, $network, $beside], (view, network, beside): Comparison | null => {
  if (view.compare === null) return null
  const one = dated(latest(beside))
  const other = dated(latest(network))
  if (!one || !other || one.level !== other.level || one.collection !== other.collection) return null
  const [earlier, later] = one.asKnownOn <= other.asKnownOn ? [one, other] : [other, one]
  return { earlier, later, changes: toChanges(earlier.network, later.network, earlier.asKnownOn) }
})

function dated(asked: Asked | null): Comparison['earlier'] | null {
  return asked?.asKnownOn ? { ...asked, asKnownOn: asked.asKnownOn } : null
}
