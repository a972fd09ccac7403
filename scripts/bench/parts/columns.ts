import Database from 'better-sqlite3'
import { loadAll } from '../../../server/memory/load.ts'
import { openSqliteStore } from '../../../server/store/sqlite/sqlite-store.ts'
import { inTurn } from '../measure.ts'
import type { Part } from '../part.ts'
import { short, times } from '../report.ts'
import { dataFolder } from '../stores.ts'

/** What a question counts with. */
const COLUMNS = [
  'actor',
  'target',
  'earliest',
  'latest',
  'flags',
  'kind',
  'subtype',
  'stage',
  'strength',
  'mark',
] as const

export const columns: Part = async ({ sizes, rounds, folder, say }) => {
  const rows: string[][] = []
  const points: { events: number; ms: number }[] = []
  for (const events of sizes) {
    const { file } = await dataFolder(folder, events)
    say(`columns of ${events}`)
    const store = openSqliteStore(file)
    const db = new Database(file, { readonly: true })
    const { ours, bare } = await inTurn(Math.min(rounds, 5), {
      ours: () => loadAll(store),
      bare: () => readBare(db),
    })
    db.close()
    await store.close()
    rows.push([
      events.toLocaleString('en'),
      `${short(ours.median)} / ${short(ours.p95)}`,
      short(ours.cpu),
      `${short(bare.median)} / ${short(bare.p95)}`,
      short(bare.cpu),
      times(ours.median, bare.median),
    ])
    points.push({ events, ms: ours.median })
  }
  return {
    title: 'Loading of columns',
    says: `All that questions need, from SQLite into memory, median / p95 in milliseconds, beside bare better-sqlite3 that reads ${COLUMNS.length} numbers an event into typed arrays, and no ids, words, orders or lists. 400 ms was to be reached for 470,000 events.`,
    head: ['events', 'ms', 'CPU', 'bare, ms', 'CPU', 'times'],
    rows,
    growth: [{ name: 'loading of columns', points }],
  }
}

function readBare(db: Database.Database): Int32Array[] {
  const events = db.prepare<[], number>('SELECT count(*) FROM event').pluck().get() ?? 0
  const into = COLUMNS.map(() => new Int32Array(events))
  const statement = db.prepare<[], number[]>(`SELECT ${COLUMNS.join(', ')} FROM event`).raw()
  let row = 0
  for (const values of statement.iterate()) {
    for (let column = 0; column < into.length; column++) (into[column] as Int32Array)[row] = values[column] as number
    row++
  }
  if (row !== events) throw new Error(`${row} events were read, not ${events}.`)
  return into
}
