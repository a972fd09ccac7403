import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './stale.ts'

const LOCK = join(ROOT, 'package-lock.json')

interface Lock {
  readonly packages: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

/**
 * Writes into the lock that better-sqlite3 needs no compiler, as its package says. npm 10 and older look for that in the lock alone,
 * and each `npm install` drops it; without it they call node-gyp, which fails where there is no Python or make.
 */
export function keepLock(): void {
  const text = readFileSync(LOCK, 'utf8')
  const lock = JSON.parse(text) as Lock
  const name = 'node_modules/better-sqlite3'
  const packages = { ...lock.packages, [name]: { ...lock.packages[name], gypfile: false } }
  const kept = `${JSON.stringify({ ...lock, packages }, null, 2)}\n`
  if (kept !== text) writeFileSync(LOCK, kept)
}
