import type { Command } from 'commander'
import { basename, resolve } from 'node:path'
import { checkCase } from '../ingest/case/check-case.ts'
import { loadCase, type LoadReport } from '../ingest/load.ts'
import { failWith } from './check.ts'
import { counted } from './counted.ts'
import { addStoreOptions, type StoreSettings } from './store-options.ts'
import { withStore } from './with-store.ts'

export function registerLoad(program: Command): void {
  addStoreOptions(program.command('load'))
    .description('Bring the store to what the files of a case say: all of it or, where something is wrong, nothing.')
    .argument('<folder>', 'the case folder')
    .action(async (folder: string, settings: StoreSettings) => {
      const { contents, problems } = await checkCase(folder)
      if (!contents) return failWith(folder, problems)
      const report = await withStore(settings, (store) => loadCase(store, contents, basename(resolve(folder))))
      process.stdout.write(reportText(contents.collection.id, report))
    })
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
