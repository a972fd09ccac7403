import type { Command } from 'commander'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { exportCase } from '../ingest/case/export-case.ts'
import { streamOf } from './case-yaml.ts'
import { counted } from './counted.ts'
import { addStoreOptions, type StoreSettings } from './store-options.ts'
import { UsageError } from './usage-error.ts'
import { withStore } from './with-store.ts'

interface ExportSettings extends StoreSettings {
  readonly to?: string
  readonly force?: true
}

export function registerExport(program: Command): void {
  addStoreOptions(program.command('export'))
    .description('Write a case as the files that load reads: to standard output as one YAML stream, or into a folder.')
    .argument('<collection>', 'the id of the case')
    .option('--to <folder>', 'the folder; made where it is not there')
    .option('--force', 'replace files of the folder that say something else')
    .action(async (collection: string, settings: ExportSettings) => {
      const { to, force } = settings
      const files = exportCase(await read(collection, settings))
      if (to === undefined) process.stdout.write(streamOf(files))
      else await writeFiles(to, files, force === true).catch((error: unknown) => refuseFolder(to, error))
    })
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
