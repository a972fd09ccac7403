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
