import type { EventChunk } from '../graph-store.ts'
import * as columns from './queries/columns.ts'
import type { Connection } from './run.ts'

const NOTHING: EventChunk = { events: [], evidence: [], statuses: [], links: [] }

/** All events. What is no event of Entente, or no evidence of it, is left out. @param unreadable told how many, at the end. */
export async function* readColumns(db: Connection, unreadable: (many: number) => void): AsyncIterable<EventChunk> {
  let skipped = 0
  const keep = <T>(rows: readonly (T | null)[]): T[] => {
    const kept = readable(rows)
    skipped += rows.length - kept.length
    return kept
  }
  for await (const rows of db.stream(columns.allEventColumns, {})) yield { ...NOTHING, events: keep(rows) }
  for await (const rows of db.stream(columns.allEvidence, {})) yield { ...NOTHING, evidence: keep(rows) }
  for await (const rows of db.stream(columns.allStatuses, {})) yield { ...NOTHING, statuses: keep(rows) }
  for await (const links of db.stream(columns.allLinks, {})) yield { ...NOTHING, links }
  unreadable(skipped)
}

export async function readColumnsOf(db: Connection, wanted: readonly string[]): Promise<EventChunk> {
  const ids = [...new Set(wanted)]
  return {
    events: readable(await db.all(columns.eventColumnsById, { ids })),
    evidence: readable(await db.all(columns.evidenceById, { ids })),
    statuses: readable(await db.all(columns.statusesById, { ids })),
    links: await db.all(columns.linksById, { ids }),
  }
}

function readable<T>(rows: readonly (T | null)[]): T[] {
  return rows.filter((row) => row !== null)
}
