import { Option, type Command } from 'commander'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { exportCase } from '../ingest/case/export-case.ts'
import { streamOf } from './case-yaml.ts'
import { counted } from './counted.ts'
import { addStoreOptions, type StoreSettings } from './store-options.ts'
import { UsageError } from './usage-error.ts'
import { withStore } from './with-store.ts'

interface ExportSettings extends StoreSettings {
  readonly format?: string
  readonly filter?: string
  readonly asKnownOn?: string
  readonly level: string
  readonly to?: string
  readonly force?: true
}

/** Repeated here because what knows the formats is loaded only where one is asked for. */
const FORMATS = ['csv', 'json', 'graphml', 'gexf', 'stix', 'cypher', 'yaml']

export function registerExport(program: Command): void {
  addStoreOptions(program.command('export'))
    .description(
      'Write a case as the files that load reads (left out: a format), or events in a format for other programs.',
    )
    .argument('[collection]', 'id of the collection; left out, with a format: all of them')
    .addOption(new Option('--format <format>', 'what other programs read').choices(FORMATS))
    .option('--filter <json>', 'with a format: only events that pass this EventFilter of the schema')
    .option('--as-known-on <date>', 'with a format: without what became known later')
    .option(
      '--level <level>',
      'with a filter: whether an actor stands for those that roll up to it, actor or top',
      'actor',
    )
    .option('--to <path>', 'the folder of the case, or the file; left out: standard output')
    .option('--force', 'replace files of the folder that say something else')
    .action(async (collection: string | undefined, settings: ExportSettings) => {
      const { format } = settings
      if (format === undefined) return exportAsCase(collection, settings)
      const { exportData } = await import('./export-data.ts')
      await exportData(collection, { ...settings, format })
    })
}

/** @throws UsageError */
async function exportAsCase(collection: string | undefined, settings: ExportSettings): Promise<void> {
  const { to, force, filter, asKnownOn } = settings
  if (filter !== undefined || asKnownOn !== undefined)
    throw new UsageError(`--filter and --as-known-on go with --format: ${FORMATS.join(', ')}.`)
  if (collection === undefined)
    throw new UsageError(`Name the case, or a format for events of all collections: --format ${FORMATS.join(', ')}.`)
  const files = exportCase(await read(collection, settings))
  if (to === undefined) process.stdout.write(streamOf(files))
  else await writeFiles(to, files, force === true).catch((error: unknown) => refuseFolder(to, error))
}

/** @throws UsageError where the store has no such collection. */
async function read(collection: string, settings: StoreSettings) {
  return withStore(settings, async (store) => {
    const stored = await store.readCollection(collection)
    if (stored) return stored.contents
    const held = (await store.collections()).map((each) => each.id).sort()
    throw new UsageError(`The store has no collection "${collection}". It has: ${held.join(', ') || 'none yet'}.`)
  })
}

/** Looks at every file before it writes the first. @throws UsageError where something else would be lost. */
async function writeFiles(folder: string, files: ReadonlyMap<string, string>, force: boolean): Promise<void> {
  await mkdir(folder, { recursive: true })
  const changed: string[] = []
  for (const [name, text] of files) {
    const there = await textOf(join(folder, name))
    if (there !== null && there !== text) changed.push(name)
  }
  if (changed.length > 0 && !force) {
    throw new UsageError(
      `${folder} holds files that say something else: ${changed.join(', ')}. Choose another folder, or replace them with --force.`,
    )
  }
  for (const [name, text] of files) {
    // Written whole beside it first, so that a full disk never leaves half of a file.
    const path = join(folder, name)
    await writeFile(`${path}.new`, text)
    await rename(`${path}.new`, path)
  }
  process.stdout.write(`${counted(files.size, 'file')} written to ${folder}.\n`)
}

/** @throws UsageError where the system says why, else what was thrown. */
function refuseFolder(folder: string, error: unknown): never {
  if (!(error instanceof Error && 'code' in error)) throw error
  if (error.code === 'EEXIST' || error.code === 'ENOTDIR') {
    throw new UsageError(`${folder} is a file, or lies below one. Name a folder.`)
  }
  throw new UsageError(
    `${folder} cannot be written (${String(error.code)}). Choose another folder, or change who may write it.`,
  )
}

async function textOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
