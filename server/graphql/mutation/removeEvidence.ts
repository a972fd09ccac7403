import { idWithin } from '../evidence-id.ts'
import type { MutationResolvers } from '../generated/schema.ts'
import { written } from '../written.ts'

export const removeEvidence: NonNullable<MutationResolvers['removeEvidence']> = (
  _,
  { event, evidence, reason, ifVersion },
  context,
) =>
  written(context, (recorder) =>
    recorder.removeEvidence(event, idWithin(event, evidence), reason ?? null, ifVersion ?? null),
  )
