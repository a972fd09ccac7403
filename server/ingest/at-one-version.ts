import { StoreMovedError, StoreUnavailableError, type GraphStore } from '../store/graph-store.ts'

/** How often a change begins anew because somebody else wrote meanwhile. */
const MOST_TRIES = 20
/** Milliseconds after a try that was in vain, at most; several writers wait differently long. */
const LONGEST_WAIT = 50

/**
 * Reads, decides and writes on one version of a store: `work` is given the version at which it began, and passes it on as
 * `Batch.onlyAt`. Where the store has moved on meanwhile, it is done anew.
 * @param mayBeStale whether an error of `work` may come from what others were writing while it read; then it counts only where the
 * store has not moved on.
 * @throws StoreUnavailableError where others write all the time.
 */
export async function atOneVersion<T>(
  store: Pick<GraphStore, 'version'>,
  work: (version: number) => Promise<T>,
  mayBeStale: (error: unknown) => boolean = () => false,
): Promise<T> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const version = await store.version()
    try {
      return await work(version)
    } catch (error) {
      const isMoved = error instanceof StoreMovedError || (mayBeStale(error) && (await store.version()) !== version)
      if (!isMoved) throw error
    }
    await new Promise((resolve) => setTimeout(resolve, Math.random() * LONGEST_WAIT))
  }
  throw new StoreUnavailableError(
    'Others are writing to the store all the time, so this change could not be made. Nothing was written; try again in a moment.',
  )
}
