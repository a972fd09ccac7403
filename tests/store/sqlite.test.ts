import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'
import { storeConformance } from './conformance.ts'

const path = join(tmpdir(), `entente-conformance-${process.pid}.db`)

storeConformance({
  name: 'SQLite',
  open: async () => openSqliteStore(path),
  wipe: async () => {
    for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true })
  },
})
