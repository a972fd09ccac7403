import type { Answer, AnswerBody } from './answer.ts'
import type { AskKind } from '../view/ask.ts'
import { askCondemnation } from './condemnation.ts'
import { askConnection } from './connection.ts'
import type { AskContext } from './context.ts'
import { askCooperation } from './cooperation.ts'
import { toDistancingAnswer } from './distancing.ts'
import { askRows } from './distancing-pages.ts'
import { heardAnswer } from './heard.ts'
import { askKnownOn } from './known-on.ts'
import { toMovedFirstAnswer } from './moved-first.ts'
import { askSingleOrigin } from './single-origin.ts'
import { emptySlots, toWantingAnswer } from './wanting.ts'

const ASK: Readonly<Record<AskKind, (context: AskContext) => Promise<AnswerBody>>> = {
  DISTANCING: (context) => askRows(context, toDistancingAnswer),
  COOPERATION: askCooperation,
  CONDEMNATION: askCondemnation,
  KNOWN_ON: askKnownOn,
  SINGLE_ORIGIN: askSingleOrigin,
  CONNECTION: askConnection,
  MOVED_FIRST: (context) => askRows(context, toMovedFirstAnswer),
}

/** Asks a question; one that lacks an actor is answered with the wish for it. @throws what `request` throws */
export async function ask(context: AskContext): Promise<Answer> {
  const { question, asKnownOn } = context
  const wants = emptySlots(question).length > 0
  const body = wants ? toWantingAnswer(question, asKnownOn) : await ASK[question.kind](context)
  return { ...body, heard: heardAnswer(body) }
}
