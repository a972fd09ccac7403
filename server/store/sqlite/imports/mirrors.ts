import { setImmediate } from 'node:timers/promises'
import { FLAG } from '../../../domain/snapshot.ts'
import { noteChange } from '../apply/note-change.ts'
import type { Connection } from '../connection.ts'
import { eventRefs, forgetMirrors, noteMirrors, turnFlags, type CodedTuple } from '../queries/import-events.ts'
import { hiddenImportOf } from '../queries/imports.ts'
import { raiseVersion, version } from '../queries/version.ts'
import { list } from '../sql.ts'
import { codedTuples } from './coded-rows.ts'

/** Events whose flag is turned in one transaction, where nobody sees them yet. */
const TURNED_AT_ONCE = 5_000

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
  const wanted = new RefSet()
  for await (const ids of mirrors) for (const ref of db.all(eventRefs, { ids: list(ids) })) wanted.add(ref)
  const seen: CodedTuple[] = []
  for (const tuples of codedTuples(db, collection, codes)) {
    const turned = tuples.filter(([ref, , , , , , , , flags]) => wanted.has(ref) !== ((flags & FLAG.MIRROR) !== 0))
    const hidden = turned.filter((tuple) => tuple[9] === 1)
    for (let at = 0; at < hidden.length; at += TURNED_AT_ONCE) turn(db, hidden.slice(at, at + TURNED_AT_ONCE))
    for (const tuple of turned) if (tuple[9] !== 1) seen.push(tuple)
    await setImmediate()
  }
  turnSeen(db, collection, seen)
}

function turn(db: Connection, hidden: readonly CodedTuple[]): void {
  db.writing(() => {
    db.all(turnFlags, { refs: refsOf(hidden), mask: FLAG.MIRROR })
    return { keep: true, value: undefined }
  })
}

function turnSeen(db: Connection, collection: string, seen: readonly CodedTuple[]): void {
  db.writing(() => {
    db.run(forgetMirrors, { collection })
    if (db.first(hiddenImportOf, { collection })?.state === 'UNFINISHED') {
      const flagged = list(seen.map((tuple) => [tuple[0], (tuple[8] & FLAG.MIRROR) ^ FLAG.MIRROR]))
      db.run(noteMirrors, { collection, flagged })
    } else if (seen.length > 0) {
      db.run(raiseVersion, {})
      const ids = db.all(turnFlags, { refs: refsOf(seen), mask: FLAG.MIRROR })
      noteChange(db, db.first(version, {}) ?? 0, new Set(ids), false)
    }
    return { keep: true, value: undefined }
  })
}

function refsOf(tuples: readonly CodedTuple[]): string {
  return list(tuples.map(([ref]) => ref))
}

/** A set of small whole numbers, one bit each. */
class RefSet {
  #bits = new Uint8Array(1024)

  add(ref: number): void {
    const at = ref >> 3
    if (at >= this.#bits.length) {
      const grown = new Uint8Array(Math.max(at + 1, this.#bits.length * 2))
      grown.set(this.#bits)
      this.#bits = grown
    }
    this.#bits[at] = (this.#bits[at] ?? 0) | (1 << (ref & 7))
  }

  has(ref: number): boolean {
    return ((this.#bits[ref >> 3] ?? 0) & (1 << (ref & 7))) !== 0
  }
}
