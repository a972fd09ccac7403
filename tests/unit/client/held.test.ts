import { readFileSync, globSync } from 'node:fs'
import { join } from 'node:path'
import type { WritableAtom } from 'nanostores'
import { beforeAll, expect, test } from 'vitest'
import { clearHeld } from '../../../client/state/held.ts'

const STATE = join(import.meta.dirname, '../../../client/state')

/** What the reader chose or is doing, and who the reader is: nothing that was read. */
const KEPT = new Set([
  'app.ts $history',
  'answers/ledger.ts $tableBesideDetails',
  'copy-link.ts $linkCopy',
  'help.ts $help',
  'phone.ts $tab',
  'picture/compact.ts $compact',
  'session.ts $session',
  'session.ts $signing',
  'time/day-field.ts $dayField',
  'time/play.ts $speed',
])

const stores = new Map<string, WritableAtom<unknown>>()

/** Stores that are set, by where they stand; those that are computed have nothing of their own. */
beforeAll(async () => {
  for (const file of globSync('**/*.ts', { cwd: STATE })) {
    const text = readFileSync(join(STATE, file), 'utf8')
    const module = (await import(join(STATE, file))) as Record<string, unknown>
    const own = [...text.matchAll(/^export const (\$\w+)\b[^=]*= atom\b/gm)].flatMap(([, name]) => name ?? [])
    for (const name of own) stores.set(`${file} ${name}`, module[name] as WritableAtom<unknown>)
    if (file !== 'details/details.ts') continue
    for (const panel of ['selected', 'pinned']) {
      for (const [name, $store] of Object.entries(module[panel] as Record<string, WritableAtom<unknown>>)) {
        stores.set(`${file} ${panel} ${name}`, $store)
      }
    }
  }
})

/** Something other than what stands there, of the same shape. */
function other(value: unknown): unknown {
  if (Array.isArray(value)) return ['read']
  if (value instanceof Map) return new Map([['read', { id: 'read', name: 'Read' }]])
  if (value instanceof Set) return new Set(['read'])
  if (typeof value === 'boolean') return !value
  if (value === null || typeof value !== 'object') return 'read'
  if ('state' in value) return { state: 'error', sentence: 'Read.', last: null }
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, other(each)]))
}

test('signing out empties every store that holds something that was read', () => {
  expect([...KEPT].filter((name) => !stores.has(name))).toEqual([])
  const read = [...stores].filter(([name]) => !KEPT.has(name))
  expect(read.length).toBeGreaterThan(20)
  const first = read.map(([name, $store]) => [name, $store.get()] as const)
  for (const [, $store] of read) $store.set(other($store.get()))
  clearHeld()
  expect(read.map(([name, $store]) => [name, $store.get()] as const)).toEqual(first)
})
