import { keyOfEntry } from '../../domain/record-key.ts'
import type { ActorEntryResolvers } from '../generated/schema.ts'
import { collectionModel } from '../to-model.ts'
import { versionOf } from '../version-of.ts'

export const ActorEntry: ActorEntryResolvers = {
  collection: ({ view, entry }) => collectionModel(view, view.snapshot.collectionIndex.get(entry.collection) ?? -1),
  kind: ({ entry }) => entry.kind,
  name: ({ entry }) => entry.name,
  article: ({ entry }) => entry.article,
  aliases: ({ entry }) => entry.aliases,
  description: ({ entry }) => entry.description,
  unspecified: ({ entry }) => entry.unspecified,
  version: ({ view, entry }, _, context) => versionOf(context, view, keyOfEntry(entry)),
}
