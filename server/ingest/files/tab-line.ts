import { LONGEST_LINE } from './split-lines.ts'

/**
 * A row as a line of text between tabs. Cells with quotation marks stand in such; ends of lines and the like are spaces. What is longer
 * than any line that is read is cut there, for cells may stand for one long text again and again.
 */
export function tabLine(cells: readonly string[]): string {
  let line = ''
  for (const [at, cell] of cells.entries()) {
    line += at === 0 ? quoted(cell) : `\t${quoted(cell)}`
    if (line.length > LONGEST_LINE) break
  }
  return line
}

function quoted(cell: string): string {
  const text = cell.replaceAll(/[\p{Cc}]+/gu, ' ')
  return text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text
}
