import { pageOfSources, selectSources } from '../../domain/source-list.ts'
import { collectionIndexes, pageSize, searchText, windowOf } from '../arguments.ts'
import { connection } from '../connection.ts'
import type { QueryResolvers } from '../generated/schema.ts'
import { rootView } from '../read-under.ts'

export const sources: NonNullable<QueryResolvers['sources']> = async (_, { filter, first, after }, context) => {
  const view = await rootView(context)
  const text = searchText('filter.text', filter?.text)
  const { since, until } = windowOf(
    ['filter.publishedSince', filter?.publishedSince],
    ['filter.publishedUntil', filter?.publishedUntil],
  )
  const chosen = selectSources(view.snapshot.sources, {
    collections: collectionIndexes(view.snapshot, 'filter.collections', filter?.collections) ?? [],
    reliabilities: filter?.reliabilities ?? [],
    ...(since === undefined ? {} : { publishedSince: since }),
    ...(until === undefined ? {} : { publishedUntil: until }),
    ...(text === undefined ? {} : { text }),
  })
  return connection(pageOfSources(chosen, pageSize(first), after ?? null), (source) => ({ view, source }))
}
