import { CommanderError } from 'commander'
import { FAILURE, USAGE } from './cli/exit-codes.ts'
import { createProgram } from './cli/program.ts'
import { CaseProblemsError } from './ingest/load.ts'

/** Runs one command and leaves its exit code in `process.exitCode`. @param args what follows `entente` on the command line. */
export async function main(args: readonly string[]): Promise<void> {
  try {
    await createProgram().parseAsync(args, { from: 'user' })
  } catch (error) {
    process.exitCode = exitCodeOf(error)
  }
}

function exitCodeOf(error: unknown): number {
  // Commander has already written its sentence, or the help that was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : USAGE
  if (error instanceof Error && 'says' in error) {
    process.stderr.write(`entente: ${String(error.says)}\n`)
    return error.name === 'UsageError' || error.name === 'SettingError' ? USAGE : FAILURE
  }
  if (error instanceof CaseProblemsError) {
    process.stderr.write(`entente: ${error.message}\n`)
    return FAILURE
  }
  process.stderr.write(
    `entente: a defect: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  )
  return FAILURE
}
