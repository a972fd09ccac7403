import type { Applied, Change } from '../../graph-store.ts'
import { cypher, type Read, type Write } from '../cypher.ts'

type ChangeRow = readonly [
  current: number,
  version: number | null,
  everything: boolean | null,
  events: readonly string[] | null,
]

/** One row a change, each with the store's version now; where nothing is listed, one row without a change. */
export const changesAfter: Read<
  { readonly version: number },
  ChangeRow,
  { readonly current: number; readonly change: Change | null }
> = {
  name: 'changes-after',
  text: cypher`
    MATCH (m:Meta {n: 0})
    WITH m.version AS current
    OPTIONAL MATCH (c:Change) WHERE c.version > $version AND c.version <= current
    RETURN [current, c.version, c.everything, c.events] AS row ORDER BY c.version`,
  decode: ([current, version, everything, events]) => ({
    current,
    change: version === null ? null : { version, everything: everything ?? true, events: events ?? [] },
  }),
  ofLeader: true,
}

export const insertChange: Write<{
  readonly version: number
  readonly everything: boolean
  readonly events: readonly string[]
  readonly token: string
  readonly changed: number
}> = {
  name: 'insert-change',
  text: cypher`
    CREATE (:Change {version: $version, everything: $everything, events: $events, token: $token, changed: $changed})`,
}

/** What the batch of this token did, if it stands already. `from`: the version that it was first to make. */
export const changeOfToken: Read<
  { readonly from: number; readonly token: string },
  readonly [version: number, changed: number],
  Applied
> = {
  name: 'change-of-token',
  text: cypher`MATCH (c:Change) WHERE c.version >= $from AND c.token = $token RETURN [c.version, c.changed] AS row`,
  decode: ([version, changed]) => ({ version, changed }),
}

/** Forgets the changes up to a version. */
export const forgetChanges: Write<{ readonly version: number }> = {
  name: 'forget-changes',
  text: cypher`MATCH (c:Change) WHERE c.version <= $version DELETE c`,
}
