import type { Command } from 'commander'
import type { ImportRecord } from '../store/import-store.ts'
import { countLines } from './import-report.ts'
import { addStoreOptions, type StoreSettings } from './store-options.ts'
import { withStore } from './with-store.ts'

const STATES: Readonly<Record<ImportRecord['state'], string>> = {
  DONE: 'done',
  UNFINISHED: 'unfinished: import the same files again to go on, or undo it',
  UNDOING: 'half undone: undo it again',
}

export function registerImports(program: Command): void {
  addStoreOptions(program.command('imports'))
    .description('List what was imported, oldest first.')
    .option('--json', 'as JSON')
    .action(async (settings: StoreSettings & { readonly json?: true }) => {
      const imports = await withStore(settings, (store) => store.imports())
      if (settings.json === true) return void process.stdout.write(`${JSON.stringify(imports, null, 2)}\n`)
      const none = 'Nothing was imported yet. Import files with: entente import <files…>'
      process.stdout.write(`${imports.length === 0 ? none : imports.map(describe).join('\n')}\n`)
    })
}

function describe({ id, format, files, by, startedAt, endedAt, state, counts }: ImportRecord): string {
  const names = files.map(({ name }) => name).join(', ')
  const lines = [
    `${id}  ${STATES[state]}`,
    `  ${names} (${format}), by ${by}, ${endedAt ?? startedAt}`,
    ...(counts ? countLines({ ...counts, reasons: [] }).map((line) => `  ${line}`) : []),
  ]
  return lines.join('\n')
}
