import { MOST_ITEMS } from '../ingest/case/layout.ts'
import { RecordError } from './recorder.ts'

/** That one more may join a list inside a record. @throws RecordError */
export function demandRoom(list: readonly unknown[], argument: string): void {
  if (list.length < MOST_ITEMS) return
  throw new RecordError(
    argument,
    `There are ${list.length} already, and at most ${MOST_ITEMS} are kept. Remove one first.`,
  )
}
