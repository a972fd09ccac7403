import type { QueryResolvers } from '../generated/schema.ts'
import { rootView } from '../read-under.ts'
import { actorModel } from '../to-model.ts'

export const actor: NonNullable<QueryResolvers['actor']> = async (_, { id, asKnownOn }, context) => {
  const view = await rootView(context, { asKnownOn })
  const index = view.snapshot.actorIndex.get(id)
  return index === undefined ? null : actorModel(view, index)
}
