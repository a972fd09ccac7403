import type { Command } from 'commander'
import { transfer, type Transferred } from '../ingest/transfer/transfer.ts'
import { nameOfStore, openStore, toStoreChoice, type StoreChoice } from './open-store.ts'
import { choiceOf, openWhole } from './place.ts'
import { addStoreOptions, type StoreSettings } from './store-options.ts'
import { countLines, leftOut, ProgressTeller, tempo } from './transfer-report.ts'
import { UsageError } from './usage-error.ts'

interface CopySettings extends StoreSettings {
  readonly from?: string
  readonly to?: string
}

export function registerCopy(program: Command): void {
  addStoreOptions(program.command('copy'))
    .description(
      'Copy everything that a store keeps into an empty one: to --to, or from --from; the other side is the store that is used else.',
    )
    .option('--from <place>', 'the address of a Neo4j, such as bolt://127.0.0.1:7687, or a data folder')
    .option('--to <place>', 'the same')
    .action(async (settings: CopySettings) => {
      const { from, to } = sides(settings)
      const began = performance.now()
      const copied = await copy(from, to)
      process.stdout.write(report(nameOfStore(from), nameOfStore(to), copied, performance.now() - began))
    })
}

/** @throws UsageError, SettingError */
function sides(settings: CopySettings): { readonly from: StoreChoice; readonly to: StoreChoice } {
  const { from, to } = settings
  if (from === undefined && to === undefined) {
    throw new UsageError(
      'Where from, or where to? Name the other store with --from or --to: a data folder, or an address such as bolt://127.0.0.1:7687.',
    )
  }
  const choices = {
    from: from === undefined ? toStoreChoice(settings) : choiceOf(from, settings),
    to: to === undefined ? toStoreChoice(settings) : choiceOf(to, settings),
  }
  const [source, target] = [nameOfStore(choices.from), nameOfStore(choices.to)]
  if (source !== target) return choices
  throw new UsageError(`Both sides are one store, ${source}. Name another with --from or --to.`)
}

async function copy(from: StoreChoice, to: StoreChoice): Promise<Transferred> {
  const source = await openWhole(from)
  try {
    const target = await openStore(to)
    const progress = new ProgressTeller()
    try {
      const copied = await transfer(source, target, progress.tell)
      progress.clear()
      process.stderr.write(await leftOut(source))
      return copied
    } finally {
      progress.clear()
      await target.close()
    }
  } finally {
    await source.close()
  }
}

function report(from: string, to: string, { read, found, resumed }: Transferred, ms: number): string {
  const lines = [
    `Copied from ${from} to ${to}: ${tempo(read, ms)}.`,
    ...(resumed ? ['It went on with what a copy that was broken off had left there.'] : []),
    ...countLines(read),
    `digest of what was read: ${read.digest}`,
    `digest of what is there: ${found.digest}`,
  ]
  return `${lines.join('\n')}\n`
}
