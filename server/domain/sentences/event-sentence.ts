import type { ActorIndex, Row } from '../snapshot.ts'
import { statusOn, type View } from '../view.ts'
import { capitalised } from './actor-words.ts'
import { clause } from './clause.ts'
import { occurredWords } from './date-words.ts'

/** One event as a sentence. */
export function eventSentence(view: View, row: Row): string {
  const { events } = view.snapshot
  const told = {
    row,
    status: statusOn(view, row),
    who: events.actor[row] as ActorIndex,
    fromWhom: events.target[row] as ActorIndex,
    when: occurredWords(events, row),
  }
  return `${capitalised(clause(view, told))}.`
}
