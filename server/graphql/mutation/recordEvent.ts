import type { MutationResolvers } from '../generated/schema.ts'
import { eventDraft } from '../drafts.ts'
import { written } from '../written.ts'

export const recordEvent: NonNullable<MutationResolvers['recordEvent']> = (_, { event, ifVersion }, context) =>
  written(context, (recorder) => recorder.recordEvent(eventDraft(event), ifVersion ?? null))
