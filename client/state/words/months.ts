export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** `11 November 2025`, for sentences. */
export function longDayWords(date: string): string {
  return `${longDayOfYear(date)} ${date.slice(0, 4)}`
}

/** `11 November`, where the year is plain. */
export function longDayOfYear(date: string): string {
  return `${Number(date.slice(8))} ${MONTHS[Number(date.slice(5, 7)) - 1] ?? ''}`
}

/** `11 Nov` */
export function shortDayOfYear(date: string): string {
  return `${Number(date.slice(8))} ${(MONTHS[Number(date.slice(5, 7)) - 1] ?? '').slice(0, 3)}`
}

/** `1 Aug – 30 Nov 2025` */
export function spanWords(first: string, last: string): string {
  const until = `${shortDayOfYear(last)} ${last.slice(0, 4)}`
  if (first === last) return until
  const since = shortDayOfYear(first)
  return first.slice(0, 4) === last.slice(0, 4) ? `${since} – ${until}` : `${since} ${first.slice(0, 4)} – ${until}`
}
