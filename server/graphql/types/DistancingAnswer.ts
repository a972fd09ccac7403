import { toDate } from '../../domain/days.ts'
import { answerSentence } from '../../domain/sentences/answer-sentence.ts'
import { DISTANCING_RULES } from '../../domain/words.ts'
import { citationsOf, namedActors, tiesBehind } from '../behind-answer.ts'
import type { DistancingAnswerResolvers } from '../generated/schema.ts'
import { writtenDay } from '../read-under.ts'
import { tieModels } from '../tie-list.ts'
import { actorModel } from '../to-model.ts'

export const DistancingAnswer: DistancingAnswerResolvers = {
  sentence: ({ view, answer }) => answerSentence(view, answer),
  rows: ({ view, page }) => page.map((row) => ({ view, row })),
  internal: ({ view, answer }) => answer.internal.map((act) => ({ view, act })),
  total: ({ answer }) => answer.rows.length,
  truncated: ({ truncated }) => truncated,
  endCursor: ({ endCursor }) => endCursor,
  since: ({ answer }) => (answer.query.since === undefined ? null : toDate(answer.query.since)),
  until: ({ answer }) => (answer.query.until === undefined ? null : toDate(answer.query.until)),
  asKnownOn: ({ view }) => writtenDay(view),
  level: ({ answer }) => answer.query.level,
  include: ({ answer }) => DISTANCING_RULES.filter((rule) => rule === 'STRICT' || answer.query.include.has(rule)),
  switches: ({ answer }) => answer.switches,
  actors: ({ view, page }) => namedActors(page).map((actor) => actorModel(view, actor)),
  ties: ({ view, answer, page }) => tieModels(view, tiesBehind(view, answer, page)),
  citations: (model, _, context) => citationsOf(context, model),
}
