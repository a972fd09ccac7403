import { keyOfEntry } from '../../domain/record-key.ts'
import { stillThere, viewAfter } from '../as-written.ts'
import type { RequestContext } from '../context.ts'
import type { ActorChangeResolvers } from '../generated/schema.ts'
import type { ActorChangeModel } from '../models.ts'
import { actorModel } from '../to-model.ts'

export const ActorChange: ActorChangeResolvers = {
  actor: async (model, _, context) => (await writtenActor(model, context)).model,
  entry: async (model, _, context) => {
    const { key, model: read } = await writtenActor(model, context)
    const entry = read.actor.entries.find((each) => each.collection === model.collection)
    return { view: read.view, entry: stillThere(entry, key, model) }
  },
  version: ({ version }) => version,
  change: ({ change }) => change,
}

async function writtenActor(model: ActorChangeModel, context: RequestContext) {
  const { id, collection } = model
  const key = keyOfEntry({ actor: id, collection })
  const view = await viewAfter(context, model)
  return { key, model: actorModel(view, stillThere(view.snapshot.actorIndex.get(id), key, model)) }
}
