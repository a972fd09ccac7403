/** A row as a line of text between tabs. Cells with quotation marks stand in such; ends of lines and the like are spaces. */
export function tabLine(cells: readonly string[]): string {
  return cells.map(quoted).join('\t')
}

function quoted(cell: string): string {
  const text = cell.replaceAll(/[\p{Cc}]+/gu, ' ')
  return text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text
}
