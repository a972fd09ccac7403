import { collectionIndex } from '../arguments.ts'
import type { QueryResolvers } from '../generated/schema.ts'
import { rootView } from '../read-under.ts'

export const questions: NonNullable<QueryResolvers['questions']> = async (_, { collection: id }, context) => {
  const view = await rootView(context)
  const only = id === null || id === undefined ? null : collectionIndex(view.snapshot, 'collection', id)
  return view.snapshot.collections
    .filter((collection) => only === null || collection.index === only)
    .flatMap((collection) => collection.questions.map((question) => ({ view, collection, question })))
}
