import { randomUUID } from 'node:crypto'
import { CHANGES_KEPT, MOST_EVENTS_LISTED } from '../../change-list.ts'
import { forgetChanges, insertChange } from '../queries/changes.ts'
import type { Transaction } from '../run.ts'

/** Notes what a version changed; of more events than are listed nothing, which is a gap. */
export async function noteChange(
  transaction: Transaction,
  version: number,
  events: ReadonlySet<string>,
  everything: boolean,
): Promise<void> {
  if (events.size <= MOST_EVENTS_LISTED) {
    const listed = { version, everything, events: [...events].sort() }
    await transaction.run(insertChange, { ...listed, token: randomUUID(), changed: 0 })
  }
  await transaction.run(forgetChanges, { version: version - CHANGES_KEPT })
}
