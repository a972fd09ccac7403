import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { storeFile, toDataFolder } from '../../server/config.ts'
import type { Batch, GraphStore } from '../../server/store/graph-store.ts'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'
import { ROOT } from '../stale.ts'
import type { Subject } from './catalogue.ts'
import { HUB, hubBatches } from './hub.ts'
import { REAL_HUB, REAL_LAST_DAY, realBatches } from './real-events.ts'

/** The published rows; they do not lie in this repository. */
export const REAL_FILE = join(ROOT, '../shared/data/icews18/icews18_sep_named.tsv')
export const IS_REAL = existsSync(REAL_FILE)

/** What the events of this run are. */
export const EVENTS_ARE = IS_REAL
  ? 'Events are real ones, repeated: the September month of ICEWS18, again and again, each copy 30 days before the one before.'
  : 'Events are made up, because the published files were not there: one actor and 200 others, 300 days.'

export const SUBJECT: Subject = IS_REAL
  ? {
      hub: REAL_HUB,
      other: 'china',
      far: 'police-singapore',
      lastDay: REAL_LAST_DAY,
      monthAgo: '2018-08-29',
      yearAgo: '2017-09-28',
    }
  : { hub: HUB, other: 'other-1', far: 'other-7', lastDay: '2025-10-27', monthAgo: '2025-09-28', yearAgo: '2025-01-01' }

export function batches(events: number, batch: number): Generator<Batch> {
  return IS_REAL ? realBatches(events, batch) : hubBatches(events, batch)
}

export async function fill(store: GraphStore, events: number, batch = 50_000): Promise<void> {
  for (const each of batches(events, batch)) await store.apply(each)
}

/** A data folder with so many events under a folder, made where it is not there; and its SQLite file. */
export async function dataFolder(
  under: string,
  events: number,
): Promise<{ readonly data: string; readonly file: string }> {
  const data = join(under, String(events))
  const file = storeFile(toDataFolder(data))
  if (existsSync(file)) return { data, file }
  mkdirSync(data, { recursive: true })
  const store = openSqliteStore(file)
  await fill(store, events)
  await store.close()
  return { data, file }
}
