import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createProgram } from '../../../server/cli/program.ts'
import { ROOT } from '../../../scripts/stale.ts'

/** The variables that `entente serve` reads. */
export function settingsOfServe(): readonly string[] {
  const serve = createProgram().commands.find((command) => command.name() === 'serve')
  return (serve?.options ?? []).flatMap(({ envVar }) => envVar ?? [])
}

export function textOf(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8')
}
