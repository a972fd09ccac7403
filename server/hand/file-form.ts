import { formatDay } from '../domain/days.ts'
import { toFileId } from '../ingest/case/ids.ts'
import type { ActorDraft, AffiliationDraft, EventDraft, EvidenceDraft, SourceDraft, StatusDraft } from './recorder.ts'

/**
 * What is given by hand as it would stand in the files of a case, to be read by the same reader. Fields have the names of the
 * arguments.
 */
export function actorForm({ collection: _, ...actor }: ActorDraft): object {
  return actor
}

/** @param id inside the case; null: made of type, actor and to. */
export function affiliationForm({ collection, ...affiliation }: AffiliationDraft, id: string | null): object {
  return { ...affiliation, id, evidence: affiliation.evidence?.map((each) => evidenceForm(each, collection)) }
}

/** @param id inside the case. */
export function sourceForm({ collection: _, ...source }: SourceDraft, id: string): object {
  const { published } = source
  return { ...source, id, published: typeof published === 'number' ? formatDay(published) : null }
}

/** @param id inside the case. */
export function eventForm({ collection, ...event }: EventDraft, id: string): object {
  const local = (ids: readonly string[] | null | undefined) => ids?.map((each) => toFileId(collection, each))
  return {
    ...event,
    id,
    history: event.history?.map(statusForm),
    breaks: local(event.breaks),
    restores: local(event.restores),
    evidence: event.evidence.map((each) => evidenceForm(each, collection)),
  }
}

export function evidenceForm(evidence: EvidenceDraft, collection: string): object {
  const { source, relayedFrom } = evidence
  return {
    ...evidence,
    source: toFileId(collection, source),
    relayedFrom: relayedFrom ? toFileId(collection, relayedFrom) : relayedFrom,
  }
}

export function statusForm({ status, on, note }: StatusDraft): object {
  return { status, on: formatDay(on), note }
}
