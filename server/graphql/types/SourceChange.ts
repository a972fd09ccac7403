import { keyOf } from '../../domain/record-key.ts'
import { stillThere, viewAfter } from '../as-written.ts'
import type { SourceChangeResolvers } from '../generated/schema.ts'
import { sourceModel } from '../to-model.ts'

export const SourceChange: SourceChangeResolvers = {
  source: async (model, _, context) =>
    stillThere(sourceModel(await viewAfter(context, model), model.id), keyOf('source', model.id), model),
  version: ({ version }) => version,
  change: ({ change }) => change,
}
