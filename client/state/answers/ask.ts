import type { Answer } from './answer.ts'
import type { AskKind } from '../view/ask.ts'
import { askCondemnation } from './condemnation.ts'
import { askConnection } from './connection.ts'
import type { AskContext } from './context.ts'
import { askCooperation } from './cooperation.ts'
import { askDistancing } from './distancing.ts'
import { askKnownOn } from './known-on.ts'
import { askMovedFirst } from './moved-first.ts'
import { askSingleOrigin } from './single-origin.ts'
import { emptySlots, toWantingAnswer } from './wanting.ts'

const ASK: Readonly<Record<AskKind, (context: AskContext) => Promise<Answer>>> = {
  DISTANCING: askDistancing,
  COOPERATION: askCooperation,
  CONDEMNATION: askCondemnation,
  KNOWN_ON: askKnownOn,
  SINGLE_ORIGIN: askSingleOrigin,
  CONNECTION: askConnection,
  MOVED_FIRST: askMovedFirst,
}

/** Asks a question; one that lacks an actor is answered with the wish for it. @throws what `request` throws */
export async function ask(context: AskContext): Promise<Answer> {
  if (emptySlots(context.question).length > 0) return toWantingAnswer(context.question, context.asKnownOn)
  return ASK[context.question.kind](context)
}
