/** What Windows-1252 has where Latin-1 has control characters; five of them stand for nothing. */
const UPPER = '€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ'

const NOTHING = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d])

/** Bytes as text in Windows-1252, of which Latin-1 is a part. Every byte is some character. */
export function fromWindows1252(bytes: Buffer): string {
  return bytes.toString('latin1').replaceAll(/[\u{80}-\u{9f}]/gu, (sign) => UPPER[sign.charCodeAt(0) - 0x80] ?? sign)
}

/**
 * Whether bytes that are no UTF-8 are plausibly Windows-1252: nearly none of what is beyond ASCII would be UTF-8, none of it stands for
 * nothing, and each stands beside an ASCII letter, space or sign as letters and quotation marks do, not in long runs.
 */
export function isPlausible1252(bytes: Buffer): boolean {
  let wide = 0
  let single = 0
  let run = 0
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte < 0x80) {
      run = 0
      continue
    }
    if (NOTHING.has(byte) || (run += 1) > 4) return false
    const length = sequenceLength(bytes, at)
    if (length > 1) {
      wide += 1
      at += length - 1
    } else single += 1
  }
  return single > wide * 4
}

/** The length of the well-formed UTF-8 sequence that begins here; 1 beyond ASCII: none does. */
export function sequenceLength(bytes: Buffer, at: number): number {
  const first = bytes[at] ?? 0
  const length =
    first >= 0xf0 && first < 0xf5 ? 4 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xc2 && first < 0xe0 ? 2 : 1
  for (let next = 1; next < length; next += 1) if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return 1
  return length
}
