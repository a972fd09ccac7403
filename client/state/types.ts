import type {
  ActorDetailsQuery,
  ActorNameFragment,
  CatalogueQuery,
  EventDetailsQuery,
  EventRowFragment,
  EvidenceCardFragment,
  NetworkQuery,
  SlotActorsQuery,
  SourceLineFragment,
} from '../api/generated/graphql.ts'

export type {
  ActorKind,
  AffiliationType,
  DistancingRule,
  EventKind,
  Level,
  QuestionKind,
  Reliability,
  Stage,
  Status,
} from '../api/generated/graphql.ts'

/** What the screen calls the pieces of the contract that it has asked for. */
export type Catalogue = CatalogueQuery
export type Collection = CatalogueQuery['collections'][number]
export type Question = CatalogueQuery['questions'][number]
export type Network = NetworkQuery
export type Tie = NetworkQuery['ties']['items'][number]
export type NetworkActor = NetworkQuery['actors']['nodes'][number]
export type ActorName = ActorNameFragment
export type EventRow = EventRowFragment
export type EvidenceCard = EvidenceCardFragment
export type SourceLine = SourceLineFragment
export type EventDetails = NonNullable<EventDetailsQuery['event']>
export type ActorDetails = NonNullable<ActorDetailsQuery['actor']>
export type ActorMatch = SlotActorsQuery['search'][number]
