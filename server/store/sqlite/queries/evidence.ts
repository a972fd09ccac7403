import { sql, type Write } from '../sql.ts'

export type EvidenceParams = {
  /** Place in the order written. */
  readonly n: number
  readonly id: string
  readonly source: number
  readonly relayedFrom: number | null
  readonly speaker: string | null
  readonly quote: string | null
  readonly paraphrase: string | null
  readonly locator: string | null
  readonly stance: number
  readonly about: number
}

export const insertEvidence: Write<{ readonly event: number } & EvidenceParams> = {
  name: 'insert-evidence',
  text: sql`
    INSERT INTO evidence (event, n, id, source, relayed_from, speaker, quote, paraphrase, locator, stance, about)
    VALUES (@event, @n, @id, @source, @relayedFrom, @speaker, @quote, @paraphrase, @locator, @stance, @about)`,
}

export const deleteEvidence: Write<{ readonly event: number }> = {
  name: 'delete-evidence',
  text: sql`DELETE FROM evidence WHERE event = @event`,
}

export const insertStatus: Write<{
  readonly event: number
  readonly n: number
  readonly status: number
  readonly day: number
  readonly note: string | null
}> = {
  name: 'insert-status',
  text: sql`INSERT INTO status (event, n, status, day, note) VALUES (@event, @n, @status, @day, @note)`,
}

export const deleteStatuses: Write<{ readonly event: number }> = {
  name: 'delete-statuses',
  text: sql`DELETE FROM status WHERE event = @event`,
}

/** `type`: 0 breaks, 1 restores. */
export const insertLink: Write<{
  readonly event: number
  readonly type: number
  readonly n: number
  readonly other: string
}> = {
  name: 'insert-link',
  text: sql`INSERT INTO link (event, type, n, other) VALUES (@event, @type, @n, @other)`,
}

export const deleteLinks: Write<{ readonly event: number }> = {
  name: 'delete-links',
  text: sql`DELETE FROM link WHERE event = @event`,
}
