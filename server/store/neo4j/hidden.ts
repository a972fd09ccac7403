import type { RecordKey } from '../../domain/record-key.ts'
import type { Held } from '../differing.ts'
import { hiddenImports } from './queries/imports.ts'
import { hiddenKeys } from './queries/owned.ts'
import type { EventPlace } from './decode.ts'
import type { Connection } from './run.ts'

/*
 * What an unfinished import brings is hidden. Who reads finds out after the rows have come what of them is: what has begun meanwhile is
 * hidden then, and what was finished meanwhile may be seen.
 */

/** Of parts those that are seen. */
export async function seenParts<R, Ref>(
  db: Connection,
  held: readonly Held<R, Ref>[],
  keyOfRecord: (record: R) => RecordKey,
): Promise<readonly Held<R, Ref>[]> {
  const hidden = await keysHidden(db)
  return hidden.size === 0 ? held : held.filter(({ record }) => !hidden.has(keyOfRecord(record)))
}

export async function keysHidden(db: Connection): Promise<ReadonlySet<string>> {
  return new Set(await db.all(hiddenKeys, {}))
}

/** Of events those that are seen. */
export async function seenEvents<R>(
  db: Connection,
  held: readonly Held<R, EventPlace>[],
): Promise<readonly Held<R, EventPlace>[]> {
  if (held.every(({ ref }) => ref.import === null)) return held
  const hidden = await importsHidden(db)
  return held.filter(({ ref }) => ref.import === null || !hidden.has(ref.import))
}

export async function importsHidden(db: Connection): Promise<ReadonlySet<string>> {
  return new Set(await db.all(hiddenImports, {}))
}
