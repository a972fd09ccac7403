import { CHANGES_KEPT, MOST_EVENTS_LISTED } from '../../change-list.ts'
import type { Connection } from '../connection.ts'
import { forgetChanges, insertChange } from '../queries/changes.ts'
import { list } from '../sql.ts'

/** Notes what a version changed; of more events than are listed nothing, which is a gap. */
export function noteChange(db: Connection, version: number, events: ReadonlySet<string>, everything: boolean): void {
  if (events.size <= MOST_EVENTS_LISTED) {
    db.run(insertChange, { version, everything: everything ? 1 : 0, events: list([...events].sort()) })
  }
  db.run(forgetChanges, { version: version - CHANGES_KEPT })
}
