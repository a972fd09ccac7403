import { pageOfActors, selectActors } from '../../domain/actor-list.ts'
import { collectionIndexes, pageSize, searchText } from '../arguments.ts'
import { connection } from '../connection.ts'
import type { QueryResolvers } from '../generated/schema.ts'
import { rootView } from '../read-under.ts'

export const actors: NonNullable<QueryResolvers['actors']> = async (
  _,
  { filter, first, after, asKnownOn },
  context,
) => {
  const view = await rootView(context, { asKnownOn })
  const text = searchText('filter.text', filter?.text)
  const chosen = selectActors(view.snapshot.actors, {
    kinds: filter?.kinds ?? [],
    collections: collectionIndexes(view.snapshot, 'filter.collections', filter?.collections) ?? [],
    ...(text === undefined ? {} : { text }),
  })
  return connection(pageOfActors(chosen, pageSize(first), after ?? null), (actor) => ({ view, actor }))
}
