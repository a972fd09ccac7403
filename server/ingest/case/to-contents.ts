import type {
  ActorEntry,
  AffiliationRecord,
  CollectionContents,
  CollectionRecord,
  EventRecord,
  EvidenceRecord,
  SourceRecord,
} from '../../domain/records.ts'
import { defaultStrength, subtypeDefaults } from '../../domain/subtypes.ts'
import type { Draft } from './draft.ts'
import { affiliationId, toStoreId } from './ids.ts'
import { defined } from './known.ts'
import type { ActorDraft, AffiliationDraft, EventDraft, EvidenceDraft, SourceDraft } from './layout.ts'

/** A part is missing of a draft in which no problem was told: a defect of the checks. */
export class UncheckedDraftError extends Error {
  override readonly name = 'UncheckedDraftError'
  readonly part: string
  constructor(part: string) {
    super(`The draft of a case has no ${part}, and no problem was told.`)
    this.part = part
  }
}

/**
 * The records of a draft that has no problem, in the order in which a store gives them: by id. Positions and questions stay as written.
 * @throws UncheckedDraftError
 */
export function toContents(draft: Draft): CollectionContents {
  const collection = toCollection(draft)
  return {
    collection,
    actors: sorted(draft.actors, (actor) => toActor(collection.id, actor), 'actor'),
    affiliations: sorted(draft.affiliations, (each) => toAffiliation(collection.id, each), 'id'),
    sources: sorted(draft.sources, (source) => toSource(collection.id, source), 'id'),
    events: sorted(draft.events, (event) => toEvent(collection.id, event), 'id'),
  }
}

function toCollection(draft: Draft): CollectionRecord {
  const written = must(draft.case, 'case')
  const id = must(written.id, 'id')
  const headline = must(written.headline, 'headline', null)
  return {
    id,
    kind: 'CASE',
    title: must(written.title, 'title'),
    description: must(written.description, 'description', null),
    headline: headline === null ? null : toStoreId(id, headline),
    positions: must(draft.positions, 'positions').map(({ actor, x, y }) => ({
      actor,
      x: must(x, 'x'),
      y: must(y, 'y'),
    })),
    questions: defined(written.questions).map((question) => ({
      id: toStoreId(id, must(question.id, 'id')),
      text: must(question.text, 'text'),
      kind: must(question.kind, 'kind'),
      toward: must(question.toward, 'toward', null),
      by: must(question.by, 'by', null),
      dates: defined(question.dates),
    })),
  }
}

export function toActor(collection: string, actor: ActorDraft): ActorEntry {
  return {
    actor: must(actor.id, 'id'),
    collection,
    kind: must(actor.kind, 'kind'),
    name: must(actor.name, 'name'),
    article: actor.article ?? false,
    aliases: defined(actor.aliases),
    description: must(actor.description, 'description', null),
    unspecified: actor.unspecified ?? false,
  }
}

export function toAffiliation(collection: string, affiliation: AffiliationDraft): AffiliationRecord {
  return {
    id: toStoreId(collection, must(affiliationId(affiliation), 'id')),
    collection,
    type: must(affiliation.type, 'type'),
    actor: must(affiliation.actor, 'actor'),
    to: must(affiliation.to, 'to'),
    role: must(affiliation.role, 'role', null),
    since: must(affiliation.since, 'since', null),
    until: must(affiliation.until, 'until', null),
    evidence: defined(affiliation.evidence).map((piece, index) => toEvidence(collection, piece, index)),
  }
}

export function toSource(collection: string, source: SourceDraft): SourceRecord {
  return {
    id: toStoreId(collection, must(source.id, 'id')),
    collection,
    publisher: must(source.publisher, 'publisher'),
    title: must(source.title, 'title', null),
    url: must(source.url, 'url', null),
    published: must(source.published, 'published', null),
    reliability: source.reliability ?? 'F',
  }
}

export function toEvent(collection: string, event: EventDraft): EventRecord {
  const kind = must(event.kind, 'kind')
  const subtype = must(event.subtype, 'subtype')
  const defaults = must(subtypeDefaults(kind, subtype) ?? undefined, 'subtype')
  const stage = event.stage ?? 'ACTUAL'
  const toIds = (ids: EventDraft['breaks']) => defined(ids).map((id) => toStoreId(collection, id))
  return {
    id: toStoreId(collection, must(event.id, 'id')),
    collection,
    actor: must(event.actor, 'actor'),
    target: must(event.target, 'target'),
    kind,
    subtype,
    stage,
    strength: event.strength ?? defaultStrength(defaults.strength, stage),
    mark: event.mark ?? defaults.mark,
    scope: must(event.scope, 'scope', null),
    summary: must(event.summary, 'summary', null),
    occurred: must(event.occurred, 'occurred'),
    history: defined(event.history).map((step) => ({
      status: must(step.status, 'status'),
      on: must(step.on, 'on'),
      note: must(step.note, 'note', null),
    })),
    breaks: toIds(event.breaks),
    restores: toIds(event.restores),
    evidence: defined(event.evidence).map((piece, index) => toEvidence(collection, piece, index)),
    coded: null,
  }
}

export function toEvidence(collection: string, piece: EvidenceDraft, index: number): EvidenceRecord {
  const relayedFrom = must(piece.relayedFrom, 'relayedFrom', null)
  return {
    id: must(piece.id, 'id', null) ?? String(index + 1),
    source: toStoreId(collection, must(piece.source, 'source')),
    relayedFrom: relayedFrom === null ? null : toStoreId(collection, relayedFrom),
    speaker: must(piece.speaker, 'speaker', null),
    quote: must(piece.quote, 'quote', null),
    paraphrase: must(piece.paraphrase, 'paraphrase', null),
    locator: must(piece.locator, 'locator', null),
    stance: piece.stance ?? 'ASSERTS',
    about: piece.about ?? 'ACT',
  }
}

function must<T>(value: T | null | undefined, part: string): T
function must<T>(value: T | null | undefined, part: string, otherwise: null): T | null
function must<T>(value: T | null | undefined, part: string, otherwise?: null): T | null {
  if (value === undefined || (value === null && otherwise === undefined)) throw new UncheckedDraftError(part)
  return value
}

function sorted<T, R extends Readonly<Record<K, string>>, K extends string>(
  drafts: readonly T[] | null,
  toRecord: (draft: T) => R,
  key: K,
): readonly R[] {
  return must(drafts, 'list')
    .map(toRecord)
    .sort((a, b) => (a[key] < b[key] ? -1 : a[key] > b[key] ? 1 : 0))
}
