import { parseDay, type Day } from '../../server/domain/days.ts'
import type {
  ActorEntry,
  AffiliationRecord,
  CodedRecord,
  CollectionContents,
  CollectionRecord,
  EventRecord,
  EvidenceRecord,
  SourceRecord,
} from '../../server/domain/records.ts'
import type { Batch, Writer } from '../../server/store/graph-store.ts'

/** Plain records for tests: each is whole as it is, and says something else only where a test asks it to. */

export const LOADER: Writer = { by: 'LOAD', name: 'seeds/case' }

/** @throws RangeError where that is no day. */
export function aDay(text: string): Day {
  const day = parseDay(text)
  if (day === null) throw new RangeError(`${text} is no day.`)
  return day
}

export function aCollection(over: Partial<CollectionRecord> = {}): CollectionRecord {
  return {
    id: 'case',
    kind: 'CASE',
    title: 'A case',
    description: null,
    headline: null,
    positions: [],
    questions: [],
    ...over,
  }
}

export function anActor(actor: string, over: Partial<ActorEntry> = {}): ActorEntry {
  return {
    actor,
    collection: 'case',
    kind: 'STATE',
    name: actor,
    article: false,
    aliases: [],
    description: null,
    unspecified: false,
    ...over,
  }
}

export function aSource(over: Partial<SourceRecord> = {}): SourceRecord {
  return {
    id: 'case/report',
    collection: 'case',
    publisher: 'The Daily Report',
    title: null,
    url: null,
    published: aDay('2025-11-11'),
    reliability: 'B',
    ...over,
  }
}

export function someEvidence(over: Partial<EvidenceRecord> = {}): EvidenceRecord {
  return {
    id: '1',
    source: 'case/report',
    relayedFrom: null,
    speaker: null,
    quote: null,
    paraphrase: null,
    locator: null,
    stance: 'ASSERTS',
    about: 'ACT',
    ...over,
  }
}

/** From `uk` toward `us`. */
export function anEvent(over: Partial<EventRecord> = {}): EventRecord {
  return {
    id: 'case/1',
    collection: 'case',
    actor: 'uk',
    target: 'us',
    kind: 'SUSPENSION',
    subtype: 'intelligence',
    stage: 'ACTUAL',
    strength: 2,
    mark: 'YES',
    scope: null,
    summary: null,
    occurred: '2025-11-11',
    history: [],
    breaks: [],
    restores: [],
    evidence: [],
    coded: null,
    ...over,
  }
}

/** What a row of a data set says beside its act. */
export function coded(over: Partial<CodedRecord> = {}): CodedRecord {
  return {
    code: '163',
    system: 'CAMEO',
    goldstein: -8,
    actorName: 'Government (United Kingdom)',
    targetName: 'United States',
    publisher: null,
    reported: aDay('2025-11-12'),
    locator: null,
    mirror: false,
    ...over,
  }
}

/** From `uk` (or any) to what it belongs to. */
export function anAffiliation(over: Partial<AffiliationRecord> = {}): AffiliationRecord {
  return {
    id: 'case/a1',
    collection: 'case',
    type: 'MEMBER_OF',
    actor: 'uk',
    to: 'us',
    role: null,
    since: null,
    until: null,
    evidence: [],
    ...over,
  }
}

/** A batch of the case `case` with its collection, the actors `uk` and `us`, one source, and what is given. */
export function aCase(over: Partial<Batch> = {}): Batch {
  return {
    writer: LOADER,
    collections: [aCollection()],
    actors: [anActor('uk', { name: 'United Kingdom' }), anActor('us', { name: 'United States' })],
    sources: [aSource()],
    ...over,
  }
}

/** Everything in a collection as one batch. */
export function toBatch(contents: CollectionContents, writer = LOADER): Batch {
  const { collection, ...records } = contents
  return { writer, collections: [collection], ...records }
}
