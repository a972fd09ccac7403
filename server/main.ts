import { CommanderError } from 'commander'
import { FAILURE, USAGE } from './cli/exit-codes.ts'
import { createProgram } from './cli/program.ts'
import { UsageError } from './cli/usage-error.ts'
import { SettingError } from './setting-error.ts'

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
    return error instanceof UsageError || error instanceof SettingError ? USAGE : FAILURE
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(
    `entente: Something went wrong that should not have; it is no fault of what was asked. Please report it with these lines:\n${trace}\n`,
  )
  return FAILURE
}
