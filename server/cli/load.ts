import type { Command } from 'commander'
import { stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { checkCase } from '../ingest/case/check-case.ts'
import { loadCase, type LoadReport } from '../ingest/load.ts'
import { failWith } from './check.ts'
import { counted } from './counted.ts'
import { addStoreOptions, type StoreSettings } from './store-options.ts'
import { UsageError } from './usage-error.ts'
import { withStore } from './with-store.ts'

export function registerLoad(program: Command): void {
  addStoreOptions(program.command('load'))
    .description('Bring the store to what the files of a case say: all of it or, where something is wrong, nothing.')
    .argument('<folder>', 'the case folder; or a file that was exported as JSON or GraphML')
    .action(async (folder: string, settings: StoreSettings) => {
      if (await isFile(folder)) return loadFile(folder, settings)
      const { contents, problems } = await checkCase(folder)
      if (!contents) return failWith(folder, problems)
      const report = await withStore(settings, (store) => loadCase(store, contents, basename(resolve(folder))))
      process.stdout.write(reportText(contents.collection.id, report))
    })
}

async function isFile(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null)
  return found?.isFile() ?? false
}

async function loadFile(path: string, settings: StoreSettings): Promise<void> {
  // Readers of files, which a case folder does not need.
  const { loadDocumentAsTold } = await import('./load-document.ts')
  if (await loadDocumentAsTold(path, settings)) return
  throw new UsageError(`${path} is no export of Entente. Rows of event data come in by "entente import".`)
}

function reportText(collection: string, { version, changed, conflicts, counts }: LoadReport): string {
  const held = [
    counted(counts.events, 'event'),
    counted(counts.actors, 'actor'),
    counted(counts.affiliations, 'affiliation'),
    counted(counts.sources, 'source'),
  ].join(', ')
  const done = changed === 0 ? 'nothing changed' : `${counted(changed, 'record')} changed`
  const kept =
    conflicts.length > 0
      ? ['Where hands have decided otherwise than the files:', ...conflicts.map((each) => `  ${each}`)]
      : []
  return `${[`${collection}: ${done}; the files hold ${held}. The store is at version ${version}.`, ...kept].join('\n')}\n`
}
