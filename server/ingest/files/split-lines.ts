import type { LineBatch } from '../rows/reader.ts'

/** Lines over this many characters are cut to it. */
export const LONGEST_LINE = 1_000_000

const ANY_END = /\r\n|\n|\r/

/**
 * Text in pieces to lines. A line ends with LF, CR LF or CR; the last may go without. Holds one piece and one unfinished line at most.
 * @param position bytes of the packed file that have been read so far
 */
export async function* splitLines(
  pieces: AsyncIterable<string>,
  position: () => number,
): AsyncGenerator<LineBatch, void> {
  let rest = ''
  let first = 1
  // Whether what comes up to the next line end belongs to a line that was cut.
  let dropping = false
  for await (const piece of pieces) {
    const plainEnd = dropping || rest.endsWith('\r') || piece.includes('\r') ? -1 : piece.lastIndexOf('\n')
    if (plainEnd >= 0) {
      // The usual way, without copying the piece.
      const lines = piece.slice(0, plainEnd).split('\n')
      lines[0] = rest + (lines[0] ?? '')
      rest = piece.slice(plainEnd + 1)
      yield batch(first, lines, position())
      first += lines.length
      continue
    }
    const text = rest === '' ? piece : rest + piece
    const end = lastLineEnd(text)
    if (end < 0) {
      rest = text
      if (!dropping && text.length > LONGEST_LINE) {
        yield { first, lines: [text.slice(0, LONGEST_LINE)], cut: [first], bytesRead: position() }
        first += 1
        dropping = true
      }
      // A CR at the end may be half of a line end.
      if (dropping) rest = text.endsWith('\r') ? '\r' : ''
      continue
    }
    rest = text.slice(end + 1)
    const lines = linesOf(text.slice(0, end), text[end] === '\n')
    if (dropping) lines.shift()
    dropping = false
    if (lines.length > 0) yield batch(first, lines, position())
    first += lines.length
  }
  const last = rest.endsWith('\r') ? rest.slice(0, -1) : rest
  if (rest !== '' && !dropping) yield batch(first, [last], position())
}

/** Where the last line end stands that is surely a whole one; -1: nowhere. */
function lastLineEnd(text: string): number {
  const feed = text.lastIndexOf('\n')
  const carriage = text.lastIndexOf('\r', text.length - 2)
  return text.length < 2 ? feed : Math.max(feed, carriage)
}

/**
 * @param text without its last line end
 * @param isFeed whether that was LF, so that a CR before it belongs to it
 */
function linesOf(text: string, isFeed: boolean): string[] {
  if (!text.includes('\r')) return text.split('\n')
  return (isFeed && text.endsWith('\r') ? text.slice(0, -1) : text).split(ANY_END)
}

function batch(first: number, lines: string[], bytesRead: number): LineBatch {
  const cut: number[] = []
  for (const [at, line] of lines.entries())
    if (line.length > LONGEST_LINE) {
      lines[at] = line.slice(0, LONGEST_LINE)
      cut.push(first + at)
    }
  return { first, lines, cut, bytesRead }
}
