import type { ActorEntry } from '../../../domain/records.ts'
import { fold } from '../../../domain/search.ts'
import { toGrams } from '../../letter-pairs.ts'
import type { Connection } from '../connection.ts'
import * as names from '../queries/names.ts'
import { list } from '../sql.ts'

/** Makes an entry's names searchable. */
export function indexNames(db: Connection, entry: number, record: ActorEntry): void {
  for (const text of new Set([record.name, ...record.aliases])) {
    const folded = fold(text)
    const ref = db.run(names.insertName, { entry, text, folded }).key
    db.run(names.insertNameWords, { ref, folded })
    db.run(names.insertNameParts, { ref, folded })
    db.run(names.insertNameGrams, { ref, grams: list(toGrams(folded)) })
  }
}

/** Takes the names of entries out of the search. */
export function dropNames(db: Connection, entries: readonly number[]): void {
  const held = db.all(names.namesOfEntries, { entries: list(entries) })
  if (held.length === 0) return
  for (const [ref, folded] of held) db.run(names.deleteNameGrams, { ref, grams: list(toGrams(folded)) })
  const refs = list(held.map(([ref]) => ref))
  db.run(names.deleteNameWords, { refs })
  db.run(names.deleteNameParts, { refs })
  db.run(names.deleteNames, { refs })
}
