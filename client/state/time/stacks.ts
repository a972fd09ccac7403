import type { EventRow } from '../types.ts'
import { KINDS } from '../view/view.ts'
import { endOf, startOf, type Axis } from './axis.ts'

/** What became known on one day. Numbers are px; `left` is from the left of the axis. */
export interface Stack {
  readonly day: string
  /** In the order of their kinds. */
  readonly events: readonly EventRow[]
  readonly left: number
  readonly width: number
  /** Squares above each other; 0: there is no room for squares, each kind is a part of a bar. */
  readonly rows: number
}

/** A square and the gap beside it. */
export const SQUARE = 7

/**
 * Stacks of squares, one an event, that end where their day ends, so that they lie before a flag on it; thin bars on every day where
 * two stacks would touch.
 */
export function toStacks(events: readonly EventRow[], axis: Axis, width: number, rows: number): readonly Stack[] {
  const days = [...Map.groupBy(events, ({ reportedOn }) => reportedOn)].sort(([a], [b]) => (a < b ? -1 : 1))
  const stacks = days.map(([day, known]) => {
    const sorted = [...known].sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind))
    const wide = Math.ceil(known.length / rows) * SQUARE
    return { day, events: sorted, left: Math.max(0, endOf(axis, day) * width - wide), width: wide, rows }
  })
  const touch = stacks.some(({ left }, at) => at > 0 && left < right(stacks[at - 1]))
  return touch ? stacks.map((stack) => ({ ...stack, ...bar(stack.day, axis, width) })) : stacks
}

function right(stack: { readonly left: number; readonly width: number } | undefined): number {
  return stack ? stack.left + stack.width : 0
}

function bar(day: string, axis: Axis, width: number): Pick<Stack, 'left' | 'width' | 'rows'> {
  const left = startOf(axis, day) * width
  return { left, width: Math.max(2, endOf(axis, day) * width - left - 1), rows: 0 }
}
