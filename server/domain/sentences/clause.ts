import type { ActorIndex, Row } from '../snapshot.ts'
import type { View } from '../view.ts'
import { EVENT_KINDS, STAGES, wordOf, type Status } from '../words.ts'
import { isOrAre, nameInSentence } from './actor-words.ts'
import { isCoded, scopeWords } from './claim-words.ts'
import { deedWords } from './deed-words.ts'

/** An act on its way into words. */
export interface Told {
  /** Event from which kind, subtype, stage, scope and collection are read. */
  readonly row: Row
  readonly status: Status
  /** For whom it counts; where that is not who acted, who acted is named behind it. */
  readonly who: ActorIndex
  readonly fromWhom: ActorIndex
  /** When, in words. */
  readonly when: string
}

/**
 * An act as a clause that says no more than its record: reported acts "is reported to have", confirmed ones plainly, rows of a data
 * set "is coded as", each with its scope and its days.
 */
export function clause(view: View, told: Told): string {
  const { events, actors } = view.snapshot
  const { row, status } = told
  const deed = deedWords(
    wordOf(EVENT_KINDS, events.kind[row] as number),
    events.subtypes[events.subtype[row] as number] as string,
    wordOf(STAGES, events.stage[row] as number),
    scopeWords(events, row),
    actorWords(view, told.fromWhom, events.target[row] as ActorIndex),
  )
  const who = actorWords(view, told.who, events.actor[row] as ActorIndex)
  const be = isOrAre(actors[told.who])
  return `${who} ${claimed(status, be, isCoded(view, row), deed.done)}, ${told.when}${status === 'REVERSED' ? ', since reversed' : ''}`
}

function claimed(status: Status, be: 'is' | 'are', coded: boolean, done: string): string {
  if (status === 'DENIED') return `${be === 'is' ? 'denies' : 'deny'} having ${done}`
  if (status === 'CONFIRMED') return done
  return coded ? `${be} coded as having ${done}` : `${be} reported to have ${done}`
}

/** `the United Nations (Volker Türk)` where one stands for another. */
function actorWords(view: View, shown: ActorIndex, meant: ActorIndex): string {
  const name = nameInSentence(view.snapshot.actors[shown])
  return shown === meant ? name : `${name} (${nameInSentence(view.snapshot.actors[meant])})`
}
