import type { Day } from './days.ts'
import type { ActorIndex } from './snapshot.ts'
import type { Choice, EventKind, Level, Stage, Status } from './words.ts'

/** EventFilter in the domain's terms. What is left out does not narrow; lists are never empty. `asKnownOn` and `collections` live in the View. */
export interface Criteria {
  /** Actor or target is one of these. */
  readonly actors?: readonly ActorIndex[]
  readonly actor?: ActorIndex
  readonly target?: ActorIndex
  /** Both ends are among these. */
  readonly between?: readonly ActorIndex[]
  /** The one who acted is exactly one of these, at whichever level. */
  readonly anyActor?: ReadonlySet<ActorIndex>
  /** The one acted toward is exactly one of these, at whichever level. */
  readonly anyTarget?: ReadonlySet<ActorIndex>
  readonly kinds?: readonly EventKind[]
  readonly subtypes?: readonly string[]
  readonly stages?: readonly Stage[]
  readonly statuses?: readonly Status[]
  readonly disputed?: Choice
  readonly answered?: Choice
  readonly minOrigins?: number
  readonly maxOrigins?: number
  /** Overlaps the days from here … */
  readonly occurredSince?: Day
  /** … to here. */
  readonly occurredUntil?: Day
  readonly reportedSince?: Day
  readonly reportedUntil?: Day
  /** Events whose words match; found beforehand, because words live in the store. */
  readonly eventIds?: ReadonlySet<string>
}

/** How criteria are read. */
export interface SelectOptions {
  /** At TOP, an actor of the criteria stands for all that rolls up to it. */
  readonly level: Level
  /** AGGREGATE leaves out what is DENIED and actors that are unspecified, unless the criteria name them. */
  readonly purpose: 'LIST' | 'AGGREGATE'
}
