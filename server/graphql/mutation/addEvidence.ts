import { evidenceDraft } from '../drafts.ts'
import type { MutationResolvers } from '../generated/schema.ts'
import { written } from '../written.ts'

export const addEvidence: NonNullable<MutationResolvers['addEvidence']> = (
  _,
  { event, evidence, ifVersion },
  context,
) => written(context, (recorder) => recorder.addEvidence(event, evidenceDraft(evidence), ifVersion ?? null))
