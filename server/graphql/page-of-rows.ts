import { CursorError, parseCursor, toCursor } from '../domain/cursor.ts'
import type { Distancing, DistancingRow } from '../domain/distancing/types.ts'
import type { View } from '../domain/view.ts'

/** The rows after a cursor, which names the last row of the page before. @throws CursorError also where that row is gone. */
export function pageOfRows(view: View, { rows, query }: Distancing, first: number, after: string | null) {
  const list = `distancing ${query.level}`
  const keyOf = ({ who, fromWhom }: DistancingRow) => [id(view, who), id(view, fromWhom)]
  let start = 0
  if (after !== null) {
    const key = parseCursor(list, ['string', 'string'], after).join('\n')
    start = rows.findIndex((row) => keyOf(row).join('\n') === key) + 1
    if (start === 0) throw new CursorError(after)
  }
  const page = rows.slice(start, start + first)
  const last = page.at(-1)
  return {
    page,
    truncated: start + page.length < rows.length,
    endCursor: last ? toCursor(list, keyOf(last)) : null,
  }
}

function id(view: View, actor: number): string {
  return view.snapshot.actors[actor]?.id ?? ''
}
