import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openFiles } from '../../../server/ingest/files/open-files.ts'
import type { SourceRow } from '../../../server/ingest/rows/row.ts'
import { testFolder } from './folder.ts'
import { readItems, refusal } from './items.ts'

const HEADER =
  'atopid,member,yrent,moent,dayent,yrexit,moexit,dayexit,ineffect,phase,defense,offense,neutral,nonagg,consul'
const CODES = ['StateAbb,CCode,StateNme', 'NOR,901,Norland', 'SUD,902,Sudland', 'WES,903,Westland']
const folder = testFolder()

/** Rows without the header: alliance, member, joined, left (empty: in effect). */
async function read(rows: readonly (readonly [string, string, string, string])[]) {
  const lines = rows.map(([alliance, member, joined, left]) =>
    [alliance, member, ...ymd(joined), ...(left === '' ? [0, 0, 0, 1] : [...ymd(left), 0]), 1, '1,0,0,0,1'].join(','),
  )
  const table = folder.put('members.csv', [HEADER, ...lines].join('\n'))
  const found = await readItems(await openFiles([table, folder.put('codes.csv', CODES.join('\n'))]))
  return { ...found, made: found.items.flatMap((item) => (item.type === 'made' ? [item.row] : [])) }
}

function ymd(text: string): readonly string[] {
  const [year = '', month = '', day = ''] = text.split('-')
  return [year, month, day]
}

function told({ key, actor, target, occurred, act, mirror }: SourceRow): string {
  const kind = act.type === 'stated' ? act.kind : ''
  return `${key} ${actor?.name} → ${target?.name} ${kind} ${occurred}${mirror ? ' mirror' : ''}`
}

test('two members are allied while both are in it, told both ways', async () => {
  const { made, items, reader } = await read([
    ['7', '901', '1949-4-4', ''],
    ['7', '902', '1952-2-18', ''],
  ])
  expect(reader.format).toBe('atop')
  expect(made.map(told)).toEqual([
    '7-901-902-1 Norland → Sudland COOPERATION 1952-02-18/..',
    '7-902-901-1 Sudland → Norland COOPERATION 1952-02-18/.. mirror',
  ])
  expect(made[0]).toMatchObject({
    line: 2,
    reported: -6527,
    act: { subtype: 'alliance', code: '7', scope: 'defence, consultation (alliance 7)' },
    actor: { code: { system: 'COW', text: '901' } },
  })
  expect(items.filter(({ type }) => type === 'used')).toHaveLength(2)
})

test('phases that follow each other are one spell; a break makes two, and is no departure', async () => {
  const { made } = await read([
    ['7', '901', '1900-1-1', '1910-1-1'],
    ['7', '901', '1910-1-1', '1920-1-1'],
    ['7', '902', '1900-1-1', '1905-1-1'],
    ['7', '902', '1908-1-1', '1920-1-1'],
  ])
  expect(made.map(told)).toEqual([
    '7-901-902-1 Norland → Sudland COOPERATION 1900-01-01/1905-01-01',
    '7-901-902-2 Norland → Sudland COOPERATION 1908-01-01/1920-01-01',
    '7-902-901-1 Sudland → Norland COOPERATION 1900-01-01/1905-01-01 mirror',
    '7-902-901-2 Sudland → Norland COOPERATION 1908-01-01/1920-01-01 mirror',
  ])
})

test('who leaves before the end steps back from those who stay; all leave together at the end', async () => {
  const { made } = await read([
    ['7', '901', '1900-1-1', '1920-1-1'],
    ['7', '902', '1900-1-1', '1910-6-'],
    ['7', '903', '1900-1-1', '1920-1-1'],
  ])
  expect(made.filter(({ key }) => key?.endsWith('left')).map(told)).toEqual([
    '7-902-901-left Sudland → Norland SUSPENSION 1910-06',
    '7-902-903-left Sudland → Westland SUSPENSION 1910-06',
  ])
  // A month without a day: surely allied until its first day.
  expect(made.map(told)).toContain('7-901-902-1 Norland → Sudland COOPERATION 1900-01-01/1910-06-01')
})

test('a state that another follows on the same day has gone and left nobody', async () => {
  const { made } = await read([
    ['7', '901', '1949-4-4', ''],
    ['7', '902', '1949-4-4', '1990-10-3'],
    ['7', '904', '1990-10-3', ''],
  ])
  expect(made.map(told)).toEqual([
    '7-901-902-1 Norland → Sudland COOPERATION 1949-04-04/1990-10-03',
    '7-901-904-1 Norland → COW 904 COOPERATION 1990-10-03/.. mirror',
    '7-902-901-1 Sudland → Norland COOPERATION 1949-04-04/1990-10-03 mirror',
    '7-904-901-1 COW 904 → Norland COOPERATION 1990-10-03/..',
  ])
})

test('a member without another one is set aside; a faulty row is rejected with its place', async () => {
  const { items, rejects } = await read([
    ['7', '901', '1949-4-4', ''],
    ['8', '901', '1949-13-4', ''],
    ['8', 'x', '1949-1-4', ''],
    ['8', '902', '1949-1-4', '1948-1-4'],
    ['8', '902', '1949-2-30', ''],
    ['8', '902', '', ''],
  ])
  expect(items.filter(({ type }) => type !== 'reject')).toEqual([
    { type: 'aside', file: 0, line: 2, reason: 'no other member at the same time' },
  ])
  expect(rejects.map(({ line, column, class: of }) => [line, column, of])).toEqual([
    [3, 4, 'no day'],
    [4, 2, 'no number of a state'],
    [5, 6, 'left before joined'],
    [6, 4, 'no day'],
    [7, 3, 'no date of joining'],
  ])
})

test('a table that is not at member level is not taken for one', async () => {
  const path = folder.put('alliances.csv', 'atopid,begyr,begmo,begday\n1005,1815,1,3\n')
  expect(await refusal(await openFiles([path]))).toMatch(/^Say which column is what/)
})

const REAL = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'data', 'atop', 'atop-member-level.csv')

test.runIf(existsSync(REAL))(
  'every row of the real table is used, and alliances are counted as a naive count does',
  async () => {
    const { items } = await readItems(await openFiles([REAL]))
    const count = (type: string) => items.filter((item) => item.type === type).length
    expect([count('used'), count('aside'), count('reject')]).toEqual([2398, 0, 0])
    const made = items.flatMap((item) => (item.type === 'made' ? [item.row] : []))
    const allied = made.filter(({ key }) => !key?.endsWith('left'))
    expect(allied).toHaveLength(naiveCount())
    expect(allied.filter(({ mirror }) => mirror)).toHaveLength(allied.length / 2)
    expect(new Set(made.map(({ key }) => key)).size).toBe(made.length)
    const nato = allied.find(({ key }) => key === '3180-2-200-1')
    expect(nato && told(nato)).toBe('3180-2-200-1 COW 2 → COW 200 COOPERATION 1949-04-04/..')
  },
)

/** Pairs of phases of two members that overlap by more than a day, those that touch counted once; without spells. */
function naiveCount(): number {
  const [header = '', ...lines] = readFileSync(REAL, 'utf8').trim().split(/\r?\n/)
  const names = header.split(',')
  const rows = lines.map((line) => {
    const cells = line.split(',')
    const at = (name: string) => Number(cells[names.indexOf(name)])
    const days = (year: string, month: string, day: string, missing: number) =>
      Date.UTC(at(year), at(month) - 1 + (at(day) ? 0 : missing), at(day) || 1 - missing) / 86_400_000
    return {
      alliance: at('atopid'),
      member: at('member'),
      from: days('yrent', 'moent', 'dayent', 1),
      until: at('yrexit') ? days('yrexit', 'moexit', 'dayexit', 0) : Infinity,
    }
  })
  const spans = new Map<string, [number, number][]>()
  for (const a of rows)
    for (const b of rows) {
      if (a.alliance !== b.alliance || a.member === b.member) continue
      const [from, until] = [Math.max(a.from, b.from), Math.min(a.until, b.until)]
      const key = `${a.alliance} ${a.member} ${b.member}`
      if (until > from) spans.set(key, [...(spans.get(key) ?? []), [from, until]])
    }
  let count = 0
  for (const list of spans.values()) {
    let end = -Infinity
    for (const [from, until] of list.sort(([x], [y]) => x - y)) {
      if (from > end + 1) count += 1
      end = Math.max(end, until)
    }
  }
  return count
}
