import type { EvidenceResolvers } from '../generated/schema.ts'
import { sourceModel } from '../to-model.ts'

export const Evidence: EvidenceResolvers = {
  id: ({ id }) => id,
  source: ({ view, source }) => ({ view, source }),
  relayedFrom: ({ view, record }) => (record.relayedFrom === null ? null : sourceModel(view, record.relayedFrom)),
  speaker: ({ record }) => record.speaker,
  quote: ({ record }) => record.quote,
  paraphrase: ({ record }) => record.paraphrase,
  locator: ({ record }) => record.locator,
  stance: ({ record }) => record.stance,
  about: ({ record }) => record.about,
}
