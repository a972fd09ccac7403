import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'
import { stoppingConformance } from './stopping-conformance.ts'

const path = join(tmpdir(), `entente-stopping-${process.pid}.db`)

stoppingConformance({
  name: 'SQLite',
  open: async (onStatement) => openSqliteStore(path, { onStatement }),
  wipe: async () => {
    for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true })
  },
})
