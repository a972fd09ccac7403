import { keyOfEntry } from '../../domain/record-key.ts'
import { nameInSentence } from '../../domain/sentences/actor-words.ts'
import { tiesOf } from '../../domain/ties.ts'
import { affiliatesOf, affiliationsOf } from '../affiliations-of.ts'
import { dayOf, levelOf, wholeNumber } from '../arguments.ts'
import { eventPage } from '../event-page.ts'
import { readFilter } from '../filter.ts'
import type { RequestContext } from '../context.ts'
import type { ActorResolvers } from '../generated/schema.ts'
import type { ActorEntryModel, ActorModel } from '../models.ts'
import { actorModel } from '../to-model.ts'
import { tieList } from '../tie-list.ts'
import { versionOf } from '../version-of.ts'
import { selectWithEnd } from '../with-end.ts'

export const Actor: ActorResolvers = {
  id: ({ actor }) => actor.id,
  name: ({ actor }) => actor.name,
  nameInSentence: ({ actor }) => nameInSentence(actor),
  kind: ({ actor }) => actor.kind,
  aliases: ({ view, actor }) => {
    if (view.collections === null) return actor.aliases
    const chosen = new Set(
      actor.names.filter((each) => view.collections?.has(each.collection)).map((each) => each.name),
    )
    return actor.aliases.filter((alias) => chosen.has(alias))
  },
  description: ({ actor }) => actor.description,
  affiliations: ({ view, actor }) => affiliationsOf(view, actor.index),
  affiliates: ({ view, actor }) => affiliatesOf(view, actor.index),
  top: ({ view, actor }, { asOf }) =>
    actorModel(view, view.rollUp.top(actor.index, dayOf('asOf', asOf) ?? view.knownOn)),
  ties: async ({ view: above, actor }, { filter, level: given, first }, context) => {
    const most = wholeNumber('first', first, { least: 1, most: 5000, otherwise: 100 })
    const level = levelOf(given, 'ACTOR')
    const { view, criteria } = await readFilter(context, filter, above)
    const rows = selectWithEnd(view, criteria, actor.index, { level, purpose: 'AGGREGATE' })
    return tieList(view, tiesOf(view, rows, level), most)
  },
  events: async ({ view: above, actor }, { filter, ...page }, context) => {
    const { view, criteria } = await readFilter(context, filter, above)
    return eventPage(view, selectWithEnd(view, criteria, actor.index, { level: 'ACTOR', purpose: 'LIST' }), page)
  },
  entries: (model) => entriesOf(model),
  version: async (model, _, context) => Math.max(0, ...(await versionsOf(model, context))),
}

/** Those of the chosen collections. */
function entriesOf({ view, actor }: ActorModel): ActorEntryModel[] {
  const { collections, snapshot } = view
  return actor.entries
    .filter(({ collection }) => collections?.has(snapshot.collectionIndex.get(collection) ?? -1) ?? true)
    .map((entry) => ({ view, entry }))
}

function versionsOf({ view, actor }: ActorModel, context: RequestContext): Promise<number[]> {
  return Promise.all(actor.entries.map((entry) => versionOf(context, view, keyOfEntry(entry))))
}
