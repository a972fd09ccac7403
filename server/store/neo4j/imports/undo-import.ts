import { MOST_EVENTS_LISTED } from '../../change-list.ts'
import type { UndoneImport } from '../../import-store.ts'
import { deleteEdgesOf } from '../apply/remove.ts'
import { runIds } from '../apply/work.ts'
import { clearEventNodes, eventNodes, sweepEventNodes } from '../queries/event-nodes.ts'
import { idsOfImport } from '../queries/import-events.ts'
import {
  beginUndo,
  deleteImport,
  doneImports,
  importById,
  noteUndone,
  type HeldImport,
  type UndoneSoFar,
} from '../queries/imports.ts'
import * as undo from '../queries/undo.ts'
import { holdVersion, raiseVersion, version } from '../queries/version.ts'
import { prefixOf } from '../read-collection.ts'
import type { Connection } from '../run.ts'
import { demandImport, refuseBeside } from './held-import.ts'
import { keepNeeded } from './keep-needed.ts'
import { noteChange } from './note-change.ts'
import { removeParts } from './remove-parts.ts'

/** Few enough that others come to write in between. */
const EVENTS_AT_ONCE = 5_000
const MOST_KEPT_LISTED = 100
const NOTHING: UndoneSoFar = { events: 0, shared: 0, kept: [], keptTotal: 0 }

/**
 * In steps, each a transaction that leaves a store that can be gone on from: events that stay are given to others; then, in one step, all
 * that goes is hidden; then it is taken away.
 */
export async function undoImport(
  db: Connection,
  id: string,
  onProgress: (removed: number) => void,
): Promise<UndoneImport> {
  const held = await demandImport(db, id, ['UNFINISHED', 'DONE', 'UNDOING'])
  await refuseBeside(db, id, held.record.collection)
  if (held.record.state !== 'UNDOING') await hide(db, held)
  let undone = (await demandImport(db, id, ['UNDOING'])).undone ?? NOTHING
  for (;;) {
    const next = await removeSome(db, held, undone)
    if (next === null) break
    undone = next
    onProgress(undone.events)
  }
  return { ...undone, version: await end(db, held) }
}

/** Hides what goes. Begins anew where somebody has written since it was found out what stays. */
async function hide(db: Connection, held: HeldImport): Promise<void> {
  for (;;) {
    const before = (await db.first(version, {})) ?? 0
    while ((await giveAway(db, held)) === EVENTS_AT_ONCE);
    if (await hideAt(db, held, before)) return
  }
}

/** Events that a hand has changed belong to nobody from now on, shared ones to another import; that this one has brought them is kept. */
async function giveAway(db: Connection, held: HeldImport): Promise<number> {
  return db.writing('give-events', async (transaction) => {
    await transaction.all(holdVersion, {})
    const done = await transaction.all(doneImports, {})
    const given = await transaction.all(undo.giveEvents, { ...ownOf(held), most: EVENTS_AT_ONCE, done })
    return { keep: given.length > 0, value: given.length }
  })
}

async function hideAt(db: Connection, held: HeldImport, before: number): Promise<boolean> {
  const { id, state } = held.record
  return db.writing('hide-import', async (transaction) => {
    const [raised = 0] = await transaction.all(state === 'DONE' ? raiseVersion : holdVersion, {})
    if (raised !== (state === 'DONE' ? before + 1 : before)) return { keep: false, value: false }
    await keepNeeded(transaction, held.record)
    await transaction.run(beginUndo, { id, undone: JSON.stringify(NOTHING) })
    if (state === 'DONE') {
      const ids = await transaction.all(idsOfImport, { ...ownOf(held), most: MOST_EVENTS_LISTED + 1 })
      await noteChange(transaction, raised, new Set(ids), true)
    }
    return { keep: true, value: true }
  })
}

/** Null where nothing is left. */
async function removeSome(db: Connection, held: HeldImport, before: UndoneSoFar): Promise<UndoneSoFar | null> {
  const some = { ...ownOf(held), most: EVENTS_AT_ONCE }
  return db.writing('remove-events', async (transaction) => {
    await transaction.all(holdVersion, {})
    const gone = await transaction.all(undo.goingEvents, some)
    await deleteEdgesOf(
      transaction,
      gone.map(({ key }) => key),
    )
    const nodes = await transaction.all(eventNodes, { ids: gone.map(({ id }) => id) })
    await runIds(transaction, clearEventNodes, nodes)
    await runIds(transaction, sweepEventNodes, nodes)
    // While there are own events, others can wait.
    const others = gone.length > 0 ? [] : await transaction.all(undo.disownEvents, some)
    if (gone.length + others.length === 0) return { keep: false, value: null }
    const kept = others.filter(({ byHand }) => byHand).map(({ id }) => id)
    const undone = {
      events: before.events + gone.length,
      shared: before.shared + others.length - kept.length,
      kept: [...before.kept, ...kept].slice(0, MOST_KEPT_LISTED),
      keptTotal: before.keptTotal + kept.length,
    }
    await transaction.run(noteUndone, { id: held.record.id, undone: JSON.stringify(undone) })
    return { keep: true, value: undone }
  })
}

/** Takes away what is left: parts, and the import itself. */
async function end(db: Connection, { record: { id, collection } }: HeldImport): Promise<number> {
  return db.writing('end-undo', async (transaction) => {
    const [raised = 0] = await transaction.all(raiseVersion, {})
    // A connection that broke while it was committing is begun anew, and the server may have committed.
    if ((await transaction.all(importById, { id })).length === 0) return { keep: false, value: raised - 1 }
    await removeParts(transaction, id, collection, raised)
    await transaction.run(deleteImport, { id })
    await noteChange(transaction, raised, new Set(), true)
    return { keep: true, value: raised }
  })
}

function ownOf({ record: { id, collection } }: HeldImport) {
  return { import: id, prefix: prefixOf(collection) }
}
