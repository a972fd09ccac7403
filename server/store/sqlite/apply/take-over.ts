import type { History } from '../../graph-store.ts'
import type { Connection } from '../connection.ts'
import { holdCollection } from '../queries/collections.ts'
import { takeOverMerge } from '../queries/merges.ts'
import { raiseVersionTo } from '../queries/version.ts'
import { readRevisions } from '../read-history.ts'
import { takeOverOwned, writeImport } from '../imports/take-over-owned.ts'
import { writeAudit, writeMerges, writeRemoved } from './history.ts'
import { writerRefs } from './writer-refs.ts'

/** One transaction. A note of a removed record that is there is left out: it has been written again. */
export function takeOver(
  db: Connection,
  { version, held, merges, removed, audit, imports = [], owned = [] }: History,
): void {
  db.writing(() => {
    const refOf = writerRefs(db)
    db.run(raiseVersionTo, { version })
    for (const id of held) db.run(holdCollection, { id })
    for (const each of imports) writeImport(db, each)
    takeOverOwned(db, owned)
    writeMerges(db, takeOverMerge, merges, refOf)
    const there = readRevisions(
      db,
      removed.map(({ key }) => key),
    )
    writeRemoved(
      db,
      removed.filter(({ key }) => !there.has(key)),
      refOf,
    )
    writeAudit(db, audit, refOf)
    return { keep: true, value: undefined }
  })
}
