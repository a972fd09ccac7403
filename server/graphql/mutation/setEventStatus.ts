import type { MutationResolvers } from '../generated/schema.ts'
import { statusDraft } from '../drafts.ts'
import { written } from '../written.ts'

export const setEventStatus: NonNullable<MutationResolvers['setEventStatus']> = (
  _,
  { event, ifVersion, ...step },
  context,
) => written(context, (recorder) => recorder.setEventStatus(event, statusDraft('on', step), ifVersion ?? null))
