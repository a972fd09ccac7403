import { parseKey, type RecordKey, type RecordKind } from '../../domain/record-key.ts'
import type { AuditAsk, AuditEntry, AuditPage, RemovedRecord, Revision } from '../graph-store.ts'
import type { Connection } from './connection.ts'
import * as queries from './queries/audit.ts'
import { removedAfter } from './queries/removed.ts'
import { revisions } from './queries/revisions.ts'
import { list } from './sql.ts'

const NEWEST = Number.MAX_SAFE_INTEGER
/** An entry may hold two records with texts of some kB. */
const NOTES_A_CHUNK = 500

export function readRevisions(db: Connection, keys: readonly RecordKey[]): Map<RecordKey, Revision> {
  const wanted = [...new Set(keys)].map((key) => ({ key, ...parseKey(key) }))
  const of = (asked: RecordKind): string =>
    list(
      wanted
        .filter(({ kind }) => kind === asked)
        .map(({ key, kind, id, collection }) => (kind === 'actor' ? [key, id, collection] : [key, id])),
    )
  return new Map(
    db.all(revisions, {
      collection: of('collection'),
      source: of('source'),
      actor: of('actor'),
      affiliation: of('affiliation'),
      event: of('event'),
    }),
  )
}

/** A page of the audit log and its total, from one state of the file. */
export function readAudit(db: Connection, { first, before, key, version }: AuditAsk): AuditPage {
  const least = version ?? 0
  const all = { least, version: version === undefined ? NEWEST : version + 1, n: 0 }
  const older =
    before && (version === undefined || before.version <= version)
      ? { least, version: before.version, n: before.n }
      : all
  return db.reading(() =>
    key === undefined
      ? {
          entries: db.all(queries.auditEntries, { ...older, first }),
          total: db.first(queries.auditTotal, all) ?? 0,
        }
      : {
          entries: db.all(queries.auditEntriesOf, { ...older, key, first }),
          total: db.first(queries.auditTotalOf, { ...all, key }) ?? 0,
        },
  )
}

/** The whole audit log in chunks, oldest first. */
export function* auditChunks(db: Connection): Iterable<readonly AuditEntry[]> {
  let last = { version: 0, n: 0 }
  for (;;) {
    const { version, n } = last
    const chunk = db.all(queries.auditAfter, { version, n, many: NOTES_A_CHUNK })
    const end = chunk.at(-1)
    if (!end) return
    yield chunk
    last = end
  }
}

/** What hands took away, in chunks, oldest first. */
export function* removedChunks(db: Connection): Iterable<readonly RemovedRecord[]> {
  let last = { version: 0, key: '' }
  for (;;) {
    const { version, key } = last
    const chunk = db.all(removedAfter, { version, key, many: NOTES_A_CHUNK })
    const end = chunk.at(-1)
    if (!end) return
    yield chunk
    last = end
  }
}
