import { tolerance } from '../domain/search.ts'

/** The different pairs of neighbouring letters of a folded text, the space before and after it among them. */
export function toGrams(folded: string): string[] {
  const letters = [' ', ...folded, ' ']
  const grams = new Set<string>()
  for (let i = 1; i < letters.length; i++) grams.add(`${letters[i - 1]}${letters[i]}`)
  return [...grams]
}

/**
 * How many of its pairs a near miss surely shares. A letter more, less or changed touches at most two pairs, an exchange of
 * neighbours three; from four letters on at least one pair stays whole.
 */
export function leastShared(folded: string, grams: readonly string[]): number {
  return Math.max(1, grams.length - 3 * tolerance(folded))
}
