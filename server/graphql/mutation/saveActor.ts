import type { MutationResolvers } from '../generated/schema.ts'
import { written } from '../written.ts'

export const saveActor: NonNullable<MutationResolvers['saveActor']> = async (_, { actor, ifVersion }, context) => {
  const recorded = await written(context, (recorder) => recorder.saveActor(actor, ifVersion ?? null))
  return { ...recorded, collection: actor.collection }
}
