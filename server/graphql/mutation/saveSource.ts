import type { MutationResolvers } from '../generated/schema.ts'
import { sourceDraft } from '../drafts.ts'
import { written } from '../written.ts'

export const saveSource: NonNullable<MutationResolvers['saveSource']> = (_, { source, ifVersion }, context) =>
  written(context, (recorder) => recorder.saveSource(sourceDraft(source), ifVersion ?? null))
