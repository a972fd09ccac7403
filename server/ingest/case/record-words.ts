import { parseKey, type RecordKey } from '../../domain/record-key.ts'
import { toFileId } from './ids.ts'

/** `The event uk-suspends-intelligence`, or `The case itself`. Which case it belongs to is not told. */
export function recordWords(key: RecordKey): string {
  const { kind, collection, id } = parseKey(key)
  return kind === 'collection' ? 'The case itself' : `The ${kind} ${toFileId(collection, id)}`
}

/** The same inside a sentence. */
export function wordsWithin(key: RecordKey): string {
  return recordWords(key).replace('The', 'the')
}
