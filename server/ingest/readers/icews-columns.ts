/** The columns of a raw ICEWS record that are read, as its header names them; others (where it happened) are passed over. */
export const ICEWS_COLUMNS = [
  'event id',
  'event date',
  'source name',
  'source sectors',
  'source country',
  'event text',
  'cameo code',
  'intensity',
  'target name',
  'target sectors',
  'target country',
  'story id',
  'sentence number',
  'publisher',
] as const

export type IcewsColumn = (typeof ICEWS_COLUMNS)[number]

/** Without these a row says nothing. */
const NEEDED: readonly IcewsColumn[] = ['event date', 'source name', 'target name']

/** Where each column stands, from 0; -1: nowhere. */
export interface IcewsHeader {
  readonly at: Readonly<Record<IcewsColumn, number>>
  /** How many columns there are. */
  readonly count: number
  /** Whether cells stand in quotation marks. */
  readonly isQuoted: boolean
}

/** Null: the line is no header of ICEWS. Names may stand in any order and case, with underscores for spaces. */
export function icewsHeader(line: string): IcewsHeader | null {
  const isQuoted = line.startsWith('"')
  const names = line.split('\t').map((cell) =>
    unquoted(cell, isQuoted)
      .trim()
      .toLowerCase()
      .replaceAll(/[_\s]+/g, ' '),
  )
  const at = Object.fromEntries(ICEWS_COLUMNS.map((name) => [name, names.indexOf(name)])) as Record<IcewsColumn, number>
  if (NEEDED.some((name) => at[name] < 0)) return null
  if (at['event text'] < 0 && at['cameo code'] < 0) return null
  return { at, count: names.length, isQuoted }
}

export function unquoted(cell: string, isQuoted: boolean): string {
  return isQuoted && cell.length > 1 && cell.startsWith('"') && cell.endsWith('"')
    ? cell.slice(1, -1).replaceAll('""', '"')
    : cell
}
