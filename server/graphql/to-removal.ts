import type { Recorded } from '../hand/recorder.ts'

/** A record that is gone: what takes one away always changes something. */
export function toRemoval({ change, ...recorded }: Recorded) {
  if (change === null) throw new RangeError(`Nothing was taken away of ${recorded.id}.`)
  return { ...recorded, change }
}
