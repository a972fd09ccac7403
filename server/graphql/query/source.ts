import type { QueryResolvers } from '../generated/schema.ts'
import { rootView } from '../read-under.ts'
import { sourceModel } from '../to-model.ts'

export const source: NonNullable<QueryResolvers['source']> = async (_, { id }, context) =>
  sourceModel(await rootView(context), id)
