import { InvalidArgumentError, type Command } from 'commander'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { storePath } from '../config.ts'
import type { Summary } from '../ingest/transfer/digest.ts'
import { writeBackup } from '../ingest/transfer/write-backup.ts'
import { nameOfStore, toStoreChoice, type StoreChoice } from './open-store.ts'
import { openWhole } from './place.ts'
import { addStoreOptions, type StoreSettings } from './store-options.ts'
import { countLines, leftOut, ProgressTeller, tempo } from './transfer-report.ts'
import { UsageError } from './usage-error.ts'

interface BackupSettings extends StoreSettings {
  readonly to: string
  readonly force?: true
}

export function registerBackup(program: Command): void {
  addStoreOptions(program.command('backup'))
    .description('Write everything that the store keeps into one file, for restore. It may be in use meanwhile.')
    .requiredOption('--to <file>', 'the file, such as entente.jsonl.gz; its folder must be there', toPath)
    .option('--force', 'replace the file where there is one')
    .action(async (settings: BackupSettings) => {
      const { to: path, force } = settings
      if (existsSync(path) && force !== true) {
        throw new UsageError(`${path} is there already. Name another file, or replace it with --force.`)
      }
      const choice = toStoreChoice(settings)
      refuseOwnFile(choice, path)
      const began = performance.now()
      const summary = await backup(choice, path)
      const what = `Wrote ${nameOfStore(choice)} to ${path}: ${tempo(summary, performance.now() - began)}.`
      process.stdout.write(`${[what, ...countLines(summary), `digest: ${summary.digest}`].join('\n')}\n`)
    })
}

/** It would take the place of what is backed up. @throws UsageError */
function refuseOwnFile(choice: StoreChoice, path: string): void {
  if (choice.name !== 'sqlite' || resolve(path) !== storePath(choice.dataFolder)) return
  throw new UsageError(`${path} is the store itself. Name another file.`)
}

async function backup(choice: StoreChoice, path: string): Promise<Summary> {
  const store = await openWhole(choice)
  const progress = new ProgressTeller()
  try {
    const summary = await writeBackup(store, path, progress.tell)
    progress.clear()
    process.stderr.write(await leftOut(store))
    return summary
  } finally {
    progress.clear()
    await store.close()
  }
}

function toPath(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('Name a file.')
  return text
}
