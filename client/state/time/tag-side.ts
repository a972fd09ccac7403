import type { Tick } from './ticks.ts'

const TAG_WIDTH = 44
const CHARACTER = 6.6

/** The side of its line on which the tag of a flag covers no name of the axis and stays on it. @param at and @param width px */
export function tagSide(
  at: number,
  width: number,
  ticks: readonly Tick[],
  wanted: 'before' | 'after',
): 'before' | 'after' {
  const isFree = (side: 'before' | 'after') => {
    const from = side === 'before' ? at - TAG_WIDTH : at
    if (from < 0 || from + TAG_WIDTH > width) return false
    return ticks.every(({ at: place, name }) => {
      const left = place * width
      return from >= left + name.length * CHARACTER + 6 || from + TAG_WIDTH <= left
    })
  }
  const other = wanted === 'before' ? 'after' : 'before'
  if (isFree(wanted)) return wanted
  if (isFree(other)) return other
  return at + TAG_WIDTH > width ? 'before' : at < TAG_WIDTH ? 'after' : wanted
}
