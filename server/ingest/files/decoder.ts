import { isAscii, isUtf8 } from 'node:buffer'
import type { Encoding } from './encoding.ts'
import { fromWindows1252, isPlausible1252, sequenceLength } from './windows-1252.ts'

const NOTHING = Buffer.alloc(0)

/** A byte that the encoding of the file does not have. */
export class WrongByteError extends Error {
  override readonly name = 'WrongByteError'
  /** From the beginning of the file, unpacked; at it or not long before it. */
  readonly offset: number
  readonly says: string
  constructor(offset: number, says: string) {
    super(says)
    this.offset = offset
    this.says = says
  }
}

/** Bytes of a file to text, piece by piece. */
export interface Decoder {
  /** @throws WrongByteError */
  push(piece: Buffer): string
  /** What is left when the file has ended. */
  end(): string
}

/** @param note is told what turns out about the encoding. */
export function decoderOf(encoding: Encoding, note: (says: string) => void): Decoder {
  return encoding.name === 'utf-8'
    ? new Utf8Decoder(encoding.mark, note)
    : new Utf16Decoder(encoding.name, encoding.mark)
}

class Utf8Decoder implements Decoder {
  readonly #note: (says: string) => void
  #rest = NOTHING
  /** Bytes of the mark that are still to be passed over. */
  #mark: number
  #offset = 0
  #said: 'ascii' | 'utf-8' | 'windows-1252' = 'ascii'

  constructor(mark: number, note: (says: string) => void) {
    this.#mark = mark
    this.#note = note
  }

  push(piece: Buffer): string {
    const bytes = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece])
    if (bytes.length < this.#mark) {
      this.#rest = Buffer.from(bytes)
      return ''
    }
    const end = this.#said === 'windows-1252' ? bytes.length : wholeCharacters(bytes)
    this.#rest = end === bytes.length ? NOTHING : Buffer.from(bytes.subarray(end))
    const text = this.#decode(bytes.subarray(this.#mark, end))
    this.#offset += end
    this.#mark = 0
    return text
  }

  end(): string {
    const rest = this.#rest
    this.#rest = NOTHING
    return this.#decode(rest.subarray(this.#mark))
  }

  #decode(bytes: Buffer): string {
    if (this.#said === 'windows-1252') return fromWindows1252(bytes)
    if (isAscii(bytes)) return bytes.toString('latin1')
    if (isUtf8(bytes)) {
      this.#said = 'utf-8'
      return bytes.toString('utf8')
    }
    if (this.#said === 'ascii' && isPlausible1252(bytes)) {
      this.#said = 'windows-1252'
      this.#note('Written in no UTF-8; read as Windows-1252 (Latin-1). Look whether the names are right.')
      return fromWindows1252(bytes)
    }
    throw this.#fault(bytes)
  }

  #fault(bytes: Buffer): WrongByteError {
    const at = firstWrongByte(bytes)
    const offset = this.#offset + this.#mark + at
    const byte = `0x${(bytes[at] ?? 0).toString(16).padStart(2, '0')}`
    const place = (offset + 1).toLocaleString('en')
    return new WrongByteError(
      offset,
      `The byte ${byte} (number ${place} of the file) is no UTF-8. Save the file in UTF-8.`,
    )
  }
}

class Utf16Decoder implements Decoder {
  readonly #decoder: TextDecoder
  #mark: number
  #offset = 0

  constructor(encoding: 'utf-16le' | 'utf-16be', mark: number) {
    this.#mark = mark
    this.#decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
  }

  push(piece: Buffer): string {
    const marked = Math.min(this.#mark, piece.length)
    this.#mark -= marked
    return this.#decode(piece.subarray(marked), true)
  }

  end(): string {
    return this.#decode(NOTHING, false)
  }

  #decode(bytes: Buffer, stream: boolean): string {
    try {
      const text = this.#decoder.decode(bytes, { stream })
      this.#offset += bytes.length
      return text
    } catch {
      const where = stream ? 'On this line or after it' : 'It ends in the middle of a character:'
      throw new WrongByteError(this.#offset, `${where} the file is no UTF-16, as which it begins. Fetch it again.`)
    }
  }
}

/** How many of the bytes are whole characters: a character that is cut at the end waits for its rest. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) break
    if (byte < 0xc0) continue
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
    return length > back ? bytes.length - back : bytes.length
  }
  return bytes.length
}

function firstWrongByte(bytes: Buffer): number {
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at] ?? 0
    const length = sequenceLength(bytes, at)
    if ((byte >= 0x80 && length === 1) || !isUtf8(bytes.subarray(at, at + length))) return at
    at += length
  }
  return bytes.length
}
