import type { GraphStore, Kept } from '../../store/graph-store.ts'
import type { Summary } from './digest.ts'
import { SourceMovedError } from './errors.ts'
import { withoutMarks } from './half-copy.ts'

/** Where everything comes from: a store, or a backup. */
export type Source = Pick<GraphStore, 'version' | 'everything'>

/** How far it is. */
export interface Progress {
  readonly doing: 'reading' | 'writing' | 'comparing'
  readonly type: Kept['type']
  /** Things in all, since this began. */
  readonly done: number
}

export type OnProgress = (progress: Progress) => void

/** What is done with everything that a source keeps at a version. */
export type Take = (everything: AsyncIterable<readonly Kept[]>, version: number) => Promise<Summary>

/**
 * Reads a source that nobody writes to meanwhile. Somebody may have once: then all is read again.
 * @param left for the error: what stands now where all of it was to go, and what to do about that.
 * @returns what `take` gave, and whether it was called a second time.
 * @throws SourceMovedError
 */
export async function readUnmoved(
  source: Source,
  left: string,
  take: Take,
): Promise<{ readonly summary: Summary; readonly again: boolean }> {
  for (const again of [false, true]) {
    const version = await source.version()
    const summary = await take(withoutMarks(source.everything()), version)
    if ((await source.version()) === version) return { summary, again }
  }
  throw new SourceMovedError(left)
}

/** Tells the progress of what passes through. */
export async function* told(
  everything: AsyncIterable<readonly Kept[]>,
  doing: Progress['doing'],
  onProgress: OnProgress,
): AsyncIterable<readonly Kept[]> {
  let done = 0
  for await (const chunk of everything) {
    yield chunk
    done += chunk.length
    const type = chunk.at(-1)?.type
    if (type !== undefined) onProgress({ doing, type, done })
  }
}
