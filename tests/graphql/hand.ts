import { CASE, WORD, type Serving } from './serving.ts'

/** What every mutation answers, of what is asked for here. */
export interface Change {
  readonly version: number
  readonly change: string
}

export const SUSPENDED = `${CASE}/uk-suspends-intelligence`

/** Canada suspends, on the day of the report, in a scope of its own. */
export const AID = {
  collection: CASE,
  actor: 'canada',
  target: 'us',
  kind: 'SUSPENSION',
  subtype: 'aid',
  scope: 'patrol boats',
  occurred: '2025-11-10',
  evidence: [WORD],
}

export const RECORD =
  'mutation ($event: EventInput!) { recordEvent(event: $event) { id version change event { version } } }'
export const UNDO = 'mutation ($change: ID!) { undo(change: $change, reason: "A slip.") { records version change } }'

interface Logged {
  readonly action: string
  readonly reason: string | null
  readonly record: string | null
  readonly before: unknown
  readonly after: unknown
}

/** The last entries of the audit log, newest first. */
export async function logged(served: Serving, first = 1): Promise<readonly Logged[]> {
  const { auditLog } = await served.ask<{ auditLog: { nodes: Logged[] } }>(
    'query ($first: Int) { auditLog(first: $first) { nodes { action reason record before after } } }',
    { first },
  )
  return auditLog.nodes
}
