import type { RecordKey } from '../domain/record-key.ts'
import type { View } from '../domain/view.ts'
import { ConflictError, type Recorded } from '../hand/recorder.ts'
import { StoreUnavailableError } from '../store/graph-store.ts'
import type { RequestContext } from './context.ts'
import { rootView } from './read-under.ts'

/** The default view after a change, which shows the change. @throws StoreUnavailableError where it could not be read any more */
export async function viewAfter(context: RequestContext, { version }: Recorded): Promise<View> {
  const view = await rootView(context)
  if (view.snapshot.version >= version) return view
  throw new StoreUnavailableError(
    `The change was written as version ${version}, but the database went away before it could be read. Ask for it again when the database is back.`,
  )
}

/** What was written, as it is read now. @throws ConflictError where somebody took it away in between */
export function stillThere<T>(found: T | null | undefined, key: RecordKey, { version }: Recorded): T {
  if (found !== null && found !== undefined) return found
  const says =
    `${key} was written as version ${version}, and somebody has taken it away since. ` +
    `auditLog(record: ${JSON.stringify(key)}) says who.`
  throw new ConflictError(key, null, says)
}
