import type { EventChunk, EventTuple } from '../graph-store.ts'
import * as columns from './queries/columns.ts'
import type { Connection } from './run.ts'

const NOTHING: EventChunk = { events: [], evidence: [], statuses: [], links: [] }

/** All events. Edges that are no event of Entente are left out. @param unreadable told how many these were, at the end. */
export async function* readColumns(db: Connection, unreadable: (many: number) => void): AsyncIterable<EventChunk> {
  let skipped = 0
  for await (const rows of db.stream(columns.allEventColumns, {})) {
    const events = readable(rows)
    skipped += rows.length - events.length
    yield { ...NOTHING, events }
  }
  for await (const evidence of db.stream(columns.allEvidence, {})) yield { ...NOTHING, evidence }
  for await (const statuses of db.stream(columns.allStatuses, {})) yield { ...NOTHING, statuses }
  for await (const links of db.stream(columns.allLinks, {})) yield { ...NOTHING, links }
  unreadable(skipped)
}

export async function readColumnsOf(db: Connection, wanted: readonly string[]): Promise<EventChunk> {
  const ids = [...new Set(wanted)]
  return {
    events: readable(await db.all(columns.eventColumnsById, { ids })),
    evidence: await db.all(columns.evidenceById, { ids }),
    statuses: await db.all(columns.statusesById, { ids }),
    links: await db.all(columns.linksById, { ids }),
  }
}

function readable(rows: readonly (EventTuple | null)[]): EventTuple[] {
  return rows.filter((row) => row !== null)
}
