import type { Command } from 'commander'
import { dataOption } from './data-option.ts'
import { withStore } from './with-store.ts'

export function registerReload(program: Command): void {
  program
    .command('reload')
    .description('Make every server on this store read it anew, after something else has written to it.')
    .addOption(dataOption())
    .action(async ({ data }: { readonly data: string }) => {
      const version = await withStore(data, (store) => store.reload())
      process.stdout.write(`The store is at version ${version}; servers read it anew before their next answer.\n`)
    })
}
