import Database from 'better-sqlite3'
import { mkdtempSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { entente } from '../../imports-report/entente.ts'
import { run } from '../../run.ts'
import { commandsCpu, inTurn, ownCpu } from '../measure.ts'
import type { Part } from '../part.ts'
import { short, times } from '../report.ts'
import { writeRows } from '../rows-file.ts'
import { IS_REAL } from '../stores.ts'

const TABLE = 'CREATE TABLE row (actor TEXT, type TEXT, target TEXT, day TEXT)'
const ROUNDS = 3

export const imports: Part = async ({ sizes, rounds, folder, say }) => {
  if (!IS_REAL) throw new Error('Imports are measured on the published rows, which are not there.')
  const hasTool = await run('sqlite3', ['--version']).then(
    ({ code }) => code === 0,
    () => false,
  )
  const rows: string[][] = []
  const points: { events: number; ms: number }[] = []
  for (const many of sizes) {
    say(`imports of ${many}`)
    const file = join(folder, `${many}.tsv`)
    await writeRows(file, many)
    const fresh = () => mkdtempSync(join(folder, 'import-'))
    const cpu = () => ownCpu() + commandsCpu()
    const figures = await inTurn(
      Math.min(rounds, ROUNDS),
      {
        ours: () => entente(fresh(), ['import', file, '--json', '--on-error', 'skip-row']),
        tool: () => (hasTool ? importByTool(join(fresh(), 'bare.sqlite'), file, many) : null),
        bare: () => importBare(join(fresh(), 'bare.sqlite'), file),
      },
      cpu,
    )
    const { ours, tool, bare } = figures
    rows.push([
      many.toLocaleString('en'),
      `${short(ours.median)} / ${short(ours.p95)}`,
      short(ours.cpu),
      Math.round((many * 1000) / ours.median).toLocaleString('en'),
      hasTool ? short(tool.median) : 'not there',
      short(bare.median),
      times(ours.median, hasTool ? tool.median : bare.median),
    ])
    points.push({ events: many, ms: ours.median })
  }
  return {
    title: 'Imports',
    says: '`entente import` into a new SQLite store, the whole command: its start, names, meaning, ids, search, the log and what an undo needs. Beside it what takes rows as text into one table without an index: `.import` of the sqlite3 tool, and prepared inserts of better-sqlite3 in one transaction. Median / p95 in milliseconds; the times are against the former.',
    head: ['rows', 'ms', 'CPU', 'rows a second', '.import, ms', 'better-sqlite3, ms', 'times'],
    rows,
    growth: [{ name: 'import', points }],
  }
}

async function importByTool(database: string, file: string, many: number): Promise<void> {
  const commands = ['-cmd', TABLE, '-cmd', '.mode tabs', database, `.import ${file} row`, 'SELECT count(*) FROM row']
  const { code, output } = await run('sqlite3', commands)
  if (code !== 0 || Number(output) !== many) throw new Error(`sqlite3 could not import: ${output}`)
}

function importBare(database: string, file: string): void {
  const db = new Database(database)
  db.exec(TABLE)
  const insert = db.prepare('INSERT INTO row VALUES (?, ?, ?, ?)')
  db.transaction(() => {
    for (const line of readFileSync(file, 'utf8').split('\n')) if (line !== '') insert.run(...line.split('\t'))
  })()
  db.close()
}
