import type { MutationResolvers } from '../generated/schema.ts'
import { written } from '../written.ts'

export const mergeActors: NonNullable<MutationResolvers['mergeActors']> = (
  _,
  { ifVersion, reason, preview, ...pair },
  context,
) =>
  written(context, (recorder) =>
    recorder.mergeActors({ ...pair, preview: preview ?? false, reason: reason ?? null }, ifVersion ?? null),
  )
