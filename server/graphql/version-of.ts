import type { RecordKey } from '../domain/record-key.ts'
import type { View } from '../domain/view.ts'
import type { RequestContext } from './context.ts'

/**
 * The version to be given as `ifVersion` by whoever has seen a record under a view: the one that wrote it, but never one that is
 * later than what the view shows, so that a change that was not seen is a conflict.
 */
export async function versionOf({ revisions }: RequestContext, view: View, key: RecordKey): Promise<number> {
  const { version } = view.snapshot
  return Math.min((await revisions.load(key))?.version ?? version, version)
}
