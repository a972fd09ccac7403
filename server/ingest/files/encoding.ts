import { SpoiltFileError } from '../rows/reader.ts'

export interface Encoding {
  /** `utf-8` is what everything else is called until a byte of it says otherwise. */
  readonly name: 'utf-8' | 'utf-16le' | 'utf-16be'
  /** Bytes of the byte order mark at the beginning. */
  readonly mark: number
  readonly note: string | null
}

const UTF8: Encoding = { name: 'utf-8', mark: 0, note: null }

/** How much is looked at where there is no byte order mark. */
const LOOKED_AT = 4096

/** More than this share of bytes that stand in no text makes a file none. */
const MOST_CONTROLS = 0.02

/**
 * What a file is encoded in, by its first bytes.
 * @throws SpoiltFileError where they are no text, or text in UTF-32.
 */
export function encodingOf(name: string, head: Buffer): Encoding {
  if (starts(head, [0xff, 0xfe, 0, 0]) || starts(head, [0, 0, 0xfe, 0xff]))
    throw new SpoiltFileError(name, 1, 'It is written in UTF-32. Save it in UTF-8.')
  if (starts(head, [0xef, 0xbb, 0xbf])) return { name: 'utf-8', mark: 3, note: null }
  if (starts(head, [0xff, 0xfe])) return utf16('le', 2)
  if (starts(head, [0xfe, 0xff])) return utf16('be', 2)
  const bytes = head.subarray(0, LOOKED_AT)
  const even = zeros(bytes, 0)
  const odd = zeros(bytes, 1)
  if (odd > 0.4 && even < 0.05) return utf16('le', 0)
  if (even > 0.4 && odd < 0.05) return utf16('be', 0)
  if (controls(bytes) > MOST_CONTROLS)
    throw new SpoiltFileError(name, 1, 'It is no text: it holds bytes that stand in no text file.')
  return UTF8
}

function utf16(order: 'le' | 'be', mark: number): Encoding {
  const said = order === 'le' ? 'little end first' : 'big end first'
  return { name: `utf-16${order}`, mark, note: `Written in UTF-16, ${said}${mark === 0 ? ', without a mark' : ''}.` }
}

function starts(head: Buffer, bytes: readonly number[]): boolean {
  return head.length >= bytes.length && bytes.every((byte, at) => head[at] === byte)
}

/** The share of zero bytes at even or odd places. */
function zeros(bytes: Buffer, from: 0 | 1): number {
  let found = 0
  for (let at = from; at < bytes.length; at += 2) if (bytes[at] === 0) found += 1
  return found / Math.max(1, bytes.length >> 1)
}

/** The share of control bytes that are neither tab nor line end. */
function controls(bytes: Buffer): number {
  let found = 0
  for (const byte of bytes) if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) found += 1
  return found / Math.max(1, bytes.length)
}
