import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { ImportCounts } from '../server/store/import-store.ts'
import { digestOf, entente, type Ran } from './imports-report/entente.ts'
import { SETS, type Step } from './imports-report/sets.ts'

/**
 * What becomes of real files: `node scripts/imports-report.ts [folder]`. Imports each set under the folder (../shared/data) into a store
 * by the command line, then once more, then undoes all, and prints the tables of docs/imports.md in Markdown. Ends with 1 where rows
 * are lost, where the second time adds something, or where the store does not become what it was.
 */
const folder = path.resolve(process.argv[2] ?? path.join(import.meta.dirname, '../../shared/data'))

interface Report {
  readonly id: string
  readonly counts: ImportCounts
}

interface Row {
  readonly step: Step
  readonly bytes: number
  readonly once: Report
  readonly ran: Ran
  /** Whether the second time changed nothing at all. */
  readonly idle: boolean
  undoSeconds: number
  undone: boolean
}

const rows: Row[] = []
for (const steps of SETS) {
  if (steps.every(({ files }) => files.every((file) => existsSync(path.join(folder, file)))))
    rows.push(...(await run(steps)))
  else console.error(`Not there: ${steps.map(({ title }) => title).join(', ')}.`)
}
print(rows)
if (rows.some((row) => !isWhole(row.once.counts) || !row.idle || !row.undone)) process.exitCode = 1

async function run(steps: readonly Step[]): Promise<readonly Row[]> {
  const data = mkdtempSync(path.join(tmpdir(), 'entente-imports-'))
  // A store that holds nothing but the case that each begins with.
  await entente(data, ['imports'])
  const done: Row[] = []
  const before: string[] = []
  for (const step of steps) {
    before.push(await digestOf(data))
    const files = step.files.map((file) => path.join(folder, file))
    const args = ['import', ...files, '--json', '--on-error', 'skip-row', ...mappingOf(step, data)]
    const ran = await entente(data, args)
    const once = JSON.parse(ran.output) as Report
    const held = await digestOf(data)
    await entente(data, args)
    const idle = (await digestOf(data)) === held
    const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0)
    done.push({ step, bytes, once, ran, idle, undoSeconds: 0, undone: false })
  }
  for (const row of done.toReversed()) {
    row.undoSeconds = (await entente(data, ['undo', row.once.id])).seconds
    row.undone = (await digestOf(data)) === before.pop()
  }
  rmSync(data, { recursive: true })
  return done
}

function mappingOf({ mapping }: Step, data: string): readonly string[] {
  if (mapping === undefined) return []
  const file = path.join(data, 'mapping.yaml')
  writeFileSync(file, mapping)
  return ['--mapping', file]
}

function isWhole({ rows: all, events, held, rejected, aside, used }: ImportCounts): boolean {
  return all === events + held + rejected + aside + used
}

function print(all: readonly Row[]): void {
  table(
    ['set', 'rows', 'new events', 'held', 'set aside', 'rejected', 'used', 'made', 'again: adds', 'undone: as before'],
    all.map(({ step, once: { counts }, idle, undone }) => [
      step.title,
      ...[counts.rows, counts.events, counts.held, counts.aside, counts.rejected, counts.used, counts.made].map(number),
      idle ? 'nothing' : 'SOMETHING',
      undone ? 'yes' : 'NO',
    ]),
  )
  table(
    ['set', 'why rows brought no event', 'rows'],
    all.flatMap(({ step, once }) =>
      once.counts.reasons.map(({ outcome, reason, rows: many }) => [step.title, `${outcome}: ${reason}`, number(many)]),
    ),
  )
  table(
    ['set', 'MB', 'seconds', 'rows a second', 'most memory, MB', 'undo, seconds'],
    all.map(({ step, bytes, once, ran, undoSeconds }) => [
      step.title,
      (bytes / 1e6).toFixed(1),
      ran.seconds.toFixed(1),
      number(Math.round(once.counts.rows / ran.seconds)),
      ran.megabytes === null ? '?' : ran.megabytes.toFixed(0),
      undoSeconds.toFixed(1),
    ]),
  )
}

function number(value: number): string {
  return value.toLocaleString('en')
}

function table(heads: readonly string[], lines: readonly (readonly string[])[]): void {
  console.log(`| ${heads.join(' | ')} |`)
  console.log(`| ${heads.map((_, at) => (at === 0 ? '---' : '---:')).join(' | ')} |`)
  for (const line of lines) console.log(`| ${line.join(' | ')} |`)
  console.log('')
}
