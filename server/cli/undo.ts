import type { Command } from 'commander'
import { ImportRefusedError } from '../ingest/import/errors.ts'
import { NoImportError, type UndoneImport } from '../store/import-store.ts'
import { counted } from './counted.ts'
import { ImportProgressTeller } from './import-progress.ts'
import { addStoreOptions, type StoreSettings } from './store-options.ts'
import { withStore } from './with-store.ts'

export function registerUndo(program: Command): void {
  addStoreOptions(program.command('undo'))
    .description(
      'Take out exactly what an import brought. What other imports brought too stays, and what a person has changed.',
    )
    .argument('<import>', 'its id, as entente imports tells it')
    .option('--json', 'tell the report as JSON')
    .action(async (id: string, settings: StoreSettings & { readonly json?: true }) => {
      const undone = await undo(id, settings)
      const told = settings.json === true ? `${JSON.stringify(undone, null, 2)}\n` : reportText(id, undone)
      process.stdout.write(told)
    })
}

async function undo(id: string, settings: StoreSettings): Promise<UndoneImport> {
  const { undoImport } = await import('../ingest/import/undo-import.ts')
  const progress = new ImportProgressTeller()
  const tell = (rows: number): void => {
    progress.tell({ phase: 'undoing', rows, bytes: 0, totalBytes: 0, rate: 0, secondsLeft: null })
  }
  try {
    return await withStore(settings, (store) => undoImport(store, id, tell))
  } catch (error) {
    if (!(error instanceof NoImportError)) throw error
    throw new ImportRefusedError(`${error.message} "entente imports" lists those that there are.`, error)
  } finally {
    progress.clear()
  }
}

function reportText(id: string, { events, shared, kept, keptTotal, version }: UndoneImport): string {
  const lines = [
    `${id} is undone: ${counted(events, 'event')} went. The store is at version ${version}.`,
    ...(shared > 0 ? [`${counted(shared, 'event')} stayed, because another import brought them too.`] : []),
    ...(keptTotal > 0
      ? [
          `${counted(keptTotal, 'event')} stayed, because a person has changed them since:`,
          ...kept.map((each) => `  ${each}`),
        ]
      : []),
  ]
  return `${lines.join('\n')}\n`
}
