import { formatDay } from '../../domain/days.ts'
import { compareInTime } from '../../domain/event-order.ts'
import { keyOf } from '../../domain/record-key.ts'
import { eventSentence } from '../../domain/sentences/event-sentence.ts'
import { FLAG, type Row } from '../../domain/snapshot.ts'
import { isAnswered, isDisputed, isVisible, originsOn, statusOn } from '../../domain/view.ts'
import { EVENT_KINDS, MARKS, STAGES, wordOf } from '../../domain/words.ts'
import type { RequestContext } from '../context.ts'
import type { EventResolvers } from '../generated/schema.ts'
import { evidenceOfEvents } from '../known-evidence.ts'
import type { EventModel } from '../models.ts'
import { actorModel, collectionModel, eventModel } from '../to-model.ts'
import { versionOf } from '../version-of.ts'

export const Event: EventResolvers = {
  id: ({ view, row }) => view.snapshot.events.id.get(row),
  collection: ({ view, row }) => collectionModel(view, number(view.snapshot.events.collection, row)),
  actor: ({ view, row }) => actorModel(view, number(view.snapshot.events.actor, row)),
  target: ({ view, row }) => actorModel(view, number(view.snapshot.events.target, row)),
  kind: ({ view, row }) => wordOf(EVENT_KINDS, number(view.snapshot.events.kind, row)),
  subtype: ({ view, row }) => view.snapshot.events.subtypes[number(view.snapshot.events.subtype, row)] ?? '',
  scope: ({ view, row }) => view.snapshot.events.scopes[number(view.snapshot.events.scope, row)] ?? null,
  stage: ({ view, row }) => wordOf(STAGES, number(view.snapshot.events.stage, row)),
  status: ({ view, row }) => statusOn(view, row),
  history: async (model, _, context) => {
    // Only events whose status ever changed have steps; the others need no record.
    if (!model.view.snapshot.events.history.has(model.row)) return []
    const steps = (await detailsOf(model, context))?.history ?? []
    return steps
      .filter((step) => step.on <= model.view.knownOn)
      .map(({ status, on, note }) => ({ status, on: formatDay(on), note }))
  },
  occurred: (model) => model,
  reportedOn: ({ view, row }) => formatDay(number(view.snapshot.events.reported, row)),
  summary: async (model, _, context) => (await detailsOf(model, context))?.summary ?? null,
  sentence: ({ view, row }) => eventSentence(view, row),
  breaks: (model) => linked(model, model.view.snapshot.events.breaks.get(model.row)),
  restores: (model) => linked(model, model.view.snapshot.events.restores.get(model.row)),
  evidence: async ({ view, row }, _, context) => (await evidenceOfEvents(context, view, [row]))[0]?.evidence ?? [],
  originCount: ({ view, row }) => originsOn(view, row).length,
  disputed: ({ view, row }) => isDisputed(view, row),
  answered: ({ view, row }) => isAnswered(view, row),
  strength: ({ view, row }) => number(view.snapshot.events.strength, row),
  mark: ({ view, row }) => wordOf(MARKS, number(view.snapshot.events.mark, row)),
  code: ({ view, row }) => view.snapshot.events.codes[number(view.snapshot.events.code, row)] ?? null,
  mirror: ({ view, row }) => (number(view.snapshot.events.flags, row) & FLAG.MIRROR) !== 0,
  version: ({ view, row }, _, context) => versionOf(context, view, keyOf('event', view.snapshot.events.id.get(row))),
}

function number(column: ArrayLike<number>, row: Row): number {
  return column[row] as number
}

function detailsOf({ view, row }: EventModel, { eventDetails }: RequestContext) {
  return eventDetails.load(view.snapshot.events.id.get(row))
}

/** Those of the ids that are known under the view, in time. */
function linked({ view }: EventModel, ids: readonly string[] = []): EventModel[] {
  const { events } = view.snapshot
  return ids
    .map((id) => events.find(id))
    .filter((row) => row >= 0 && isVisible(view, row))
    .sort((a, b) => compareInTime(events, a, b))
    .map((row) => eventModel(view, row))
}
