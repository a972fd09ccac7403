import type { GraphStore, Kept } from '../../store/graph-store.ts'
import { Digest, isSameSummary, type Summary } from './digest.ts'
import { CopyDiffersError, LEFT_IN_TARGET, SourceMovedError } from './errors.ts'
import { beginCopy, finishCopy, withoutMarks } from './half-copy.ts'
import { Outgoing } from './outgoing.ts'
import { readUnmoved, told, type OnProgress, type Source } from './read-unmoved.ts'

/** What was read, and what stood in the target when that was read again: they are the same. */
export interface Transferred {
  readonly read: Summary
  readonly found: Summary
  /** Whether the target held a part already, left by a copy that was broken off. */
  readonly resumed: boolean
}

/**
 * Fills an empty store with everything that another keeps: records with who wrote them last, merges, what hands removed, the audit
 * log, which collections were ever held, and the version. In batches, so that a large store needs no more memory. Broken off, it
 * leaves a store that `refuseHalfCopy` refuses and that another call goes on to fill.
 * @throws TargetNotEmptyError, SourceMovedError, CopyDiffersError
 */
export async function transfer(source: Source, target: GraphStore, onProgress: OnProgress): Promise<Transferred> {
  const resumed = await beginCopy(target)
  const { summary: read, again } = await readUnmoved(source, LEFT_IN_TARGET, (everything, version) =>
    pour(told(everything, 'writing', onProgress), version, target),
  )
  const found = await summaryOf(target, onProgress)
  if (!isSameSummary(read, found)) {
    // What the first reading brought and somebody then took away stands in the target still.
    if (again) throw new SourceMovedError(LEFT_IN_TARGET)
    throw new CopyDiffersError(read, found)
  }
  await finishCopy(target)
  return { read, found, resumed }
}

/** All that a store keeps, in short, read from its beginning to its end. */
export async function summaryOf(store: Pick<Source, 'everything'>, onProgress: OnProgress): Promise<Summary> {
  const digest = new Digest()
  for await (const chunk of told(withoutMarks(store.everything()), 'comparing', onProgress)) {
    for (const kept of chunk) digest.add(kept)
  }
  return digest.summary()
}

async function pour(everything: AsyncIterable<readonly Kept[]>, version: number, target: GraphStore): Promise<Summary> {
  const digest = new Digest()
  const outgoing = new Outgoing(target)
  for await (const chunk of everything) {
    for (const kept of chunk) {
      digest.add(kept)
      await outgoing.add(kept)
    }
  }
  await outgoing.end(version)
  return digest.summary()
}
