import { compareCodePoints } from '../../domain/code-points.ts'
import { compareNames } from '../../domain/names.ts'
import type { QueryResolvers } from '../generated/schema.ts'
import { rootView } from '../read-under.ts'

export const collections: NonNullable<QueryResolvers['collections']> = async (_, __, context) => {
  const view = await rootView(context)
  return view.snapshot.collections
    .toSorted((a, b) => compareNames(a.title, b.title) || compareCodePoints(a.id, b.id))
    .map((collection) => ({ view, collection }))
}
