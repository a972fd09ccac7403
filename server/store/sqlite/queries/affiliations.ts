import type { AffiliationRecord } from '../../../domain/records.ts'
import type { Held } from '../../differing.ts'
import { decodeAffiliation, type AffiliationRow } from '../decode.ts'
import type { EvidenceParams } from './evidence.ts'
import { sql, type NoParams, type Read, type Write } from '../sql.ts'

/** Oldest first. */
export const allAffiliations: Read<NoParams, AffiliationRow, Held<AffiliationRecord>> = {
  name: 'affiliations',
  text: sql`
    SELECT ref, id, collection, type, actor, whom, role, since, until, evidence, writer_by, writer_name, version
    FROM affiliation_record WHERE hidden IS NOT 1 ORDER BY created, id`,
  decode: decodeAffiliation,
}

export const affiliationsOfCollection: Read<
  { readonly collection: number },
  AffiliationRow,
  Held<AffiliationRecord>
> = {
  name: 'affiliations-of-collection',
  text: sql`
    SELECT ref, id, collection, type, actor, whom, role, since, until, evidence, writer_by, writer_name, version
    FROM affiliation_record WHERE collection_ref = @collection AND hidden IS NOT 1 ORDER BY id`,
  decode: decodeAffiliation,
}

/** Hidden ones too. */
export const allAffiliationsOfCollection: Read<
  { readonly collection: number },
  AffiliationRow,
  Held<AffiliationRecord>
> = {
  name: 'all-affiliations-of-collection',
  text: sql`
    SELECT ref, id, collection, type, actor, whom, role, since, until, evidence, writer_by, writer_name, version
    FROM affiliation_record WHERE collection_ref = @collection`,
  decode: decodeAffiliation,
}

/** Hidden ones too. `ids`: a JSON list. */
export const affiliationsById: Read<{ readonly ids: string }, AffiliationRow, Held<AffiliationRecord>> = {
  name: 'affiliations-held',
  text: sql`
    SELECT ref, record.id, collection, record.type, actor, whom, role, since, until, evidence, writer_by, writer_name, version
    FROM json_each(@ids) AS wanted CROSS JOIN affiliation_record AS record ON record.id = wanted.value`,
  decode: decodeAffiliation,
}

/** `ids`: a JSON list. */
export const seenAffiliationsById: Read<{ readonly ids: string }, AffiliationRow, Held<AffiliationRecord>> = {
  name: 'affiliations-by-id',
  text: sql`
    SELECT ref, record.id, collection, record.type, actor, whom, role, since, until, evidence, writer_by, writer_name, version
    FROM json_each(@ids) AS wanted CROSS JOIN affiliation_record AS record ON record.id = wanted.value
    WHERE hidden IS NOT 1`,
  decode: decodeAffiliation,
}

export type AffiliationParams = {
  readonly id: string
  readonly collection: number
  readonly type: number
  readonly actor: number
  readonly whom: number
  readonly role: string | null
  readonly since: string | null
  readonly until: string | null
  readonly writer: number
  readonly version: number
}

/** Returns its ref. */
export const writeAffiliation: Read<AffiliationParams, readonly [number], number> = {
  name: 'write-affiliation',
  text: sql`
    INSERT INTO affiliation (id, collection, type, actor, whom, role, since, until, writer, version, created)
    VALUES (@id, @collection, @type, @actor, @whom, @role, @since, @until, @writer, @version, @version)
    ON CONFLICT (id) DO UPDATE SET collection = excluded.collection, type = excluded.type, actor = excluded.actor,
      whom = excluded.whom, role = excluded.role, since = excluded.since, until = excluded.until,
      writer = excluded.writer, version = excluded.version
    RETURNING ref`,
  decode: ([ref]) => ref,
}

export const insertAffiliationEvidence: Write<{ readonly affiliation: number } & EvidenceParams> = {
  name: 'insert-affiliation-evidence',
  text: sql`
    INSERT INTO affiliation_evidence
      (affiliation, n, id, source, relayed_from, speaker, quote, paraphrase, locator, stance, about)
    VALUES (@affiliation, @n, @id, @source, @relayedFrom, @speaker, @quote, @paraphrase, @locator, @stance, @about)`,
}

export const deleteAffiliationEvidence: Write<{ readonly affiliation: number }> = {
  name: 'delete-affiliation-evidence',
  text: sql`DELETE FROM affiliation_evidence WHERE affiliation = @affiliation`,
}

/** Returns the ids of those that were there. */
export const deleteAffiliations: Read<{ readonly ids: string }, readonly [string], string> = {
  name: 'delete-affiliations',
  text: sql`DELETE FROM affiliation WHERE id IN (SELECT value FROM json_each(@ids)) RETURNING id`,
  decode: ([id]) => id,
}
