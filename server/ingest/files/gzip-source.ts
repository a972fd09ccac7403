import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { SpoiltFileError } from '../rows/reader.ts'
import { PIECE, type ByteSource } from './byte-source.ts'
import { checkUnpacked } from './limits.ts'

/** A gzip file, of one member or of several behind one another. */
export function gzipSource(path: string, name: string, bytes: number): ByteSource {
  return {
    name,
    path,
    bytes,
    notes: ['Unpacked from gzip.'],
    open() {
      const packed = createReadStream(path, { highWaterMark: PIECE })
      const unpacked = createGunzip({ chunkSize: PIECE })
      pipeline(packed, unpacked, () => {
        // What went wrong comes out of the unpacked end.
      })
      return { pieces: checked(name, bytes, unpacked), position: () => packed.bytesRead }
    },
  }
}

async function* checked(
  name: string,
  bytes: number,
  unpacked: ReturnType<typeof createGunzip>,
): AsyncGenerator<Buffer, void> {
  let total = 0
  try {
    for await (const piece of unpacked as AsyncIterable<Buffer>) {
      total += piece.length
      checkUnpacked(name, bytes, total)
      yield piece
    }
  } catch (error) {
    throw unpackFault(name, error) ?? error
  }
  // Whatever follows the last member is passed over in silence by zlib.
  if (unpacked.bytesWritten < bytes)
    throw new SpoiltFileError(
      name,
      null,
      `After ${unpacked.bytesWritten.toLocaleString('en')} of ${bytes.toLocaleString('en')} bytes it is no gzip any more: it is damaged. Fetch it again.`,
    )
}

/** What a fault of zlib means for the file; null: it is no fault of zlib. */
export function unpackFault(name: string, error: unknown): SpoiltFileError | null {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'Z_BUF_ERROR')
    return new SpoiltFileError(name, null, 'It ends in the middle of its packed data: it is cut off. Fetch it again.')
  if (typeof code === 'string' && code.startsWith('Z_'))
    return new SpoiltFileError(name, null, 'Its packed data is damaged and cannot be unpacked. Fetch it again.')
  return null
}
