import type { Command } from 'commander'
import { openBackup } from '../ingest/transfer/read-backup.ts'
import { transfer, type Transferred } from '../ingest/transfer/transfer.ts'
import { nameOfStore, openStore, toStoreChoice, type StoreChoice } from './open-store.ts'
import { addStoreOptions, type StoreSettings } from './store-options.ts'
import { countLines, ProgressTeller, tempo } from './transfer-report.ts'

export function registerRestore(program: Command): void {
  addStoreOptions(program.command('restore'))
    .description(
      'Fill a store that never held anything with what a backup holds: all of it or, where the file is not whole, nothing.',
    )
    .argument('<file>', 'what backup wrote')
    .action(async (path: string, settings: StoreSettings) => {
      const choice = toStoreChoice(settings)
      const began = performance.now()
      const { read, found, resumed } = await restore(path, choice)
      const lines = [
        `Restored ${path} to ${nameOfStore(choice)}: ${tempo(read, performance.now() - began)}.`,
        ...(resumed ? ['It went on with what a restore that was broken off had left there.'] : []),
        ...countLines(read),
        `digest of the backup: ${read.digest}`,
        `digest of what is there: ${found.digest}`,
      ]
      process.stdout.write(`${lines.join('\n')}\n`)
    })
}

async function restore(path: string, choice: StoreChoice): Promise<Transferred> {
  const progress = new ProgressTeller()
  try {
    // The whole file is tested before there is even an empty store.
    const backup = await openBackup(path, progress.tell)
    const store = await openStore(choice)
    try {
      return await transfer(backup, store, progress.tell)
    } finally {
      await store.close()
    }
  } finally {
    progress.clear()
  }
}
