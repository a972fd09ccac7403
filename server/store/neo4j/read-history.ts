import { compareCodePoints } from '../../domain/code-points.ts'
import { parseKey, type RecordKey } from '../../domain/record-key.ts'
import type { AuditAsk, AuditPage, Merge, RemovedRecord, Revision } from '../graph-store.ts'
import { importsHidden, keysHidden } from './hidden.ts'
import { auditEntries, auditEntriesOfRecord } from './queries/audit.ts'
import { allMerges } from './queries/merges.ts'
import { allRemoved } from './queries/removed.ts'
import { revisions } from './queries/revisions.ts'
import type { Connection } from './run.ts'

const NEWEST = Number.MAX_SAFE_INTEGER

export async function readRevisions(db: Connection, keys: readonly RecordKey[]): Promise<Map<RecordKey, Revision>> {
  const rows = await db.all(revisions, toRevisionParams(keys))
  const [imports, hidden] = [await importsHidden(db), await keysHidden(db)]
  const seen = rows.filter(([key, , owner]) => !hidden.has(key) && (owner === null || !imports.has(owner)))
  return new Map(seen.map(([key, revision]) => [key, revision]))
}

/** Ids of records by their kind, as `revisions` wants them. */
export function toRevisionParams(keys: readonly RecordKey[]) {
  const parsed = [...new Set(keys)].map(parseKey)
  const idsOf = (kind: string) => parsed.flatMap((each) => (each.kind === kind ? [each.id] : []))
  return {
    collections: idsOf('collection'),
    sources: idsOf('source'),
    entries: parsed.flatMap(({ kind, collection, id }) => (kind === 'actor' ? [{ actor: id, collection }] : [])),
    affiliations: idsOf('affiliation'),
    events: idsOf('event'),
  }
}

export async function readAudit(db: Connection, { first, before, key, version }: AuditAsk): Promise<AuditPage> {
  const most = version ?? NEWEST
  const until = Math.min(before?.version ?? NEWEST, most)
  const asked = { first, until, n: until === before?.version ? before.n : NEWEST, least: version ?? 0, most }
  const page =
    key === undefined
      ? await db.first(auditEntries, asked)
      : await db.first(auditEntriesOfRecord, { ...asked, record: key })
  return page ?? { entries: [], total: 0 }
}

export async function readRemovals(db: Connection): Promise<RemovedRecord[]> {
  const all = await db.all(allRemoved, {})
  return all.sort((a, b) => a.version - b.version || compareCodePoints(a.key, b.key))
}

export async function readMerges(db: Connection): Promise<Merge[]> {
  const all = await db.all(allMerges, {})
  return all.sort((a, b) => a.version - b.version || compareCodePoints(a.from, b.from))
}
