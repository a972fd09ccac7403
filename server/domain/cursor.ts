/** A cursor that is none, or one of another list or order. `says` tells what to do. */
export class CursorError extends Error {
  override readonly name = 'CursorError'
  readonly cursor: string
  readonly says: string
  constructor(cursor: string) {
    const says =
      `"${cursor}" is no cursor of this list in this order. ` +
      'Give `endCursor` or the `cursor` of an edge of an earlier page, or leave it out for the first page.'
    super(says)
    this.cursor = cursor
    this.says = says
  }
}

/** What a list is sorted by, the most important first. */
export type SortKey = readonly (string | number)[]

/** Where a page ends: the sort key of its last item, so that it holds its place when that item goes. @param list its name and order. */
export function toCursor(list: string, key: SortKey): string {
  return Buffer.from(JSON.stringify([list, ...key])).toString('base64url')
}

/** What the values of a list's sort keys are. */
export type KeyTypes = readonly ('string' | 'number')[]

/**
 * The sort key in a cursor.
 * @throws CursorError
 */
export function parseCursor(list: string, types: KeyTypes, cursor: string): SortKey {
  const key = parseArray(cursor).slice(1)
  const fits = key.length === types.length && key.every((value, i) => typeof value === types[i])
  // Written anew it is the same text only if it is of this list and nothing was added.
  if (!fits || toCursor(list, key as SortKey) !== cursor) throw new CursorError(cursor)
  return key as SortKey
}

function parseArray(cursor: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return Array.isArray(value) ? value : []
  } catch {
    return []
  }
}
