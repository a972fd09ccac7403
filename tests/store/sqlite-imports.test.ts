import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe } from 'vitest'
import type { GraphStore } from '../../server/store/graph-store.ts'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'
import { importConformance } from './import-conformance.ts'

const path = join(tmpdir(), `entente-imports-${process.pid}.db`)
let store: GraphStore

function wipe(): void {
  for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true })
}

beforeEach(() => {
  wipe()
  store = openSqliteStore(path)
})
afterEach(async () => {
  await store.close()
  wipe()
})

describe('SQLite', () => {
  importConformance(
    () => store,
    async () => openSqliteStore(path),
  )
})
