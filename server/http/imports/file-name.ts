/** Characters of a name. */
const LONGEST = 100

/** A name that a client gave, as one that is safe in any folder: its last part, of letters, digits, spaces and a few signs. */
export function safeFileName(given: string): string {
  const last = given.normalize('NFC').split(/[/\\]/u).at(-1) ?? ''
  const plain = last
    .replace(/[^\p{L}\p{N} ._()-]/gu, '_')
    .replace(/^[. ]+/u, '')
    .replace(/[. ]+$/u, '')
  const cut = [...plain]
    .slice(-LONGEST)
    .join('')
    .replace(/^[. ]+/u, '')
  return cut === '' ? 'file' : cut
}
