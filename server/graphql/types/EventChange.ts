import { viewAfter } from '../as-written.ts'
import type { EventChangeResolvers } from '../generated/schema.ts'
import { eventOf } from '../to-model.ts'

export const EventChange: EventChangeResolvers = {
  event: async (model, _, context) => eventOf(await viewAfter(context, model), model.id),
  id: ({ id }) => id,
  version: ({ version }) => version,
  change: ({ change }) => change,
}
