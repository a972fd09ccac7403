import { formatDay, type Day } from '../domain/days.ts'
import type { AffiliationRecord, EvidenceRecord, SourceRecord } from '../domain/records.ts'
import type { ActorKind, EventKind } from '../domain/words.ts'
import type { OutgoingActor, OutgoingEvent } from './outgoing.ts'
import { uuidOf } from './uuid.ts'

/** An object of STIX 2.1. */
export type StixObject = Readonly<Record<string, unknown>> & { readonly type: string; readonly id: string }

export const SPEC = { spec_version: '2.1' } as const

export function idOf(type: string, name: string): string {
  return `${type}--${uuidOf(`${type} ${name}`)}`
}

/** What STIX has no property for stands in an extension of ours. */
export const EXTENSION = idOf('extension-definition', 'political act')

/** Who says all this. */
export const AUTHOR = idOf('identity', 'Entente')

/** Open vocabulary identity-class-ov. */
const CLASSES: Readonly<Record<ActorKind, string>> = {
  STATE: 'organization',
  GOVERNMENT_BODY: 'organization',
  MILITARY_COMMAND: 'organization',
  PERSON: 'individual',
  INTERNATIONAL_ORGANISATION: 'organization',
  ORGANISATION: 'organization',
  GROUP: 'group',
  MEDIA: 'organization',
  OPERATION: 'unknown',
  REGION: 'unknown',
}

/** Relationship types of our own: STIX has none for acts of states. */
const ACTS: Readonly<Record<EventKind, string>> = {
  COOPERATION: 'cooperates-with',
  SUSPENSION: 'suspends-cooperation-with',
  CONDEMNATION: 'condemns',
  PRESSURE: 'puts-pressure-on',
  COERCION: 'coerces',
  VIOLENCE: 'uses-violence-against',
  NEUTRAL: 'acts-toward',
}

/** @param day on which it is told; STIX asks for a moment. */
export function identity(actor: OutgoingActor, day: Day): StixObject {
  const { id, name, kind, aliases, description } = actor
  return {
    type: 'identity',
    ...SPEC,
    id: idOf('identity', `actor ${id}`),
    created_by_ref: AUTHOR,
    ...moments(day),
    name,
    ...(description === null || description === '' ? {} : { description }),
    identity_class: CLASSES[kind],
    ...extended({ actor_id: id, actor_kind: kind, ...(aliases.length > 0 ? { aliases } : {}) }),
  }
}

export function relationshipOfEvent(event: OutgoingEvent, sources: ReadonlyMap<string, SourceRecord>): StixObject {
  const { record, reported, status, disputed, origins } = event
  const { coded, summary } = record
  const references = record.evidence.flatMap((each) => reference(each, sources))
  return {
    type: 'relationship',
    ...SPEC,
    id: idOf('relationship', `event ${record.id}`),
    created_by_ref: AUTHOR,
    ...moments(reported),
    relationship_type: ACTS[record.kind],
    ...(summary === null || summary === '' ? {} : { description: summary }),
    source_ref: idOf('identity', `actor ${record.actor}`),
    target_ref: idOf('identity', `actor ${record.target}`),
    ...times(event.earliest, event.latest),
    ...(references.length > 0 ? { external_references: references } : {}),
    ...extended({
      event_id: record.id,
      collection: record.collection,
      kind: record.kind,
      subtype: record.subtype,
      stage: record.stage,
      strength: record.strength,
      mark: record.mark,
      occurred: record.occurred,
      status,
      disputed,
      origins,
      ...(record.scope === null ? {} : { scope: record.scope }),
      ...(coded === null
        ? {}
        : {
            code: coded.code,
            code_system: coded.system,
            ...(coded.goldstein === null ? {} : { goldstein: coded.goldstein }),
            actor_as_written: coded.actorName,
            target_as_written: coded.targetName,
            mirror: coded.mirror,
          }),
    }),
  }
}

/** Who denies an act, or the content of what was said, disagrees with the relationship. */
export function opinionsOn(
  { record, reported }: OutgoingEvent,
  sources: ReadonlyMap<string, SourceRecord>,
): readonly StixObject[] {
  return record.evidence.flatMap((each) => {
    if (each.stance !== 'DENIES') return []
    const source = sources.get(each.source)
    const said = each.quote ?? each.paraphrase ?? ''
    return [
      {
        type: 'opinion',
        ...SPEC,
        id: idOf('opinion', `${record.id} ${each.id}`),
        created_by_ref: AUTHOR,
        ...moments(source?.published ?? reported),
        explanation: `Denies ${each.about === 'ACT' ? 'that it happened' : 'what was said'}. ${said}`.trim(),
        ...(each.speaker === null || each.speaker === '' ? {} : { authors: [each.speaker] }),
        opinion: 'strongly-disagree',
        object_refs: [idOf('relationship', `event ${record.id}`)],
      },
    ]
  })
}

export function relationshipOfAffiliation(affiliation: AffiliationRecord, day: Day): StixObject {
  const { id, type, actor, to, role, since, until } = affiliation
  return {
    type: 'relationship',
    ...SPEC,
    id: idOf('relationship', `affiliation ${id}`),
    created_by_ref: AUTHOR,
    ...moments(day),
    relationship_type: type.toLowerCase().replaceAll('_', '-'),
    ...(role === null || role === '' ? {} : { description: role }),
    source_ref: idOf('identity', `actor ${actor}`),
    target_ref: idOf('identity', `actor ${to}`),
    ...extended({
      affiliation_id: id,
      ...(since === null ? {} : { since }),
      ...(until === null ? {} : { until }),
    }),
  }
}

function reference(evidence: EvidenceRecord, sources: ReadonlyMap<string, SourceRecord>): readonly object[] {
  const source = sources.get(evidence.source)
  if (!source || source.publisher === '') return []
  const { publisher, title, url, published } = source
  const parts = [title, published === null ? null : formatDay(published), evidence.locator, evidence.quote]
  const description = parts.filter((each) => each !== null && each !== '').join('. ')
  return [
    {
      source_name: publisher,
      description: description === '' ? publisher : description,
      ...(url === null ? {} : { url }),
    },
  ]
}

function extended(properties: Readonly<Record<string, unknown>>): object {
  return { extensions: { [EXTENSION]: { extension_type: 'property-extension', ...properties } } }
}

export function moments(day: Day): { readonly created: string; readonly modified: string } {
  const at = moment(day)
  return { created: at, modified: at }
}

/** A day from its first moment to the first of the next; the end must lie after the beginning. */
function times(earliest: Day | null, latest: Day | null): object {
  return {
    ...(earliest === null ? {} : { start_time: moment(earliest) }),
    ...(latest === null ? {} : { stop_time: moment(latest + 1) }),
  }
}

function moment(day: Day): string {
  return `${formatDay(day)}T00:00:00.000Z`
}
