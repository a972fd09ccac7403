import type { Command } from 'commander'
import { basename, resolve } from 'node:path'
import { checkCase } from '../ingest/case/check-case.ts'
import { loadCase, type LoadReport } from '../ingest/load.ts'
import { failWith } from './check.ts'
import { dataOption } from './data-option.ts'
import { withStore } from './with-store.ts'

export function registerLoad(program: Command): void {
  program
    .command('load')
    .description('Bring the store to what the files of a case say: all of it or, where something is wrong, nothing.')
    .argument('<folder>', 'the case folder')
    .addOption(dataOption())
    .action(async (folder: string, { data }: { readonly data: string }) => {
      const { contents, problems } = await checkCase(folder)
      if (!contents) return failWith(folder, problems)
      const report = await withStore(data, (store) => loadCase(store, contents, basename(resolve(folder))))
      process.stdout.write(reportText(contents.collection.id, report))
    })
}

function reportText(collection: string, { version, changed, conflicts, counts }: LoadReport): string {
  const held = `${counts.events} events, ${counts.actors} actors, ${counts.affiliations} affiliations, ${counts.sources} sources`
  const done = changed === 0 ? 'nothing changed' : `${changed} ${changed === 1 ? 'record' : 'records'} changed`
  const kept =
    conflicts.length > 0 ? ['Kept, because a hand wrote it last:', ...conflicts.map((each) => `  ${each}`)] : []
  return `${[`${collection}: ${done}; the files hold ${held}. The store is at version ${version}.`, ...kept].join('\n')}\n`
}
