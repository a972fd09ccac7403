import { runChecks, type Outcome } from './checks.ts'
import { findChromium, installChromium } from './chromium.ts'
import { runTier, TIERS, type Tally, type Tier } from './tiers.ts'

/**
 * `npm test`: the checks and every tier. `npm test -- unit cli`: the checks and these tiers. The last line is the sum.
 *
 * Tiers run in two rows beside each other: those on a Neo4j wait for it most of the time, and the others fill that time.
 */
const ROWS: readonly (readonly Tier[])[] = [
  ['unit', 'graphql', 'cli', 'e2e'],
  ['store', 'neo4j'],
]

const chosen = TIERS.filter((tier) => process.argv.includes(tier))
const unknown = process.argv.slice(2).filter((word) => !TIERS.some((tier) => tier === word))
if (unknown.length > 0) {
  console.error(`There is no tier ${unknown.join(', ')}. The tiers are ${TIERS.join(', ')}.`)
  process.exit(2)
}

const started = performance.now()
const checks = (await runChecks()).map(toTally)
const ran = await Promise.all(
  ROWS.map((row) => inTurn(row.filter((tier) => chosen.length === 0 || chosen.includes(tier)))),
)
const tallies = [...checks, ...ran.flat()]
printTable(tallies, performance.now() - started)
printSum(tallies)

async function inTurn(tiers: readonly Tier[]): Promise<readonly Tally[]> {
  const ended: Tally[] = []
  for (const tier of tiers) ended.push(await test(tier))
  return ended
}

async function test(tier: Tier): Promise<Tally> {
  console.log(`${tier}: begun`)
  if (tier !== 'e2e') return runTier(tier, {})
  const chromium = findChromium() ?? (await installChromium())
  return chromium === null ? withoutBrowser() : runTier(tier, { ENTENTE_CHROMIUM: chromium })
}

function withoutBrowser(): Tally {
  const required = process.env['REQUIRE_BROWSER'] === '1'
  console.log(
    'NO TEST OF THE PAGE RUNS: there is no Chromium, and it cannot be installed here. Install Chromium or Google Chrome, or ' +
      'name one in ENTENTE_CHROMIUM. All tests in tests/e2e are left out.',
  )
  const failed = required ? 1 : 0
  return { name: 'e2e', passed: 0, failed, skipped: 1 - failed, milliseconds: 0 }
}

function toTally({ name, passed, milliseconds }: Outcome): Tally {
  return { name, passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0, milliseconds }
}

function printTable(rows: readonly Tally[], milliseconds: number): void {
  const line = (cells: readonly (string | number)[]) =>
    console.log(cells.map((cell, at) => (at === 0 ? String(cell).padEnd(22) : String(cell).padStart(9))).join(''))
  console.log('')
  line(['tier', 'passed', 'failed', 'skipped', 'seconds'])
  for (const row of rows) line([row.name, row.passed, row.failed, row.skipped, (row.milliseconds / 1000).toFixed(1)])
  line(['in all', sum(rows, 'passed'), sum(rows, 'failed'), sum(rows, 'skipped'), (milliseconds / 1000).toFixed(1)])
}

/** The last line, read by machines. */
function printSum(rows: readonly Tally[]): void {
  const failed = sum(rows, 'failed')
  const skipped = sum(rows, 'skipped')
  if (failed > 0) process.exitCode = 1
  console.log('')
  console.log(`${sum(rows, 'passed')} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
}

function sum(rows: readonly Tally[], column: 'passed' | 'failed' | 'skipped'): number {
  return rows.reduce((total, row) => total + row[column], 0)
}
