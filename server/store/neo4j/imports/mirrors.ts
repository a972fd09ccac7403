import { FLAG } from '../../../domain/snapshot.ts'
import { chunksOf } from '../apply/work.ts'
import { codedEvents, forgetMirrors, noteMirrors, setMirrors } from '../queries/import-events.ts'
import { hiddenImportOf } from '../queries/imports.ts'
import { holdVersion, raiseVersion } from '../queries/version.ts'
import { prefixOf } from '../read-collection.ts'
import type { Connection, Transaction } from '../run.ts'
import { noteChange } from './note-change.ts'

/** An event, and whether it is to be flagged. */
interface Turned {
  readonly id: string
  readonly mirror: boolean
}

/**
 * Brings the flags of a collection to what is given. Of events that are seen nothing changes while an import of the collection is
 * unfinished: what they become is noted, for its end.
 */
export async function markMirrors(
  db: Connection,
  collection: string,
  codes: readonly string[],
  mirrors: AsyncIterable<readonly string[]>,
): Promise<void> {
  const wanted = new Set<string>()
  for await (const ids of mirrors) for (const id of ids) wanted.add(id)
  const [running] = await db.all(hiddenImportOf, { collection })
  const unfinished = running?.state === 'UNFINISHED' ? running.id : null
  const seen: Turned[] = []
  const hidden: Turned[] = []
  for await (const rows of db.stream(codedEvents, { prefix: prefixOf(collection), codes })) {
    for (const { id, mirror, import: owner } of rows) {
      if (wanted.has(id) === mirror) continue
      const into = unfinished !== null && owner === unfinished ? hidden : seen
      into.push({ id, mirror: !mirror })
    }
  }
  for (const chunk of chunksOf(hidden)) {
    await db.writing('mark-hidden-mirrors', async (transaction) => {
      await transaction.all(holdVersion, {})
      await turnMirrors(transaction, chunk)
      return { keep: true, value: undefined }
    })
  }
  await turnSeen(db, collection, seen)
}

/** Flags these events, or takes the flag away. */
export async function turnMirrors(transaction: Transaction, turned: readonly Turned[]): Promise<void> {
  for (const mirror of [true, false]) {
    const ids = turned.filter((each) => each.mirror === mirror).map(({ id }) => id)
    for (const chunk of chunksOf(ids)) await transaction.run(setMirrors, { ids: chunk, mirror, mask: FLAG.MIRROR })
  }
}

async function turnSeen(db: Connection, collection: string, seen: readonly Turned[]): Promise<void> {
  await db.writing('mark-mirrors', async (transaction) => {
    await transaction.all(holdVersion, {})
    await transaction.run(forgetMirrors, { collection })
    const [running] = await transaction.all(hiddenImportOf, { collection })
    if (running?.state === 'UNFINISHED') {
      for (const rows of chunksOf(seen)) {
        await transaction.run(noteMirrors, { collection, rows: rows.map(({ id, mirror }) => ({ id, mirror })) })
      }
    } else if (seen.length > 0) {
      const [raised = 0] = await transaction.all(raiseVersion, {})
      await turnMirrors(transaction, seen)
      await noteChange(transaction, raised, new Set(seen.map(({ id }) => id)), false)
    }
    return { keep: true, value: undefined }
  })
}
