import { build } from './products.ts'
import { run } from './run.ts'

/** One thing that is looked at as a whole: it passes or it fails. */
export interface Outcome {
  readonly name: string
  readonly passed: boolean
  readonly milliseconds: number
}

type Check = readonly [name: string, command: string, ...args: string[]]

const CHECKS: readonly Check[] = [
  ['types of the server', 'tsc', '-p', 'tsconfig.json'],
  ['types of the client', 'tsc', '-p', 'client/tsconfig.json'],
  ['types of the tests', 'tsc', '-p', 'tests/tsconfig.json'],
  ['lint', 'oxlint'],
  ['format', 'oxfmt', '--check'],
]

/** Makes what is stale, then looks at types, lint and format. Each goes on where another fails, and says what it found. */
export async function runChecks(): Promise<Outcome[]> {
  const outcomes = [await makeProducts()]
  for (const [name, command, ...args] of CHECKS) {
    const { code, output, milliseconds } = await run(command, args)
    const passed = code === 0
    report(name, passed, output)
    outcomes.push({ name, passed, milliseconds })
  }
  return outcomes
}

async function makeProducts(): Promise<Outcome> {
  const name = 'build'
  const started = performance.now()
  let output = ''
  try {
    await build('stale')
  } catch (error) {
    output = error instanceof Error ? (error.stack ?? error.message) : String(error)
  }
  report(name, output === '', output)
  return { name, passed: output === '', milliseconds: performance.now() - started }
}

function report(name: string, passed: boolean, output: string): void {
  console.log(`${passed ? 'ok    ' : 'FAILED'}  ${name}`)
  if (!passed) console.log(output.trimEnd())
}
