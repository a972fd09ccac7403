import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'
import { numberedBatch } from './numbered-batches.ts'

/** Applies numbered batches to the file that it is given, from where that file stands, until it is killed; says each that is done. */
const [path] = process.argv.slice(2)
if (path === undefined) throw new RangeError('Which file?')
const store = openSqliteStore(path)
for (;;) {
  const { version } = await store.apply(numberedBatch((await store.version()) + 1))
  process.stdout.write(`${version}\n`)
}
