import { tolerance } from '../../domain/search.ts'

/** More words than this narrow no further: full-text expressions have a greatest depth. */
const MOST_WORDS = 32
/** Letters of a part that are looked for; a longer part holds its beginning. */
const MOST_LETTERS = 256

/** Folded text as an expression that finds what has, for each of its words, one that begins with it. Quoted, so nothing is syntax. */
export function toWordsExpression(folded: string): string {
  const words = [...new Set(folded.split(' '))].slice(0, MOST_WORDS)
  return words.map((word) => `"${word}"*`).join(' AND ')
}

/** Folded text as an expression that finds what holds it. */
export function toPartExpression(folded: string): string {
  return `"${[...folded].slice(0, MOST_LETTERS).join('')}"`
}

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
