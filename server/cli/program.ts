import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import { registerAsk } from './ask.ts'
import { registerBackup } from './backup.ts'
import { registerCheck } from './check.ts'
import { registerCopy } from './copy.ts'
import { registerExport } from './export.ts'
import { registerImport } from './import.ts'
import { registerImports } from './imports.ts'
import { registerLoad } from './load.ts'
import { registerReload } from './reload.ts'
import { registerRestore } from './restore.ts'
import { registerServe } from './serve.ts'
import { registerUndo } from './undo.ts'

/** The commands, in the order of the help. Each file of this folder that has one exports `registerX(program)`. */
const COMMANDS: readonly ((program: Command) => void)[] = [
  registerServe,
  registerAsk,
  registerLoad,
  registerImport,
  registerImports,
  registerUndo,
  registerCheck,
  registerExport,
  registerReload,
  registerCopy,
  registerBackup,
  registerRestore,
]

/** The command line. Parsing throws `CommanderError` where it cannot be right, and whatever a command throws. */
export function createProgram(): Command {
  const program = new Command('entente')
    .description('An explorer of relations between political actors.')
    .version(version())
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'entente: ')) })
    .configureHelp({ showGlobalOptions: true })
  for (const register of COMMANDS) register(program)
  return program
}

function version(): string {
  const manifest = new URL('../../package.json', import.meta.url)
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version
}
