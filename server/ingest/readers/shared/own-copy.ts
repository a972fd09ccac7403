/**
 * The same text in memory of its own. A piece of a longer text keeps the whole of it alive: a name that is remembered would hold the
 * batch of lines that it came in.
 */
export function ownCopy(text: string): string {
  return Buffer.from(text).toString()
}
