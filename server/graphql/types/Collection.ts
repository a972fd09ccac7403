import { toDate } from '../../domain/days.ts'
import { eventSentence } from '../../domain/sentences/event-sentence.ts'
import { isVisible, type View } from '../../domain/view.ts'
import { countEvents } from '../collection-counts.ts'
import type { RequestContext } from '../context.ts'
import type { CollectionResolvers } from '../generated/schema.ts'
import type { CollectionModel, EventModel } from '../models.ts'
import { actorModel, eventModel } from '../to-model.ts'

export const Collection: CollectionResolvers = {
  id: ({ collection }) => collection.id,
  kind: ({ collection }) => collection.kind,
  title: ({ collection }) => collection.title,
  headline: async (model, _, context) => {
    const event = await headlineEvent(model, context)
    return event && eventSentence(event.view, event.row)
  },
  headlineEvent: (model, _, context) => headlineEvent(model, context),
  description: ({ collection }) => collection.description,
  positions: async (model, _, context) => {
    const view = await ownView(model, context)
    return model.collection.positions.flatMap(({ actor, x, y }) => {
      const index = view.snapshot.actorIndex.get(actor)
      return index === undefined ? [] : [{ actor: actorModel(view, index), x, y }]
    })
  },
  defaultAsKnownOn: ({ collection }) => toDate(collection.lastKnown),
  eventCount: ({ view, collection }) => countEvents(view)[collection.index] ?? 0,
  actorCount: ({ view, collection }) =>
    view.snapshot.actors.filter((actor) => actor.collections.includes(collection.index)).length,
  sourceCount: ({ view, collection }) =>
    view.snapshot.sources.filter((source) => source.collection === collection.index).length,
}

async function headlineEvent(model: CollectionModel, context: RequestContext): Promise<EventModel | null> {
  const view = await ownView(model, context)
  const row = model.collection.headline === null ? -1 : view.snapshot.events.find(model.collection.headline)
  return row >= 0 && isVisible(view, row) ? eventModel(view, row) : null
}

/** The collection alone, on its own last day or on that of the answer it stands in, whichever is earlier. */
function ownView({ view, collection }: CollectionModel, context: RequestContext): Promise<View> {
  return context.view(Math.min(view.knownOn, collection.lastKnown), [collection.index])
}
