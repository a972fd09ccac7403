import type { GraphStore, History, Kept } from '../../store/graph-store.ts'
import { HalfCopyError, TargetNotEmptyError } from './errors.ts'

/** Noted as held in a store that is being filled, and when it is full. No collection can have such an id, for its space. */
const BEGUN = 'copy begun'
const FINISHED = 'copy finished'

type Asked = Pick<GraphStore, 'everHeld'>

/** Whether a copy or a restore into this store has begun and not come to its end. */
export async function isHalfCopy(store: Asked): Promise<boolean> {
  return (await store.everHeld(BEGUN)) && !(await store.everHeld(FINISHED))
}

/** To be called before a store is used for anything but to be filled. @throws HalfCopyError */
export async function refuseHalfCopy(store: Asked): Promise<void> {
  if (await isHalfCopy(store)) throw new HalfCopyError()
}

/**
 * Marks a store as one that is being filled.
 * @returns whether it holds a part already, left by one that was broken off.
 * @throws TargetNotEmptyError
 */
export async function beginCopy(store: GraphStore): Promise<boolean> {
  if (await isHalfCopy(store)) return true
  for await (const chunk of store.everything()) if (chunk.length > 0) throw new TargetNotEmptyError()
  await store.takeOver(history({ held: [BEGUN] }))
  return false
}

export async function finishCopy(store: GraphStore): Promise<void> {
  await store.takeOver(history({ held: [FINISHED] }))
}

/** What a store keeps, without what is noted here: that it is itself a copy is no part of what it keeps. */
export async function* withoutMarks(everything: AsyncIterable<readonly Kept[]>): AsyncIterable<readonly Kept[]> {
  for await (const chunk of everything) yield chunk.filter((kept) => kept.type !== 'held' || !isMark(kept.collection))
}

function isMark(collection: string): boolean {
  return collection === BEGUN || collection === FINISHED
}

/** What is left out is empty. */
export function history(given: Partial<History>): History {
  return { version: 0, held: [], merges: [], removed: [], audit: [], ...given }
}
