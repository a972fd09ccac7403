import { SpoiltFileError, type LineBatch, type TextFile } from '../rows/reader.ts'
import type { ByteSource } from './byte-source.ts'
import { decoderOf, WrongByteError } from './decoder.ts'
import { encodingOf, type Encoding } from './encoding.ts'
import { splitLines } from './split-lines.ts'

/** Bytes of a file that its sample is made of. */
export const SAMPLE = 64 * 1024

/**
 * A file of text, of which the beginning has been read.
 * @param head its first bytes, SAMPLE of them where there are as many
 * @throws SpoiltFileError where its beginning is no text.
 */
export async function textFile(source: ByteSource, head: Buffer): Promise<TextFile> {
  const encoding = encodingOf(source.name, head)
  const notes = [...source.notes]
  const note = (says: string): void => {
    if (!notes.includes(says)) notes.push(says)
  }
  if (encoding.note !== null) note(encoding.note)
  const sample = await sampleOf(source, encoding, head, note)
  return {
    name: source.name,
    path: source.path,
    bytes: source.bytes,
    sample,
    notes,
    async *text(signal): AsyncGenerator<string, void> {
      yield* decoded(source, encoding, source.open().pieces, note, signal)
    },
    async *lines(signal): AsyncGenerator<LineBatch, void> {
      const { pieces, position } = source.open()
      yield* splitLines(decoded(source, encoding, pieces, note, signal), position)
    },
  }
}

async function* decoded(
  source: ByteSource,
  encoding: Encoding,
  pieces: AsyncIterable<Buffer>,
  note: (says: string) => void,
  signal: AbortSignal | undefined,
): AsyncGenerator<string, void> {
  const decoder = decoderOf(encoding, note)
  try {
    for await (const piece of pieces) {
      signal?.throwIfAborted()
      const text = decoder.push(piece)
      if (text !== '') yield text
    }
    const text = decoder.end()
    if (text !== '') yield text
  } catch (error) {
    throw error instanceof WrongByteError ? await placed(source, error) : error
  }
}

/** The line is counted only where something is wrong: it costs a second reading. */
async function placed(source: ByteSource, error: WrongByteError): Promise<SpoiltFileError> {
  let line = 1
  let left = error.offset
  for await (const piece of source.open().pieces) {
    const part = piece.subarray(0, left)
    for (let at = part.indexOf(10); at >= 0; at = part.indexOf(10, at + 1)) line += 1
    left -= part.length
    if (left === 0) break
  }
  return new SpoiltFileError(source.name, line, error.says)
}

async function sampleOf(
  source: ByteSource,
  encoding: Encoding,
  head: Buffer,
  note: (says: string) => void,
): Promise<string> {
  const decoder = decoderOf(encoding, note)
  try {
    const bytes = head.subarray(0, SAMPLE)
    const text = decoder.push(bytes)
    if (head.length < SAMPLE) return text + decoder.end()
    const end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'))
    return end < 0 ? text : text.slice(0, end + 1)
  } catch (error) {
    throw error instanceof WrongByteError ? await placed(source, error) : error
  }
}
