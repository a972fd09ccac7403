import { computed } from 'nanostores'
import { $answer, $asKnownOn, $asking, $beside, $collection, $network, $view } from '../app.ts'
import { latest } from '../loaded.ts'
import type { Network } from '../types.ts'

/** What leaves the page, by what was read: while something newer is on its way, or cannot come, this is not what the view asks for. */
export interface DataNow {
  /** The day as it was read. */
  readonly asKnownOn: string | null
  /** The day beside it, as it was read; null where nothing is compared. */
  readonly compare: string | null
  readonly stats: Network['stats'] | null
  /** What was chosen last has not come. */
  readonly behind: boolean
}

export const $dataNow = computed(
  [$network, $beside, $answer, $asking, $collection, $view, $asKnownOn],
  (loaded, besides, answered, asking, collection, view, asKnownOn): DataNow => {
    const all = [loaded, ...(view.compare === null ? [] : [besides]), ...(asking ? [answered] : [])]
    const read = latest(loaded)
    const shown = read && read.collection === collection?.id ? read : null
    return {
      asKnownOn: shown ? shown.asKnownOn : asKnownOn,
      compare: view.compare === null ? null : (latest(besides)?.asKnownOn ?? view.compare),
      stats: shown?.network.stats ?? null,
      behind: all.some(({ state }) => state === 'loading' || state === 'error'),
    }
  },
)
