import type { QueryResolvers } from '../generated/schema.ts'
import { rootView } from '../read-under.ts'
import { eventOf } from '../to-model.ts'

export const event: NonNullable<QueryResolvers['event']> = async (_, { id, asKnownOn }, context) =>
  eventOf(await rootView(context, { asKnownOn }), id)
