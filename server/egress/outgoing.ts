import type { Day } from '../domain/days.ts'
import type { ActorEntry, AffiliationRecord, CollectionRecord, EventRecord, SourceRecord } from '../domain/records.ts'
import type { ActorKind } from '../domain/words.ts'

/** What leaves: what was known on a day, of some events and of whom and what they name. Events come in pieces, so that memory stays flat. */
export interface Outgoing {
  /** Null: nothing is known yet. */
  readonly knownOn: Day | null
  /** What was asked for, in the words of the schema's EventFilter; empty: everything. */
  readonly filter: Readonly<Record<string, unknown>>
  readonly collections: readonly CollectionRecord[]
  readonly sources: readonly SourceRecord[]
  readonly actors: readonly OutgoingActor[]
  readonly affiliations: readonly AffiliationRecord[]
  /** How many `events` gives, short of what goes while it is read. */
  readonly total: number
  events(): AsyncIterable<readonly OutgoingEvent[]>
}

export interface OutgoingActor {
  readonly id: string
  /** As it is shown in the chosen collections. */
  readonly name: string
  readonly kind: ActorKind
  readonly description: string | null
  readonly aliases: readonly string[]
  readonly unspecified: boolean
  /** What each of the chosen collections says of it. */
  readonly entries: readonly ActorEntry[]
}

/** An event as it was known on the day, and what follows from its evidence. */
export interface OutgoingEvent {
  readonly record: EventRecord
  /** First and last day that its date may mean; null: open or unknown. */
  readonly earliest: Day | null
  readonly latest: Day | null
  /** The day on which it became known. */
  readonly reported: Day
  readonly status: string
  readonly disputed: boolean
  readonly origins: number
}

/** A format that something leaves in. */
export interface Format {
  readonly name: string
  readonly title: string
  /** Of a file, without the dot. */
  readonly extension: string
  readonly mediaType: string
  /** What of the data it cannot say; null: it says all. */
  readonly loses: string | null
  write(outgoing: Outgoing): AsyncIterable<string>
}

/** What is to leave cannot be said in the format. `says` is a plain sentence with what to do. */
export class FormatRefusedError extends Error {
  override readonly name = 'FormatRefusedError'
  readonly says: string
  constructor(says: string) {
    super(says)
    this.says = says
  }
}
