import { mkdirSync } from 'node:fs'
import { storeFile, toDataFolder } from '../../server/config.ts'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'
import { realBatches } from './real-events.ts'

/** `node scripts/bench/make-events.ts <data folder> <events>`: a store of real events, repeated; what is there stays. */
const [, , folder = '', many = ''] = process.argv
const events = Number(many)
if (folder === '' || !Number.isInteger(events) || events < 1) {
  process.stderr.write('Give a data folder and how many events.\n')
  process.exit(2)
}
mkdirSync(folder, { recursive: true })
const store = openSqliteStore(storeFile(toDataFolder(folder)))
const began = performance.now()
for (const batch of realBatches(events, 50_000)) await store.apply(batch)
process.stdout.write(`${events} events in ${Math.round(performance.now() - began)} ms\n`)
await store.close()
