import { formatDay } from '../../domain/days.ts'
import { keyOf } from '../../domain/record-key.ts'
import type { SourceResolvers } from '../generated/schema.ts'
import { collectionModel } from '../to-model.ts'
import { versionOf } from '../version-of.ts'

export const Source: SourceResolvers = {
  id: ({ source }) => source.id,
  collection: ({ view, source }) => collectionModel(view, source.collection),
  publisher: ({ source }) => source.publisher,
  title: ({ source }) => source.title,
  url: ({ source }) => source.url,
  published: ({ source }) => (source.published === null ? null : formatDay(source.published)),
  reliability: ({ source }) => source.reliability,
  version: ({ view, source }, _, context) => versionOf(context, view, keyOf('source', source.id)),
}
