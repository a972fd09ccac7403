import { tolerance } from '../../domain/search.ts'
import { leastShared, toGrams } from '../letter-pairs.ts'

/** Stands for the space before and after a word: folded text has letters, digits and spaces only. */
const EDGE = '_'
/** More words, or more pieces of names, than this narrow no further. */
const MOST_WORDS = 32
const MOST_PIECES = 64
/** Letters of a word that are looked for: the index cuts longer ones. */
const MOST_LETTERS = 100
/** Pairs that a clause of `toNearExpression` demands together. */
const TOGETHER = 3

/** What names are found by: every letter, every pair of neighbours (spaces among them) and every three letters of a word. */
export function toTerms(folded: readonly string[]): string {
  const terms = new Set<string>()
  for (const text of folded) {
    if (text === '') continue
    for (const gram of toGrams(text)) terms.add(gram.replaceAll(' ', EDGE))
    for (const word of text.split(' ')) {
      for (const length of [1, 3]) for (const piece of pieces(word, length)) terms.add(piece)
    }
  }
  return [...terms].join(' ')
}

/** A full-text query that finds every name that holds all words of a folded text anywhere. */
export function toInsideExpression(folded: string): string {
  const terms = new Set<string>()
  for (const word of folded.split(' ')) {
    for (const piece of pieces(word, Math.min(3, [...word].length))) terms.add(piece)
  }
  return all([...terms].slice(0, MOST_PIECES))
}

/**
 * A full-text query that finds every name that shares at least so many pairs with a folded text as a near miss surely does. Of the
 * pairs of the text at most `missing` are not in the name; so of any `missing + t` of them at least t are, and one of all choices
 * of t is there whole.
 */
export function toNearExpression(folded: string): string {
  const grams = toGrams(folded)
  const least = leastShared(folded, grams)
  const together = Math.min(TOGETHER, least)
  const looked = grams.slice(0, grams.length - least + together).map((gram) => gram.replaceAll(' ', EDGE))
  return choices(looked, together)
    .map((choice) => `(${all(choice)})`)
    .join(' OR ')
}

/** A full-text query that finds what has, for each word of a folded text, one that begins with it. */
export function toWordsExpression(folded: string): string {
  const words = [...new Set(folded.split(' '))].slice(0, MOST_WORDS)
  return words.map((word) => `+${[...word].slice(0, MOST_LETTERS).join('')}*`).join(' ')
}

/** Whether near misses are looked for at all. */
export function hasNear(folded: string): boolean {
  return tolerance(folded) > 0
}

function all(terms: readonly string[]): string {
  return terms.map((term) => `+${term}`).join(' ')
}

function pieces(word: string, length: number): string[] {
  const letters = [...word]
  return letters
    .slice(0, Math.max(0, letters.length - length + 1))
    .map((_, at) => letters.slice(at, at + length).join(''))
}

/** Every choice of so many of a list. */
function choices(list: readonly string[], many: number): string[][] {
  if (many === 0) return [[]]
  return list.flatMap((one, at) => choices(list.slice(at + 1), many - 1).map((rest) => [one, ...rest]))
}
