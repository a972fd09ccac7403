import { expect, test } from 'vitest'
import { createMetrics } from '../../../server/http/watch/metrics.ts'
import { showReadings } from '../../../server/http/watch/readings.ts'
import { settingsOfServe, textOf } from './settings.ts'

const paper = textOf('docs/operating.md')

test('docs/operating.md has every setting, and no other', () => {
  const [, table = ''] = /## Settings\n([^]*?)\n## /.exec(paper) ?? []
  const rows = [...table.matchAll(/^\| (`[^|]+) \|/gm)].flatMap(([, cell = '']) => cell.match(/[A-Z][A-Z0-9_]+/g) ?? [])
  expect(new Set(rows)).toEqual(new Set(settingsOfServe()))
})

test('docs/operating.md names only numbers that /metrics has', async () => {
  const metrics = createMetrics({ ofProcess: true })
  const nothing = { ready: false, isAway: false, events: null, actors: null, version: null, unreadable: 0 }
  showReadings(metrics, {
    columns: () => nothing,
    gate: () => ({ inFlight: 0, waiting: 0, refused: 0, heldBytes: 0 }),
    sessions: () => 0,
    storeCalls: () => 0,
  })
  const told = new Set([...(await metrics.text()).matchAll(/^# TYPE (\w+)/gm)].map(([, name]) => name))
  const named = paper.match(/\b(?:entente|nodejs|process)_\w+/g) ?? []
  expect(named.length).toBeGreaterThan(10)
  for (const name of named) expect(told).toContain(name)
})
