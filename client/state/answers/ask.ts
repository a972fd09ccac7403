import type { Answer, AnswerBody } from './answer.ts'
import type { Highlight } from '../picture/emphasis.ts'
import type { AskKind } from '../view/ask.ts'
import type { Asking } from './asking.ts'
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
import { askedActors, emptySlots, toWantingAnswer } from './wanting.ts'

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
  return { ...body, highlight: litBy(body, question), heard: heardAnswer(body) }
}

/** Where an answer lights nothing, those who were asked about stand out. */
export function litBy({ highlight }: Pick<AnswerBody, 'highlight'>, asked: Pick<Asking, 'by' | 'toward'>): Highlight {
  if (highlight.events.size + highlight.affiliations.size + highlight.actors.size > 0) return highlight
  return { ...highlight, actors: new Set(askedActors(asked)) }
}
