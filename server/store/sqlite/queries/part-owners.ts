import type { RecordKey } from '../../../domain/record-key.ts'
import type { ActorEntry } from '../../../domain/records.ts'
import { sql, type Read, type Write } from '../sql.ts'

/** Of actors, affiliations, sources and collections: by which imports they were brought. */

export interface PartOwner {
  readonly key: RecordKey
  readonly import: string
  /** An actor's entry as that import writes it. */
  readonly record: ActorEntry | null
}

type OwnerRow = readonly [key: string, owner: string, record: string | null]

function decode([key, owner, record]: OwnerRow): PartOwner {
  return { key: key as RecordKey, import: owner, record: record === null ? null : (JSON.parse(record) as ActorEntry) }
}

/** `keys`: a JSON list. Sorted by the id of the import. */
export const partOwners: Read<{ readonly keys: string }, OwnerRow, PartOwner> = {
  name: 'part-owners',
  text: sql`
    SELECT part_owner.key, import.id, part_owner.record
    FROM json_each(@keys) AS wanted
    CROSS JOIN part_owner ON part_owner.key = wanted.value
    CROSS JOIN import ON import.ref = part_owner.import
    WHERE import.state = 1 ORDER BY import.id`,
  decode,
}

/** What an import owns, with how many other imports own it. */
export const partsOfImport: Read<
  { readonly import: number },
  readonly [key: string, others: number],
  { readonly key: RecordKey; readonly others: number }
> = {
  name: 'parts-of-import',
  text: sql`
    SELECT mine.key, (SELECT count(*) - 1 FROM part_owner AS other WHERE other.key = mine.key)
    FROM part_owner AS mine WHERE mine.import = @import`,
  decode: ([key, others]) => ({ key: key as RecordKey, others }),
}

/**
 * `owned`: a JSON list of key, record (a JSON text or null) and whether it is new. What was there and nobody owns stays nobody's: it would
 * be hidden. A record takes the place of the one that was noted.
 */
export const ownParts: Write<{ readonly import: number; readonly owned: string }> = {
  name: 'own-parts',
  text: sql`
    INSERT INTO part_owner (key, import, record)
    SELECT wanted.value ->> 0, @import, wanted.value ->> 1 FROM json_each(@owned) AS wanted
    WHERE wanted.value ->> 2 OR EXISTS (SELECT 1 FROM part_owner AS other WHERE other.key = wanted.value ->> 0)
    ON CONFLICT (key, import) DO UPDATE SET record = excluded.record WHERE record IS NOT excluded.record`,
}

/** What one import noted of some keys. `keys`: a JSON list. */
export const partsNoted: Read<
  { readonly import: number; readonly keys: string },
  readonly [string, string | null],
  readonly [key: string, record: ActorEntry | null]
> = {
  name: 'parts-noted',
  text: sql`
    SELECT part_owner.key, part_owner.record
    FROM json_each(@keys) AS wanted CROSS JOIN part_owner ON part_owner.key = wanted.value
    WHERE part_owner.import = @import`,
  decode: ([key, record]) => [key, record === null ? null : (JSON.parse(record) as ActorEntry)],
}

/** `keys`: a JSON list. */
export const disownParts: Write<{ readonly import: number; readonly keys: string }> = {
  name: 'disown-parts',
  text: sql`DELETE FROM part_owner WHERE key IN (SELECT value FROM json_each(@keys)) AND import = @import`,
}

/** Of whomever. `keys`: a JSON list. */
export const disownPartsWholly: Write<{ readonly keys: string }> = {
  name: 'disown-parts-wholly',
  text: sql`DELETE FROM part_owner WHERE key IN (SELECT value FROM json_each(@keys))`,
}
