import { affiliationDraft } from '../drafts.ts'
import type { MutationResolvers } from '../generated/schema.ts'
import { written } from '../written.ts'

export const saveAffiliation: NonNullable<MutationResolvers['saveAffiliation']> = (
  _,
  { affiliation, ifVersion },
  context,
) => written(context, (recorder) => recorder.saveAffiliation(affiliationDraft(affiliation), ifVersion ?? null))
