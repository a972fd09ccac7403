import type { RecordKey } from '../../domain/record-key.ts'
import { toFileId } from './ids.ts'

/** `The event uk-suspends-intelligence`, or `The case itself`. The case of the record is not told. */
export function recordWords(key: RecordKey): string {
  const at = key.indexOf(':')
  const [kind, id] = [key.slice(0, at), key.slice(at + 1)]
  return kind === 'collection' ? 'The case itself' : `The ${kind} ${toFileId(id.slice(0, id.indexOf('/')), id)}`
}

/** The same inside a sentence. */
export function wordsWithin(key: RecordKey): string {
  return recordWords(key).replace('The', 'the')
}
