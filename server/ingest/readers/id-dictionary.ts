import { SpoiltFileError, type TextFile } from '../rows/reader.ts'
import { entryOf } from './id-files.ts'
import { ownCopy } from './shared/own-copy.ts'

/** More names than any such data set has; a list is held in memory whole. */
const MOST = 2_000_000

const LONGEST_NAME = 500

/** Names by id; holes where an id is not given. */
export type Dictionary = readonly (string | undefined)[]

/**
 * A dictionary of an id benchmark: a name, a tab and its id in each line. Underscores stand for spaces unless some names have spaces.
 * @throws SpoiltFileError where a line is no entry, an id is given twice, or there are too many.
 */
export async function readDictionary(file: TextFile, signal: AbortSignal | undefined): Promise<Dictionary> {
  const names: (string | undefined)[] = []
  let line = 0
  for await (const batch of file.lines(signal)) {
    line = batch.first - 1
    for (const text of batch.lines) {
      line += 1
      if (text.trim() === '') continue
      const entry = entryOf(text)
      const fault = entry ? faultOf(entry, names) : 'The line is no name and its number with a tab between them.'
      if (fault !== null) throw new SpoiltFileError(file.name, line, fault)
      if (entry) names[entry.id] = ownCopy(entry.name)
    }
  }
  const hasSpaces = names.some((name) => name?.includes(' '))
  return hasSpaces ? names : names.map((name) => name?.replaceAll('_', ' '))
}

function faultOf(entry: { readonly name: string; readonly id: number }, names: Dictionary): string | null {
  if (entry.id >= MOST)
    return `The id ${entry.id} is too large: a dictionary has at most ${MOST.toLocaleString('en')} names.`
  if (entry.name.length > LONGEST_NAME) return `A name has at most ${LONGEST_NAME} characters.`
  if (names[entry.id] !== undefined) return `The id ${entry.id} is given twice.`
  return null
}
