import { keyOf, keyOfCollection, keyOfEntry, type RecordKey } from '../../domain/record-key.ts'
import type {
  AffiliationRecord,
  CollectionContents,
  CollectionRecord,
  EventRecord,
  EvidenceRecord,
} from '../../domain/records.ts'
import type { Draft } from './draft.ts'
import { derivedAffiliationId, toFileId } from './ids.ts'
import type { AffiliationDraft, CaseDraft, EventDraft, EvidenceDraft } from './layout.ts'
import { placeAt } from './problem.ts'
import { Places } from './read-shape.ts'
import type { Terms } from './terms.ts'

/** What a store holds of a case as the rules of case files read it. The place of each part is the key of its record. */
export function fromContents(contents: CollectionContents, terms: Terms): Draft {
  const places = new Places()
  const put: Put = (key, part) => {
    places.set(part, '', placeAt(key))
    return part
  }
  const { collection } = contents
  const caseKey = keyOfCollection(collection)
  return {
    case: fromCollection(collection, put),
    actors: contents.actors.map((entry) => {
      const { actor, collection: _, ...rest } = entry
      const aliases = put(keyOfEntry(entry), [...entry.aliases])
      return put(keyOfEntry(entry), { id: actor, ...rest, aliases })
    }),
    affiliations: contents.affiliations.map((each) => fromAffiliation(each, put)),
    sources: contents.sources.map(({ collection: _, ...source }) =>
      put(keyOf('source', source.id), { ...source, id: toFileId(collection.id, source.id) }),
    ),
    events: contents.events.map((each) => fromEvent(each, put)),
    positions: collection.positions.map((each) => put(caseKey, { ...each })),
    places,
    terms,
  }
}

/** Notes where a part stands, and returns it. */
type Put = <T extends object>(key: RecordKey, part: T) => T

function fromCollection(collection: CollectionRecord, put: Put): CaseDraft {
  const { id, title, description, headline, questions } = collection
  const key = keyOfCollection(collection)
  return put(key, {
    id,
    title,
    description,
    headline: headline === null ? null : toFileId(id, headline),
    questions: questions.map((each) => put(key, { ...each, id: toFileId(id, each.id) })),
  })
}

function fromAffiliation(affiliation: AffiliationRecord, put: Put): AffiliationDraft {
  const { collection, type, actor, to, role, since, until } = affiliation
  const key = keyOf('affiliation', affiliation.id)
  const id = toFileId(collection, affiliation.id)
  const evidence = affiliation.evidence.map((each) => put(key, fromEvidence(collection, each)))
  return put(key, {
    id: id === derivedAffiliationId(actor, type, to) ? null : id,
    type,
    actor,
    to,
    role,
    since,
    until,
    evidence: put(key, evidence),
  })
}

function fromEvent(event: EventRecord, put: Put): EventDraft {
  const { collection, coded: _, ...rest } = event
  const key = keyOf('event', event.id)
  const local = (ids: readonly string[]) =>
    put(
      key,
      ids.map((id) => toFileId(collection, id)),
    )
  return put(key, {
    ...rest,
    id: toFileId(collection, event.id),
    history: event.history.map((step) => put(key, { ...step })),
    breaks: local(event.breaks),
    restores: local(event.restores),
    evidence: put(
      key,
      event.evidence.map((each) => put(key, fromEvidence(collection, each))),
    ),
  })
}

function fromEvidence(collection: string, evidence: EvidenceRecord): EvidenceDraft {
  const { source, relayedFrom } = evidence
  return {
    ...evidence,
    source: toFileId(collection, source),
    relayedFrom: relayedFrom === null ? null : toFileId(collection, relayedFrom),
  }
}
