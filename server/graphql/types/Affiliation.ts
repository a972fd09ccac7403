import { toDate } from '../../domain/days.ts'
import { keyOf } from '../../domain/record-key.ts'
import type { AffiliationResolvers } from '../generated/schema.ts'
import { evidenceOfAffiliation } from '../known-evidence.ts'
import { actorModel, collectionModel } from '../to-model.ts'
import { versionOf } from '../version-of.ts'

export const Affiliation: AffiliationResolvers = {
  id: ({ affiliation }) => affiliation.id,
  type: ({ affiliation }) => affiliation.type,
  actor: ({ view, affiliation }) => actorModel(view, affiliation.actor),
  to: ({ view, affiliation }) => actorModel(view, affiliation.to),
  role: ({ affiliation }) => affiliation.role,
  since: ({ affiliation }) => affiliation.since,
  until: ({ affiliation }) => affiliation.until,
  collection: ({ view, affiliation }) => collectionModel(view, affiliation.collection),
  reportedOn: ({ affiliation }) => toDate(affiliation.reported),
  evidence: (model, _, context) => evidenceOfAffiliation(context, model),
  version: ({ view, affiliation }, _, context) => versionOf(context, view, keyOf('affiliation', affiliation.id)),
}
