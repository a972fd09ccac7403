import { isVisible } from '../../domain/view.ts'
import type { QueryResolvers } from '../generated/schema.ts'
import { rootView } from '../read-under.ts'
import { eventModel } from '../to-model.ts'

export const event: NonNullable<QueryResolvers['event']> = async (_, { id, asKnownOn }, context) => {
  const view = await rootView(context, { asKnownOn })
  const row = view.snapshot.events.find(id)
  return row >= 0 && isVisible(view, row) ? eventModel(view, row) : null
}
