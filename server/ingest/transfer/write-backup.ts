import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { GraphStore, Kept } from '../../store/graph-store.ts'
import { endLine, headerLine } from './backup-format.ts'
import { Digest, type Summary } from './digest.ts'
import { BackupFileError } from './errors.ts'
import { readUnmoved, told, type OnProgress } from './read-unmoved.ts'

/** Between a small file and a quick one. */
const LEVEL = 4

/**
 * Writes everything that a store keeps into one file, beside it first: under its name it stands whole or not at all, whatever
 * happens. What stood there is replaced.
 * @throws SourceMovedError, BackupFileError
 */
export async function writeBackup(store: GraphStore, path: string, onProgress: OnProgress): Promise<Summary> {
  const unfinished = `${path}.${process.pid}.unfinished`
  try {
    const { summary } = await readUnmoved(
      store,
      'No backup was written; try again when less is written.',
      (all, version) =>
        writeFile(unfinished, headerLine(store.capabilities.name, version), told(all, 'reading', onProgress)),
    )
    await rename(unfinished, path)
    await settle(dirname(path))
    return summary
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {})
    throw isOfSystem(error)
      ? new BackupFileError(path, `cannot be written (${error.code}). ${WHAT_TO_DO}`, error)
      : error
  }
}

const WHAT_TO_DO = 'Choose another place, make room, or change who may write there. No backup was written.'

async function writeFile(path: string, header: string, everything: AsyncIterable<readonly Kept[]>): Promise<Summary> {
  const digest = new Digest()
  async function* text(): AsyncIterable<string> {
    yield `${header}\n`
    for await (const chunk of everything) yield chunk.map((kept) => `${digest.add(kept)}\n`).join('')
    yield `${endLine(digest.summary())}\n`
  }
  // `flush`: on the disk before it is closed, and so before it gets its name.
  await pipeline(Readable.from(text()), createGzip({ level: LEVEL }), createWriteStream(path, { flush: true }))
  return digest.summary()
}

/** So that the new name outlasts a power cut. */
async function settle(folder: string): Promise<void> {
  const handle = await open(folder)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Only what comes of the file: an error of the store has its own sentence. */
function isOfSystem(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'syscall' in error && 'code' in error
}
