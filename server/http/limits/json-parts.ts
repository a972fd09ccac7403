/** Objects, lists, and what is in them, of one body; a query has a few, its variables 5,000 at most. */
export const MOST_PARTS = 20_000
/** Objects and lists inside each other. */
export const MOST_NESTED = 100

const QUOTE = 34
const BACKSLASH = 92
const COMMA = 44
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [91, 93, 123, 125]

/**
 * Whether a text has too many parts to be read as JSON, or too many inside each other: reading them takes many times as long as
 * looking. A text that is no JSON may pass.
 */
export function hasTooManyParts(text: string): boolean {
  let parts = 0
  let nested = 0
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at)
    if (sign === QUOTE) at = endOfString(text, at)
    else if (sign === COMMA) parts++
    else if (sign === OPEN_LIST || sign === OPEN_OBJECT) {
      parts++
      nested++
    } else if (sign === CLOSE_LIST || sign === CLOSE_OBJECT) nested--
    if (parts > MOST_PARTS || nested > MOST_NESTED) return true
  }
  return false
}

/** Where the string ends that begins here. */
function endOfString(text: string, start: number): number {
  let at = start + 1
  while (at < text.length && text.charCodeAt(at) !== QUOTE) at += text.charCodeAt(at) === BACKSLASH ? 2 : 1
  return at
}
