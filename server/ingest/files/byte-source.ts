import { createReadStream } from 'node:fs'

/** How many bytes are read, unpacked and decoded at a time. */
export const PIECE = 128 * 1024

/** A file of bytes, unpacked as it is read. */
export interface ByteSource {
  /** What the user is told: the file, or archive and member. */
  readonly name: string
  readonly path: string
  /** Of the file as it lies, packed. */
  readonly bytes: number
  readonly notes: readonly string[]
  /** From the beginning. A piece is valid until the next is asked for. Fails with SpoiltFileError where it cannot be unpacked. */
  open(): OpenBytes
}

export interface OpenBytes {
  readonly pieces: AsyncIterable<Buffer>
  /** Bytes of the packed file that have been read so far. */
  position(): number
}

/** A file that is not packed. */
export function plainSource(path: string, name: string, bytes: number): ByteSource {
  return {
    name,
    path,
    bytes,
    notes: [],
    open() {
      const stream = createReadStream(path, { highWaterMark: PIECE })
      return { pieces: stream, position: () => stream.bytesRead }
    },
  }
}
