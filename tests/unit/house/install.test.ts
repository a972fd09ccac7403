import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

interface Lock {
  packages: Record<string, { version?: string; resolved?: string; gypfile?: boolean; optionalDependencies?: object }>
}
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock

test('an install needs no compiler, whatever npm it is', () => {
  expect(lock.packages['node_modules/better-sqlite3']?.gypfile).toBe(false)
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { allowScripts: object }
  expect(manifest.allowScripts).toEqual({ node: true, 'better-sqlite3': false })
})

test('the lock holds every optional package that it names, so that npm ci takes it', () => {
  const named = Object.values(lock.packages).flatMap((one) => Object.keys(one.optionalDependencies ?? {}))
  expect(named.length).toBeGreaterThan(0)
  const held = new Set(Object.keys(lock.packages).map((path) => path.split('node_modules/').at(-1)))
  expect(named.filter((name) => !held.has(name))).toEqual([])
})

test('the lock names no host', () => {
  expect(Object.values(lock.packages).filter(({ resolved }) => resolved?.startsWith('http'))).toEqual([])
})
