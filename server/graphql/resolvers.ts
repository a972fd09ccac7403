import type { Resolvers } from './generated/schema.ts'
import { actor } from './query/actor.ts'
import { actors } from './query/actors.ts'
import { collections } from './query/collections.ts'
import { distancing } from './query/distancing.ts'
import { event } from './query/event.ts'
import { events } from './query/events.ts'
import { neighbourhood } from './query/neighbourhood.ts'
import { paths } from './query/paths.ts'
import { questions } from './query/questions.ts'
import { search } from './query/search.ts'
import { source } from './query/source.ts'
import { sources } from './query/sources.ts'
import { stats } from './query/stats.ts'
import { ties } from './query/ties.ts'
import { timeline } from './query/timeline.ts'
import { Act } from './types/Act.ts'
import { Actor } from './types/Actor.ts'
import { Affiliation } from './types/Affiliation.ts'
import { Collection } from './types/Collection.ts'
import { DaySpan } from './types/DaySpan.ts'
import { DistancingAnswer } from './types/DistancingAnswer.ts'
import { DistancingRow } from './types/DistancingRow.ts'
import { Episode } from './types/Episode.ts'
import { Event } from './types/Event.ts'
import { Evidence } from './types/Evidence.ts'
import { Occurred } from './types/Occurred.ts'
import { Question } from './types/Question.ts'
import { Restoration } from './types/Restoration.ts'
import { Source } from './types/Source.ts'
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
  },
  Act,
  Actor,
  Affiliation,
  Collection,
  DaySpan,
  DistancingAnswer,
  DistancingRow,
  Episode,
  Event,
  Evidence,
  Occurred,
  Question,
  Restoration,
  Source,
  Tie,
} satisfies Resolvers
