import { parseDay } from '../../server/domain/days.ts'
import type {
  ActorEntry,
  AffiliationRecord,
  CollectionContents,
  EventRecord,
  EvidenceRecord,
  StatusRecord,
} from '../../server/domain/records.ts'
import type { Snapshot } from '../../server/domain/snapshot.ts'
import { subtypeDefaults } from '../../server/domain/subtypes.ts'
import type { ActorKind, AffiliationType, CollectionKind, EventKind, Stage, Status } from '../../server/domain/words.ts'

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
  /** Day of its one source; default 2030-01-01. */
  readonly reported?: string
  readonly history?: readonly (readonly [Status, string])[]
  readonly breaks?: readonly string[]
  readonly restores?: readonly string[]
  readonly evidence?: readonly Partial<EvidenceRecord>[]
  readonly code?: string
}

const USUAL_SUBTYPE: Partial<Record<EventKind, string>> = {
  SUSPENSION: 'intelligence',
  COOPERATION: 'intelligence',
  CONDEMNATION: 'statement',
  PRESSURE: 'rhetoric',
  COERCION: 'campaign',
  VIOLENCE: 'strike',
}

export function day(text: string): number {
  const found = parseDay(text)
  if (found === null) throw new Error(`${text} is no day`)
  return found
}

export function contentsOf(world: World): CollectionContents {
  const collection = world.id ?? 'world'
  const days = new Set(world.events.map((event) => event.reported ?? '2030-01-01'))
  return {
    collection: {
      id: collection,
      kind: world.kind ?? 'CASE',
      title: collection,
      description: null,
      headline: null,
      positions: [],
      questions: [],
    },
    actors: Object.entries(world.actors).map(([actor, name]): ActorEntry => ({
      actor,
      collection,
      kind: world.kinds?.[actor] ?? 'STATE',
      name: name.replace(/^The /, ''),
      article: name.startsWith('The '),
      aliases: [],
      description: null,
      unspecified: false,
    })),
    affiliations: (world.affiliations ?? []).map(([actor, type, to, since, until]): AffiliationRecord => ({
      id: `${collection}/${actor}-${type}-${to}-${since ?? ''}`,
      collection,
      type,
      actor,
      to,
      role: null,
      since: since ?? null,
      until: until ?? null,
      evidence: [],
    })),
    sources: [...days].map((published) => ({
      id: `${collection}/s-${published}`,
      collection,
      publisher: `Paper of ${published}`,
      title: null,
      url: null,
      published: day(published),
      reliability: 'F',
    })),
    events: world.events.map((event, at) => toRecord(event, at, collection, world.kind ?? 'CASE')),
  }
}

function toRecord(event: WorldEvent, at: number, collection: string, collectionKind: CollectionKind): EventRecord {
  const kind = event.kind ?? 'SUSPENSION'
  const subtype = event.subtype ?? USUAL_SUBTYPE[kind] ?? 'statement'
  const stage = event.stage ?? 'ACTUAL'
  const defaults = subtypeDefaults(kind, subtype) ?? { strength: 1, mark: 'NO' }
  const reported = event.reported ?? '2030-01-01'
  const evidence = (event.evidence ?? (collectionKind === 'CASE' ? [{}] : [])).map((each, number): EvidenceRecord => ({
    id: String(number + 1),
    source: `${collection}/s-${reported}`,
    relayedFrom: null,
    speaker: null,
    quote: null,
    paraphrase: 'It happened.',
    locator: null,
    stance: 'ASSERTS',
    about: 'ACT',
    ...each,
  }))
  return {
    id: `${collection}/${event.id ?? `e${at}`}`,
    collection,
    actor: event.actor,
    target: event.target,
    kind,
    subtype,
    stage,
    strength: stage === 'ACTUAL' ? defaults.strength : Math.min(1, defaults.strength),
    mark: defaults.mark,
    scope: event.scope === undefined ? 'data' : event.scope,
    summary: null,
    occurred: event.occurred,
    history: (event.history ?? []).map(([status, on]): StatusRecord => ({ status, on: day(on), note: null })),
    breaks: (event.breaks ?? []).map((id) => `${collection}/${id}`),
    restores: (event.restores ?? []).map((id) => `${collection}/${id}`),
    evidence,
    coded:
      collectionKind === 'CASE'
        ? null
        : {
            code: event.code ?? '163',
            system: 'CAMEO',
            goldstein: null,
            actorName: event.actor,
            targetName: event.target,
            publisher: null,
            reported: day(reported),
            mirror: false,
          },
  }
}

/** The index of an actor. */
export function actorOf(snapshot: Snapshot, id: string): number {
  const index = snapshot.actorIndex.get(id)
  if (index === undefined) throw new Error(`no actor ${id}`)
  return index
}
