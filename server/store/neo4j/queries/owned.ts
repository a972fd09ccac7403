import type { RecordKey } from '../../../domain/record-key.ts'
import type { ActorEntry } from '../../../domain/records.ts'
import { cypher, type NoParams, type Read, type Write } from '../cypher.ts'
import { fromJson } from '../decode.ts'

/** Of actors' entries, affiliations, sources and collections: by which imports they were brought. */

export interface PartOwner {
  readonly key: RecordKey
  readonly import: string
  /** An actor's entry as that import writes it. */
  readonly record: ActorEntry | null
}

/** By finished imports, sorted by the id of the import. */
export const partOwners: Read<
  { readonly keys: readonly string[] },
  readonly [RecordKey, string, string | null],
  PartOwner
> = {
  name: 'part-owners',
  text: cypher`
    MATCH (o:Owned) WHERE o.key IN $keys
    MATCH (i:Import {id: o.import}) WHERE i.state = 'DONE'
    RETURN [o.key, o.import, o.record] AS row ORDER BY o.import`,
  decode: ([key, owner, record]) => ({ key, import: owner, record: fromJson(record) as ActorEntry | null }),
}

/** Keys of what only imports own that are unfinished or being undone. */
export const hiddenKeys: Read<NoParams, readonly [RecordKey], RecordKey> = {
  name: 'hidden-keys',
  text: cypher`
    MATCH (i:Import) WHERE i.state IN ['UNFINISHED', 'UNDOING']
    MATCH (o:Owned {import: i.id})
    WHERE NOT EXISTS { MATCH (other:Owned {key: o.key}) MATCH (d:Import {id: other.import}) WHERE d.state = 'DONE' }
    RETURN [o.key] AS row`,
  decode: ([key]) => key,
}

/** What an import owns, with how many other imports own it. */
export const partsOfImport: Read<
  { readonly import: string },
  readonly [RecordKey, number],
  { readonly key: RecordKey; readonly others: number }
> = {
  name: 'parts-of-import',
  text: cypher`
    MATCH (o:Owned {import: $import})
    RETURN [o.key, COUNT { MATCH (other:Owned {key: o.key}) } - 1] AS row`,
  decode: ([key, others]) => ({ key, others }),
}

/** What one import noted of some keys. */
export const partsNoted: Read<
  { readonly import: string; readonly keys: readonly string[] },
  readonly [RecordKey, string | null],
  readonly [key: RecordKey, record: ActorEntry | null]
> = {
  name: 'parts-noted',
  text: cypher`MATCH (o:Owned) WHERE o.key IN $keys AND o.import = $import RETURN [o.key, o.record] AS row`,
  decode: ([key, record]) => [key, fromJson(record) as ActorEntry | null],
}

export type OwnedParams = {
  readonly key: string
  readonly import: string
  /** JSON. */
  readonly record: string | null
  readonly isNew: boolean
}

/**
 * What was there and nobody owns stays nobody's: it would be hidden. A record takes the place of the one that was noted.
 */
export const ownParts: Write<{ readonly rows: readonly OwnedParams[] }> = {
  name: 'write-owned',
  text: cypher`
    UNWIND $rows AS row
    WITH row WHERE row.isNew OR EXISTS { MATCH (other:Owned {key: row.key}) }
    MERGE (o:Owned {key: row.key, import: row.import})
    SET o.record = row.record`,
}

export const disownParts: Write<{ readonly import: string; readonly keys: readonly string[] }> = {
  name: 'delete-owned',
  text: cypher`MATCH (o:Owned) WHERE o.key IN $keys AND o.import = $import DELETE o`,
}
