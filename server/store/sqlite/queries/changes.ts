import type { Change } from '../../graph-store.ts'
import { sql, type Read, type Write } from '../sql.ts'

type ChangeRow = readonly [current: number, version: number | null, everything: number | null, events: string | null]

/** One row a change, each with the store's version now; where nothing is listed, one row without a change. */
export const changesAfter: Read<
  { readonly version: number },
  ChangeRow,
  { readonly current: number; readonly change: Change | null }
> = {
  name: 'changes-after',
  text: sql`
    SELECT meta.version, change.version, change.everything, change.events
    FROM meta LEFT JOIN change ON change.version > @version
    ORDER BY change.version`,
  decode: ([current, version, everything, events]) => ({
    current,
    change:
      version === null || events === null
        ? null
        : { version, everything: everything === 1, events: JSON.parse(events) as string[] },
  }),
}

export const insertChange: Write<{ readonly version: number; readonly everything: number; readonly events: string }> = {
  name: 'insert-change',
  text: sql`INSERT INTO change (version, everything, events) VALUES (@version, @everything, @events)`,
}

/** Forgets the changes up to a version. */
export const forgetChanges: Write<{ readonly version: number }> = {
  name: 'forget-changes',
  text: sql`DELETE FROM change WHERE version <= @version`,
}
