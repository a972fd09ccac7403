import { editDistance } from '../../domain/edit-distance.ts'

/** The known word that was most likely meant: by few slips, else by its beginning; null where none is. Case does not count. */
export function nearest(written: string, words: Iterable<string>): string | null {
  const known = [...words]
  // Longer than any word of a case; keeps the comparison small.
  if (written.length > 100) return null
  const sought = written.toLowerCase()
  let best: string | null = null
  let least = Math.max(1, Math.floor(sought.length / 3)) + 1
  for (const each of known) {
    const distance = editDistance(sought, each.toLowerCase(), least)
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
