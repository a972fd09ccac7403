import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MirrorPairs } from '../../../server/ingest/import/mirrors.ts'
import { MEETING_CODES } from '../../../server/ingest/meaning/mirror-codes.ts'
import type { CodedRow } from '../../../server/store/import-store.ts'
import { numRuns } from '../../support/samples.ts'

interface Words {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly code?: string
  readonly day?: number
  readonly fromName?: string
  readonly toName?: string
}

function coded({ id, from, to, code = '040', day = 17_000, fromName = from, toName = to }: Words): CodedRow {
  const names = { actorName: fromName, targetName: toName }
  return { id: `set/${id}`, actor: from, target: to, earliest: day, code, ...names, mirror: false }
}

async function secondsOf(rows: readonly CodedRow[]): Promise<readonly string[]> {
  const pairs = new MirrorPairs('set', MEETING_CODES)
  for (const row of rows) pairs.add(row)
  const found: string[] = []
  for await (const ids of pairs.seconds(2)) found.push(...ids)
  return found.sort()
}

test('of a meeting that is coded from both sides, the row whose actor has the greater name is the second', async () => {
  const rows = [coded({ id: '1', from: 'a', to: 'b' }), coded({ id: '2', from: 'b', to: 'a' })]
  expect(await secondsOf(rows)).toEqual(['set/2'])
})

test('names decide, not ids of actors', async () => {
  const rows = [
    coded({ id: '1', from: 'uk', to: 'us', fromName: 'United Kingdom', toName: 'United States' }),
    coded({ id: '2', from: 'us', to: 'uk', fromName: 'America', toName: 'Britain' }),
  ]
  expect(await secondsOf(rows)).toEqual(['set/1'])
})

test.each([
  ['another day', { id: '2', from: 'b', to: 'a', day: 17_001 }],
  ['another actor', { id: '2', from: 'b', to: 'c' }],
  ['the same direction', { id: '2', from: 'a', to: 'b' }],
  ['another code', { id: '2', from: 'b', to: 'a', code: '041' }],
  ['a code that is no meeting', { id: '2', from: 'b', to: 'a', code: '010' }],
])('%s is no other side', async (_, other) => {
  expect(await secondsOf([coded({ id: '1', from: 'a', to: 'b' }), coded(other)])).toEqual([])
})

test('a visit goes with its host before it goes with a visit', async () => {
  const visits = [
    coded({ id: '1', from: 'a', to: 'b', code: '042' }),
    coded({ id: '2', from: 'b', to: 'a', code: '042' }),
    coded({ id: '3', from: 'b', to: 'a', code: '043' }),
  ]
  expect(await secondsOf(visits)).toEqual(['set/3'])
  expect(await secondsOf(visits.slice(0, 2))).toEqual(['set/2'])
})

test('one to one: of three and two rows, two are second', async () => {
  const rows = [
    ...['1', '2', '3'].map((id) => coded({ id, from: 'a', to: 'b' })),
    ...['4', '5'].map((id) => coded({ id, from: 'b', to: 'a' })),
  ]
  expect(await secondsOf(rows)).toEqual(['set/4', 'set/5'])
  const backwards = rows.map((row) => ({ ...row, actorName: row.targetName, targetName: row.actorName }))
  expect(await secondsOf(backwards)).toHaveLength(2)
})

const actor = fc.constantFrom('a', 'b', 'c')
const words = fc
  .tuple(actor, actor, fc.constantFrom('040', '042', '043'), fc.constantFrom(1, 2))
  .filter(([from, to]) => from !== to)

test('it does not matter in which order the rows come', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(words, { maxLength: 30 }), fc.infiniteStream(fc.nat()), async (list, order) => {
      const rows = list.map(([from, to, code, day], at) => coded({ id: `${at}`, from, to, code, day }))
      const other = rows.map((row) => ({ row, at: order.next().value })).sort((a, b) => a.at - b.at)
      expect(await secondsOf(other.map(({ row }) => row))).toEqual(await secondsOf(rows))
    }),
    { numRuns: numRuns(100, 3_000) },
  )
})
