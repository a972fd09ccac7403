import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './stale.ts'

/** One package that the product runs with, as the lock has it; the same name may stand there in several versions. */
export interface RuntimePackage {
  readonly name: string
  readonly version: string
  readonly license: string
  /** Whether package.json names it. */
  readonly direct: boolean
}

interface Lock {
  readonly packages: Readonly<Record<string, LockEntry>>
}

interface LockEntry {
  readonly version?: string
  readonly license?: string
  readonly dev?: boolean
  readonly devOptional?: boolean
  readonly dependencies?: Readonly<Record<string, string>>
}

const FOLDER = 'node_modules/'

/** What an install without development packages brings, by name and version; each once. */
export function runtimePackages(): readonly RuntimePackage[] {
  const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as Lock
  const named = Object.keys(lock.packages['']?.dependencies ?? {})
  const found = new Map<string, RuntimePackage>()
  for (const [path, { version = '', license = 'unknown', dev, devOptional }] of Object.entries(lock.packages)) {
    if (path === '' || dev || devOptional) continue
    const name = path.slice(path.lastIndexOf(FOLDER) + FOLDER.length)
    const direct = path === FOLDER + name && named.includes(name)
    const held = found.get(`${name}@${version}`)
    found.set(`${name}@${version}`, { name, version, license, direct: direct || (held?.direct ?? false) })
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)))
}
