import { setImmediate } from 'node:timers/promises'
import { FLAG } from '../../../domain/snapshot.ts'
import type { CodedRow } from '../../import-store.ts'
import type { Connection } from '../connection.ts'
import { actorIds } from '../queries/actors.ts'
import { collectionRefs } from '../queries/collections.ts'
import { endOfChunk } from '../queries/columns.ts'
import { codedInRange, type CodedTuple } from '../queries/import-events.ts'
import { wordRefs, wordsAfter } from '../queries/words.ts'
import { list } from '../sql.ts'

const ROWS_A_CHUNK = 20_000

/** As they are stored, chunk by chunk; no statement stays open between chunks. */
export function* codedTuples(db: Connection, id: string, codes: readonly string[]): Iterable<readonly CodedTuple[]> {
  const collection = db.first(collectionRefs, { ids: list([id]) })?.[1]
  const known = list(db.all(wordRefs, { ids: list(new Set(codes)) }).map(([, ref]) => ref))
  if (collection === undefined) return
  let after = 0
  for (;;) {
    const through = db.first(endOfChunk, { after, many: ROWS_A_CHUNK })
    if (through === null) return
    yield db.all(codedInRange, { after, through, collection, codes: known })
    after = through
  }
}

export async function* codedRows(
  db: Connection,
  collection: string,
  codes: readonly string[],
): AsyncIterable<readonly CodedRow[]> {
  const words: string[] = []
  const actors: string[] = []
  for (const tuples of codedTuples(db, collection, codes)) {
    for (const [ref, text] of db.all(wordsAfter, { ref: words.length - 1 })) words[ref] = text
    for (const [ref, id] of db.all(actorIds, { ref: actors.length - 1 })) actors[ref] = id
    const rows = tuples.map(([, id, actor, target, earliest, code, actorName, targetName, flags]) => ({
      id,
      actor: actors[actor] ?? '',
      target: actors[target] ?? '',
      earliest,
      code: words[code] ?? '',
      actorName: words[actorName] ?? '',
      targetName: words[targetName] ?? '',
      mirror: (flags & FLAG.MIRROR) !== 0,
    }))
    if (rows.length > 0) yield rows
    await setImmediate()
  }
}
