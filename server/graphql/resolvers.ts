import type { Resolvers } from './generated/schema.ts'
import { addEvidence } from './mutation/addEvidence.ts'
import { mergeActors } from './mutation/mergeActors.ts'
import { recordEvent } from './mutation/recordEvent.ts'
import { reload } from './mutation/reload.ts'
import { removeAffiliation } from './mutation/removeAffiliation.ts'
import { removeEvidence } from './mutation/removeEvidence.ts'
import { retractEvent } from './mutation/retractEvent.ts'
import { saveActor } from './mutation/saveActor.ts'
import { saveAffiliation } from './mutation/saveAffiliation.ts'
import { saveSource } from './mutation/saveSource.ts'
import { setEventStatus } from './mutation/setEventStatus.ts'
import { undo } from './mutation/undo.ts'
import { actor } from './query/actor.ts'
import { actors } from './query/actors.ts'
import { auditLog } from './query/auditLog.ts'
import { collections } from './query/collections.ts'
import { cypher } from './query/cypher.ts'
import { distancing } from './query/distancing.ts'
import { event } from './query/event.ts'
import { events } from './query/events.ts'
import { merges } from './query/merges.ts'
import { neighbourhood } from './query/neighbourhood.ts'
import { paths } from './query/paths.ts'
import { questions } from './query/questions.ts'
import { search } from './query/search.ts'
import { source } from './query/source.ts'
import { sources } from './query/sources.ts'
import { stats } from './query/stats.ts'
import { ties } from './query/ties.ts'
import { timeline } from './query/timeline.ts'
import { version } from './query/version.ts'
import { Act } from './types/Act.ts'
import { Actor } from './types/Actor.ts'
import { ActorChange } from './types/ActorChange.ts'
import { ActorEntry } from './types/ActorEntry.ts'
import { Affiliation } from './types/Affiliation.ts'
import { AffiliationChange } from './types/AffiliationChange.ts'
import { AuditEntry } from './types/AuditEntry.ts'
import { Collection } from './types/Collection.ts'
import { DaySpan } from './types/DaySpan.ts'
import { DistancingAnswer } from './types/DistancingAnswer.ts'
import { DistancingRow } from './types/DistancingRow.ts'
import { Episode } from './types/Episode.ts'
import { Event } from './types/Event.ts'
import { EventChange } from './types/EventChange.ts'
import { Evidence } from './types/Evidence.ts'
import { Merge } from './types/Merge.ts'
import { Occurred } from './types/Occurred.ts'
import { Question } from './types/Question.ts'
import { Restoration } from './types/Restoration.ts'
import { Source } from './types/Source.ts'
import { SourceChange } from './types/SourceChange.ts'
import { Tie } from './types/Tie.ts'

/** Everything that answers the contract; fields that are not here are read from what their parent returned. */
export const resolvers = {
  Query: {
    actor,
    search,
    actors,
    event,
    events,
    ties,
    neighbourhood,
    paths,
    timeline,
    distancing,
    sources,
    source,
    collections,
    stats,
    questions,
    auditLog,
    merges,
    cypher,
    version,
  },
  Mutation: {
    saveActor,
    mergeActors,
    saveAffiliation,
    removeAffiliation,
    saveSource,
    recordEvent,
    addEvidence,
    removeEvidence,
    setEventStatus,
    retractEvent,
    undo,
    reload,
  },
  Act,
  Actor,
  ActorChange,
  ActorEntry,
  Affiliation,
  AffiliationChange,
  AuditEntry,
  Collection,
  DaySpan,
  DistancingAnswer,
  DistancingRow,
  Episode,
  Event,
  EventChange,
  Evidence,
  Merge,
  Occurred,
  Question,
  Restoration,
  Source,
  SourceChange,
  Tie,
} satisfies Resolvers
