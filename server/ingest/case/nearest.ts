/** The known word that was most likely meant: by few slips, else by its beginning; null where none is. Case does not count. */
export function nearest(written: string, words: Iterable<string>): string | null {
  const known = [...words]
  // Longer than any word of a case; keeps the comparison small.
  if (written.length > 100) return null
  const sought = written.toLowerCase()
  let best: string | null = null
  let least = Math.max(1, Math.floor(sought.length / 3)) + 1
  for (const each of known) {
    const distance = edits(sought, each.toLowerCase(), least)
    if (distance < least) {
      least = distance
      best = each
    }
  }
  return best ?? (sought.length < 3 ? null : (known.find((each) => each.toLowerCase().startsWith(sought)) ?? null))
}

/** ` Did you mean x?`, or nothing. */
export function didYouMean(written: string, known: Iterable<string>): string {
  const near = nearest(written, known)
  return near === null ? '' : ` Did you mean ${near}?`
}

/** Letters to insert, delete, replace or exchange with their neighbour (optimal string alignment); `limit` where it is at least that. */
function edits(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = (last[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1)
      let cost = Math.min(replaced, (last[j] as number) + 1, (row[j - 1] as number) + 1)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] as number) + 1)
      }
      row.push(cost)
    }
    beforeLast = last
    last = row
  }
  return last[b.length] as number
}
