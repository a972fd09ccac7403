import { setImmediate } from 'node:timers/promises'
import type { UndoneImport } from '../../import-store.ts'
import { MOST_EVENTS_LISTED } from '../../change-list.ts'
import { noteChange } from '../apply/note-change.ts'
import type { Connection } from '../connection.ts'
import { collectionRefs } from '../queries/collections.ts'
import { endOfChunk, type Range } from '../queries/columns.ts'
import { deleteEventWords } from '../queries/events.ts'
import { idsOfImport, ownEvents } from '../queries/import-events.ts'
import { beginUndo, deleteImport, noteUndone, type HeldImport, type UndoneSoFar } from '../queries/imports.ts'
import * as undo from '../queries/undo.ts'
import { raiseVersion, version } from '../queries/version.ts'
import { list } from '../sql.ts'
import { makeIndexes } from './event-indexes.ts'
import { demandImport, refuseBeside } from './held-import.ts'
import { keepNeeded, type Named } from './keep-needed.ts'
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
  const held = demandImport(db, id, ['UNFINISHED', 'DONE', 'UNDOING'])
  refuseBeside(db, id, held.record.collection)
  if (held.record.state !== 'UNDOING') await hide(db, held)
  let undone = demandImport(db, id, ['UNDOING']).undone ?? NOTHING
  for (const range of ranges(db)) {
    undone = removeRange(db, held.ref, range, undone)
    onProgress(undone.events)
    await setImmediate()
  }
  makeIndexes(db)
  return { ...undone, version: end(db, held) }
}

/** Hides what goes. Begins anew where somebody has written since it was found out who is still named. */
async function hide(db: Connection, held: HeldImport): Promise<void> {
  for (;;) {
    const before = db.first(version, {}) ?? 0
    const named: Named = { byRef: new Map(), isFree: false }
    const collection = db.first(collectionRefs, { ids: list([held.record.collection]) })?.[1] ?? 0
    for (const range of ranges(db)) {
      giveAway(db, held.ref, range)
      const others = db.all(undo.namedByOthers, { ...range, import: held.ref, collection })
      for (const [actor, here, free] of others) {
        named.byRef.set(actor, here === 1 || (named.byRef.get(actor) ?? false))
        named.isFree ||= free === 1
      }
      await setImmediate()
    }
    if (db.writing(() => ({ keep: true, value: hideAt(db, held, before, named) }))) return
  }
}

function hideAt(db: Connection, held: HeldImport, before: number, named: Named): boolean {
  if ((db.first(version, {}) ?? 0) !== before) return false
  keepNeeded(db, held, named)
  db.run(beginUndo, { ref: held.ref, undone: JSON.stringify(NOTHING) })
  if (held.record.state !== 'DONE') return true
  const ids = db.all(idsOfImport, { import: held.ref, after: 0, most: MOST_EVENTS_LISTED + 1 })
  db.run(raiseVersion, {})
  noteChange(db, before + 1, new Set(ids), true)
  return true
}

/** Events that a hand has changed belong to nobody from now on, shared ones to another import; that this one has brought them is kept. */
function giveAway(db: Connection, own: number, range: Range): void {
  db.writing(() => {
    const staying = db.all(undo.stayingInRange, { ...range, import: own })
    if (staying.length === 0) return { keep: false, value: undefined }
    const moved = list(staying.map(({ ref, next }) => [ref, next]))
    db.run(undo.giveEvents, { moved })
    db.run(undo.disownGiven, { moved })
    db.run(ownEvents, { import: own, refs: list(staying.map(({ ref }) => ref)) })
    return { keep: true, value: undefined }
  })
}

function removeRange(db: Connection, own: number, range: Range, before: UndoneSoFar): UndoneSoFar {
  return db.writing(() => {
    const gone = db.all(undo.deleteInRange, { ...range, import: own })
    const worded = gone.filter(([, words]) => words === 1).map(([ref]) => ref)
    if (worded.length > 0) db.run(deleteEventWords, { refs: list(worded) })
    const others = db.all(undo.disownedInRange, { ...range, import: own })
    db.run(undo.disownInRange, { ...range, import: own })
    const kept = others.filter(([, byHand]) => byHand === 1).map(([id]) => id)
    const undone = {
      events: before.events + gone.length,
      shared: before.shared + others.length - kept.length,
      kept: [...before.kept, ...kept].slice(0, MOST_KEPT_LISTED),
      keptTotal: before.keptTotal + kept.length,
    }
    const anything = gone.length > 0 || others.length > 0
    if (anything) db.run(noteUndone, { ref: own, undone: JSON.stringify(undone) })
    return { keep: anything, value: undone }
  })
}

/** Takes away what is left: parts, and the import itself. */
function end(db: Connection, { ref, record }: HeldImport): number {
  return db.writing(() => {
    db.run(raiseVersion, {})
    const raised = db.first(version, {}) ?? 0
    removeParts(db, ref, record.collection, raised)
    db.run(deleteImport, { ref })
    noteChange(db, raised, new Set(), true)
    return { keep: true, value: raised }
  })
}

function* ranges(db: Connection): Iterable<Range> {
  let after = 0
  for (;;) {
    const through = db.first(endOfChunk, { after, many: EVENTS_AT_ONCE })
    if (through === null) return
    yield { after, through }
    after = through
  }
}
