import { computed } from 'nanostores'
import { $answer, $asKnownOn, $asking, $collection, $network, $view } from '../app.ts'
import { isHidden } from '../list/hidden.ts'
import { latest } from '../loaded.ts'
import { eventsOf } from '../picture/events-of.ts'
import { $panes } from '../picture/panes.ts'
import type { EventRow } from '../types.ts'
import { statedDays, toAxis, type Axis } from './axis.ts'
import { $timed } from './timed.ts'

/** Everything of the collection that is shown; null until it is there. */
const $all = computed([$timed, $collection], (loaded, collection) => {
  const timed = latest(loaded)
  return timed && timed.collection === collection?.id ? timed : null
})

/** The axis of the whole collection: it stays as it is whatever is asked or narrowed. */
export const $axis = computed($all, (timed): Axis | null => {
  if (!timed) return null
  if (timed.buckets) return toAxis(timed.buckets.flatMap(({ start, end }) => [start, end]))
  return toAxis(statedDays(timed.events))
})

export const $buckets = computed($all, (timed) => timed?.buckets ?? null)

/** Height and what stands in it: `full`, `slim` beside a table, `compare` with two flags, `phone` where it is all that is shown. */
export type TimeSize = 'full' | 'slim' | 'compare' | 'phone'

export const $timeSize = computed([$view, $asking], ({ compare, list, selection, both }, asking): TimeSize => {
  if (compare !== null) return 'compare'
  return list !== null || (asking !== null && selection === null && !both) ? 'slim' : 'full'
})

/** The events in the lanes: those of the tie or actor that is open, or of the answer, else all that is not hidden. */
export const $timeEvents = computed([$all, $view, $panes, $network, $answer], (timed, view, panes, network, answer) => {
  const { selection } = view
  const told =
    eventsOf(selection, panes, latest(network)?.network) ??
    (view.ask && !selection ? (latest(answer)?.highlight.events ?? null) : null)
  const isOpen = ({ id }: EventRow) => selection?.what === 'event' && selection.id === id
  return (timed?.events ?? []).filter((event) =>
    told ? told.has(event.id) : (event.status !== 'DENIED' && !isHidden(event, view)) || isOpen(event),
  )
})

/** The event whose two clocks are tied, while the rest steps back. */
export const $timeEvent = computed($view, ({ selection }) => (selection?.what === 'event' ? selection.id : null))

/** Whether an event was known on the day that is in force, or the later of two. */
export const $isKnown = computed([$asKnownOn, $view], (asKnownOn, { compare }) => {
  const day = asKnownOn !== null && compare !== null && compare > asKnownOn ? compare : asKnownOn
  return ({ reportedOn }: Pick<EventRow, 'reportedOn'>) => day === null || reportedOn <= day
})

/** Days on which anything became known, oldest first. */
export const $reportedDays = computed($all, (timed) => {
  return [...new Set((timed?.events ?? []).map(({ reportedOn }) => reportedOn))].sort()
})
