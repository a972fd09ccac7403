import type { CollectionContents, EventRecord, EvidenceRecord } from '../../server/domain/records.ts'
import { defaultStrength, subtypeDefaults } from '../../server/domain/subtypes.ts'
import type { ActorKind, AffiliationType, CollectionKind, EventKind, Stage, Status } from '../../server/domain/words.ts'
import { aCollection, aDay, anActor, anAffiliation, anEvent, aSource, coded, someEvidence } from './records.ts'

/** A small world told in few words; everything that a test does not speak of has a plain default. */
export interface World {
  readonly id?: string
  readonly kind?: CollectionKind
  /** `uk: 'The United Kingdom'`; a name that begins with "The " takes its article. */
  readonly actors: Readonly<Record<string, string>>
  readonly kinds?: Readonly<Record<string, ActorKind>>
  /** `['treasury', 'PART_OF', 'uk', '2025-01-01', '2025-12-31']` */
  readonly affiliations?: readonly (readonly [string, AffiliationType, string, string?, string?])[]
  readonly events: readonly WorldEvent[]
}

export interface WorldEvent {
  readonly id?: string
  readonly actor: string
  readonly target: string
  readonly kind?: EventKind
  readonly subtype?: string
  readonly stage?: Stage
  readonly scope?: string | null
  readonly occurred: string
  /** Day of its one source; left out: USUAL_DAY. */
  readonly reported?: string
  readonly history?: readonly (readonly [Status, string])[]
  readonly breaks?: readonly string[]
  readonly restores?: readonly string[]
  readonly evidence?: readonly Partial<EvidenceRecord>[]
  readonly code?: string
}

const USUAL_DAY = '2030-01-01'

const USUAL_SUBTYPE: Partial<Record<EventKind, string>> = {
  SUSPENSION: 'intelligence',
  COOPERATION: 'intelligence',
  CONDEMNATION: 'statement',
  PRESSURE: 'rhetoric',
  COERCION: 'campaign',
  VIOLENCE: 'strike',
}

/** What a world says as the records of its collection. */
export function contentsOf(world: World): CollectionContents {
  const { id: collection = 'world', kind = 'CASE' } = world
  const days = new Set(world.events.map((event) => event.reported ?? USUAL_DAY))
  return {
    collection: aCollection({ id: collection, kind, title: collection }),
    actors: Object.entries(world.actors).map(([actor, name]) =>
      anActor(actor, {
        collection,
        kind: world.kinds?.[actor] ?? 'STATE',
        name: name.replace(/^The /, ''),
        article: name.startsWith('The '),
      }),
    ),
    affiliations: (world.affiliations ?? []).map(([actor, type, to, since = null, until = null]) =>
      anAffiliation({
        id: `${collection}/${actor}-${type}-${to}-${since ?? ''}`,
        collection,
        type,
        actor,
        to,
        since,
        until,
      }),
    ),
    sources: [...days].map((day) =>
      aSource({
        id: `${collection}/s-${day}`,
        collection,
        publisher: `Paper of ${day}`,
        published: aDay(day),
        reliability: 'F',
      }),
    ),
    events: world.events.map((event, at) => toRecord(event, at, collection, kind)),
  }
}

function toRecord(event: WorldEvent, at: number, collection: string, collectionKind: CollectionKind): EventRecord {
  const { actor, target, kind = 'SUSPENSION', stage = 'ACTUAL', scope = 'data', reported = USUAL_DAY } = event
  const subtype = event.subtype ?? USUAL_SUBTYPE[kind] ?? 'statement'
  const { strength, mark } = subtypeDefaults(kind, subtype) ?? { strength: 1, mark: 'NO' }
  const isCoded = collectionKind === 'DATA_SET'
  const inCollection = (ids: readonly string[] = []) => ids.map((id) => `${collection}/${id}`)
  return anEvent({
    id: `${collection}/${event.id ?? `e${at}`}`,
    collection,
    actor,
    target,
    kind,
    subtype,
    stage,
    strength: defaultStrength(strength, stage),
    mark,
    scope,
    occurred: event.occurred,
    history: (event.history ?? []).map(([status, on]) => ({ status, on: aDay(on), note: null })),
    breaks: inCollection(event.breaks),
    restores: inCollection(event.restores),
    evidence: (event.evidence ?? (isCoded ? [] : [{}])).map((each, number) =>
      someEvidence({
        id: String(number + 1),
        source: `${collection}/s-${reported}`,
        paraphrase: 'It happened.',
        ...each,
      }),
    ),
    coded: isCoded
      ? coded({ code: event.code ?? '163', actorName: actor, targetName: target, reported: aDay(reported) })
      : null,
  })
}
