import type { Command } from 'commander'
import { addStoreOptions, type StoreSettings } from './store-options.ts'
import { withStore } from './with-store.ts'

export function registerReload(program: Command): void {
  addStoreOptions(program.command('reload'))
    .description('Make every server on this store read it anew, after something else has written to it.')
    .action(async (settings: StoreSettings) => {
      const version = await withStore(settings, (store) => store.reload())
      process.stdout.write(`The store is at version ${version}; servers read it anew before their next answer.\n`)
    })
}
