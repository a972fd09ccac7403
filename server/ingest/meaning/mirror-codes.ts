import { CAMEO_CODES } from './cameo-table.ts'

/** Who visits and who hosts are the two sides of one visit. */
const OTHER_SIDE: Readonly<Record<string, string>> = { '042': '043', '043': '042' }

/** Codes of meetings, which data sets code once from each side. */
export const MEETING_CODES: readonly string[] = [...CAMEO_CODES.keys()].filter((code) => code.startsWith('04'))

/** The codes that the other side of an act may carry, the likeliest first; empty: the act is coded from one side only. */
export function pairsWith(code: string): readonly string[] {
  if (!MEETING_CODES.includes(code)) return []
  const other = OTHER_SIDE[code]
  return other === undefined ? [code] : [other, code]
}
