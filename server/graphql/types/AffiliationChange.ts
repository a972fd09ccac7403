import { keyOf } from '../../domain/record-key.ts'
import { stillThere, viewAfter } from '../as-written.ts'
import type { AffiliationChangeResolvers } from '../generated/schema.ts'

export const AffiliationChange: AffiliationChangeResolvers = {
  affiliation: async (model, _, context) => {
    const view = await viewAfter(context, model)
    const found = view.snapshot.affiliations.find((each) => each.id === model.id)
    return { view, affiliation: stillThere(found, keyOf('affiliation', model.id), model) }
  },
  version: ({ version }) => version,
  change: ({ change }) => change,
}
