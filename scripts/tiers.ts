import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from './run.ts'

export const TIERS = ['unit', 'store', 'graphql', 'cli', 'neo4j', 'e2e'] as const
export type Tier = (typeof TIERS)[number]

/** Tests by how they ended. */
export interface Tally {
  readonly name: string
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  readonly milliseconds: number
}

/** What is read of vitest's report. */
interface Report {
  readonly testResults: readonly {
    readonly status: string
    readonly assertionResults: readonly { readonly status: string }[]
  }[]
}

/**
 * Runs one tier, shows at its end what it said, and counts its tests. A file that did not load, or a run that ended badly without one, is
 * a failure.
 */
export async function runTier(tier: Tier, env: Readonly<Record<string, string>>): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'entente-tests-'))
  const file = join(folder, 'report.json')
  const args = [
    'run',
    '--project',
    `${tier}*`,
    '--reporter',
    'default',
    '--reporter',
    'json',
    '--outputFile.json',
    file,
  ]
  const { code, output, milliseconds } = await run('vitest', args, { env })
  console.log(`\n── ${tier} ──\n${output.trimEnd()}\n`)
  const counted = count(readReport(file))
  rmSync(folder, { recursive: true, force: true })
  const failed = code !== 0 && counted.failed === 0 ? 1 : counted.failed
  return { name: tier, ...counted, failed, milliseconds }
}

function readReport(file: string): Report {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report
  } catch {
    // The exit code tells what happened to a run that wrote none.
    return { testResults: [] }
  }
}

function count({ testResults }: Report): { passed: number; failed: number; skipped: number } {
  const tally = { passed: 0, failed: 0, skipped: 0 }
  for (const { status, assertionResults } of testResults) {
    for (const test of assertionResults) {
      if (test.status === 'passed') tally.passed++
      else if (test.status === 'failed') tally.failed++
      else tally.skipped++
    }
    const told = assertionResults.some((test) => test.status === 'failed')
    if (status === 'failed' && !told) tally.failed++
  }
  return tally
}
