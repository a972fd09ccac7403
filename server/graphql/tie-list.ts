import type { Tie } from '../domain/ties.ts'
import type { View } from '../domain/view.ts'
import type { TieModel } from './models.ts'
import { writtenDay } from './read-under.ts'

/** The first of some ties, with how many there are. */
export function tieList(view: View, ties: readonly Tie[], first: number) {
  return {
    items: tieModels(view, ties.slice(0, first)),
    total: ties.length,
    truncated: ties.length > first,
    asKnownOn: writtenDay(view),
  }
}

export function tieModels(view: View, ties: readonly Tie[]): TieModel[] {
  return ties.map((tie) => ({ view, tie }))
}
