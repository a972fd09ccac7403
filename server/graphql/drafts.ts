import type { AffiliationDraft, EventDraft, EvidenceDraft, SourceDraft, StatusDraft } from '../hand/recorder.ts'
import { dayOf, givenDay } from './arguments.ts'
import type { AffiliationInput, EventInput, EvidenceInput, SourceInput, StatusInput } from './generated/schema.ts'

/** A source as the recorder takes it: days are numbers there. @throws ArgumentError */
export function sourceDraft({ published, ...source }: SourceInput): SourceDraft {
  return { ...source, published: dayOf('source.published', published) ?? null }
}

/** @throws ArgumentError */
export function eventDraft({ history, evidence, ...event }: EventInput): EventDraft {
  return {
    ...event,
    evidence: evidence.map(evidenceDraft),
    history: history?.map((step, at) => statusDraft(`event.history.${at}.on`, step)) ?? null,
  }
}

export function affiliationDraft({ evidence, ...affiliation }: AffiliationInput): AffiliationDraft {
  return { ...affiliation, evidence: evidence?.map(evidenceDraft) ?? null }
}

/** Its id may be an `Evidence.id`, as whoever edits a record has read it. */
export function evidenceDraft({ id, ...evidence }: EvidenceInput): EvidenceDraft {
  return { ...evidence, id: id?.replace(/^[^/#]+\/[^#]+#/, '') ?? null }
}

/** @param argument its day's, as it stands in the query. @throws ArgumentError */
export function statusDraft(argument: string, { on, ...step }: StatusInput): StatusDraft {
  return { ...step, on: givenDay(argument, on) }
}
