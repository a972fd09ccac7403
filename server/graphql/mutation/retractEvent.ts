import type { MutationResolvers } from '../generated/schema.ts'
import { toRemoval } from '../to-removal.ts'
import { written } from '../written.ts'

export const retractEvent: NonNullable<MutationResolvers['retractEvent']> = async (
  _,
  { event, reason, ifVersion },
  context,
) => toRemoval(await written(context, (recorder) => recorder.retractEvent(event, reason, ifVersion ?? null)))
