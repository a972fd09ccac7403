import type { MutationResolvers } from '../generated/schema.ts'
import { written } from '../written.ts'

export const undo: NonNullable<MutationResolvers['undo']> = (_, { change, reason }, context) =>
  written(context, (recorder) => recorder.undo(change, reason ?? null))
