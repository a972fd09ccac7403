import type { EventDraft, SourceDraft, StatusDraft } from '../hand/recorder.ts'
import { dayOf, givenDay } from './arguments.ts'
import type { EventInput, SourceInput, StatusInput } from './generated/schema.ts'

/** A source as the recorder takes it: days are numbers there. @throws ArgumentError */
export function sourceDraft({ published, ...source }: SourceInput): SourceDraft {
  return { ...source, published: dayOf('source.published', published) ?? null }
}

/** @throws ArgumentError */
export function eventDraft({ history, ...event }: EventInput): EventDraft {
  return { ...event, history: history?.map((step, at) => statusDraft(`event.history.${at}.on`, step)) ?? null }
}

/** @param argument its day's, as it stands in the query. @throws ArgumentError */
export function statusDraft(argument: string, { on, ...step }: StatusInput): StatusDraft {
  return { ...step, on: givenDay(argument, on) }
}
