import type { ActorEntry } from '../../../domain/records.ts'
import { ACTOR_KINDS, codeOf } from '../../../domain/words.ts'
import { dropNames, indexNames } from '../apply/names.ts'
import type { Connection } from '../connection.ts'
import { writeActorEntry } from '../queries/actors.ts'

export interface EntryToWrite {
  readonly record: ActorEntry
  readonly actor: number
  readonly collection: number
  /** The entry's ref where it is there. */
  readonly held: number | null
  readonly writer: number
  readonly version: number
}

/** Writes an actor's entry and makes its names searchable. */
export function writeEntry(db: Connection, { record, actor, collection, held, writer, version }: EntryToWrite): void {
  if (held !== null) dropNames(db, [held])
  const entry = db.first(writeActorEntry, {
    actor,
    collection,
    kind: codeOf(ACTOR_KINDS, record.kind),
    name: record.name,
    article: record.article ? 1 : 0,
    aliases: JSON.stringify(record.aliases),
    description: record.description,
    unspecified: record.unspecified ? 1 : 0,
    writer,
    version,
  })
  if (entry !== null) indexNames(db, entry, record)
}
