import { formatDay } from '../../domain/days.ts'
import type { QuestionResolvers } from '../generated/schema.ts'
import type { ActorModel, QuestionModel } from '../models.ts'
import { actorModel, collectionModel } from '../to-model.ts'

export const Question: QuestionResolvers = {
  id: ({ question }) => question.id,
  collection: ({ view, collection }) => collectionModel(view, collection.index),
  text: ({ question }) => question.text,
  kind: ({ question }) => question.kind,
  toward: (model) => actorOf(model, model.question.toward),
  by: (model) => actorOf(model, model.question.by),
  dates: ({ question }) => question.dates.map(formatDay),
}

function actorOf({ view }: QuestionModel, id: string | null): ActorModel | null {
  const index = id === null ? undefined : view.snapshot.actorIndex.get(id)
  return index === undefined ? null : actorModel(view, index)
}
