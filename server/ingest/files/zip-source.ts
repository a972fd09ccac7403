import { pipeline } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import { openPromise, type Entry } from 'yauzl'
import { SpoiltFileError } from '../rows/reader.ts'
import { PIECE, type ByteSource } from './byte-source.ts'
import { unpackFault } from './gzip-source.ts'
import { checkUnpacked } from './limits.ts'

const STORED = 0

/** A member of a zip archive. Nothing of it is ever written to disk, so it may be named as it likes. */
export function memberSource(path: string, name: string, entry: Entry): ByteSource {
  return {
    name,
    path,
    bytes: entry.compressedSize,
    notes: ['Unpacked from zip.'],
    open() {
      const state = { read: 0 }
      return { pieces: unpack(path, name, entry, state), position: () => state.read }
    },
  }
}

async function* unpack(
  path: string,
  name: string,
  entry: Entry,
  state: { read: number },
): AsyncGenerator<Buffer, void> {
  let total = 0
  let sum = 0
  try {
    for await (const piece of packedPieces(path, entry, state)) {
      total += piece.length
      checkUnpacked(name, entry.compressedSize, total)
      if (total > entry.uncompressedSize) break
      sum = crc32(piece, sum)
      yield piece
    }
  } catch (error) {
    throw zipFault(name, error)
  }
  if (total !== entry.uncompressedSize || sum !== entry.crc32)
    throw new SpoiltFileError(
      name,
      null,
      'Its check sum does not fit what was unpacked: it is damaged. Fetch it again.',
    )
}

async function* packedPieces(path: string, entry: Entry, state: { read: number }): AsyncGenerator<Buffer, void> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false, decodeStrings: false })
  try {
    const packed = await zip.openReadStreamPromise(entry, { decodeFileData: false })
    if (entry.compressionMethod === STORED) {
      for await (const piece of packed as AsyncIterable<Buffer>) {
        state.read += piece.length
        yield piece
      }
      return
    }
    const inflate = createInflateRaw({ chunkSize: PIECE })
    pipeline(packed, inflate, () => {
      // What went wrong comes out of the unpacked end.
    })
    for await (const piece of inflate as AsyncIterable<Buffer>) {
      state.read = inflate.bytesWritten
      yield piece
    }
  } finally {
    zip.close()
  }
}

/** What any fault of a zip archive means for the file. Faults of the machine, which have a number, are passed on. */
export function zipFault(name: string, error: unknown): unknown {
  if (error instanceof SpoiltFileError) return error
  const unpacking = unpackFault(name, error)
  if (unpacking !== null) return unpacking
  if (!(error instanceof Error) || 'errno' in error || error.name === 'AbortError') return error
  return new SpoiltFileError(name, null, `The zip archive is damaged (${error.message}). Fetch it again.`)
}
