import type { MutationResolvers } from '../generated/schema.ts'
import { toRemoval } from '../to-removal.ts'
import { written } from '../written.ts'

export const removeAffiliation: NonNullable<MutationResolvers['removeAffiliation']> = async (
  _,
  { id, reason, ifVersion },
  context,
) => toRemoval(await written(context, (recorder) => recorder.removeAffiliation(id, reason ?? null, ifVersion ?? null)))
