import { atom, computed } from 'nanostores'
import { $answer, $asking, $view } from '../app.ts'
import { latest } from '../loaded.ts'
import type { Answer } from './answer.ts'

/** Whether the table stands beside the details too, where it leaves the picture little room. No link carries it. */
export const $tableBesideDetails = atom(false)

/** The answer whose table stands on the page; null where none does. */
export const $ledger = computed(
  [$answer, $asking, $view, $tableBesideDetails],
  (loaded, asking, { selection, compare, both }, beside): Answer | null => {
    if (!asking || asking === 'missing' || compare !== null || both || (selection && !beside)) return null
    const answer = latest(loaded)
    return answer && answer.main.columns.length > 0 ? answer : null
  },
)
