import { AFTER_ALL, BEFORE_ALL, isDay, type Day } from '../../../server/domain/days.ts'
import { parseEdtf, type Occurrence } from '../../../server/domain/edtf.ts'
import type {
  AffiliationRecord,
  CollectionContents,
  EventRecord,
  EvidenceRecord,
  StatusRecord,
} from '../../../server/domain/records.ts'
import type { About, Stance, Status } from '../../../server/domain/words.ts'
import { byCodePoint, distinct, firstOf, groupBy } from './order.ts'

/**
 * The naive reference: the words of DESIGN sections 1 and 4 over plain records, written for clearness only and apart from the
 * product. It shares with it the vocabulary, days and EDTF, nothing else.
 */
export interface World {
  /** BEFORE_ALL while nothing is known. */
  readonly knownOn: Day
  /** What is known of the chosen collections, sorted by earliest, latest, id. DENIED events are among them. */
  readonly events: readonly KnownEvent[]
  /** Known and of the chosen collections; those that had ended too. */
  readonly affiliations: readonly KnownAffiliation[]
  readonly dataSets: ReadonlySet<string>
  readonly unspecified: ReadonlySet<string>
  readonly names: ReadonlyMap<string, string>
}

/** An affiliation with the days on which it may hold. */
export interface KnownAffiliation {
  readonly record: AffiliationRecord
  readonly from: Day
  readonly through: Day
}

/** An event as known on the day of its world. */
export interface KnownEvent extends Occurrence {
  readonly id: string
  readonly record: EventRecord
  readonly reported: Day
  readonly status: Status
  /** Since when the status holds; null where it is REPORTED from the start. */
  readonly statusSince: Day | null
  readonly origins: readonly string[]
  readonly disputed: boolean
  readonly answered: boolean
}

/** One word on an event or affiliation, with its day. A data set's row speaks for itself. */
interface Word {
  readonly on: Day
  readonly origin: string
  readonly stance: Stance
  readonly about: About
}

/**
 * @param asKnownOn null: the greatest day on which anything in the chosen collections became known.
 * @param collections ids; null: all.
 */
export function createWorld(
  all: readonly CollectionContents[],
  asKnownOn: Day | null,
  collections: readonly string[] | null,
): World {
  const chosen = all.filter((each) => collections === null || collections.includes(each.collection.id))
  const published = new Map(all.flatMap((each) => each.sources).map((source) => [source.id, source.published]))
  const events = chosen.flatMap((each) => each.events)
  const affiliations = chosen.flatMap((each) => each.affiliations)
  const knownOn = asKnownOn ?? lastDay()
  const entries = groupBy(
    inRank(all).flatMap((each) => each.actors),
    (entry) => entry.actor,
  )

  return {
    knownOn,
    events: events
      .map((event) => toKnown(event))
      .filter((event) => event !== null)
      .sort(inOrder),
    affiliations: affiliations
      .filter(
        (affiliation) =>
          affiliation.evidence.length === 0 ||
          toWords(affiliation.evidence).some((word) => assertsTheAct(word) && word.on <= knownOn),
      )
      .map((record) => ({
        record,
        from: record.since === null ? BEFORE_ALL : read(record.since).earliest,
        through: record.until === null ? AFTER_ALL : read(record.until).latest,
      })),
    dataSets: new Set(all.filter((each) => each.collection.kind === 'DATA_SET').map((each) => each.collection.id)),
    unspecified: new Set(
      [...entries].filter(([, own]) => own.every((entry) => entry.unspecified)).map(([actor]) => actor),
    ),
    names: new Map([...entries].map(([actor, own]) => [actor, own[0]?.name ?? actor])),
  }

  /** Words without a published date are on no day. */
  function toWords(evidence: readonly EvidenceRecord[]): Word[] {
    return evidence.flatMap((each) => {
      const on = published.get(each.source) ?? null
      if (on === null) return []
      return [{ on, origin: each.relayedFrom ?? each.source, stance: each.stance, about: each.about }]
    })
  }

  function wordsOn(event: EventRecord): Word[] {
    const words = toWords(event.evidence)
    if (event.coded === null) return words
    const origin = `${event.collection}#${event.coded.publisher ?? ''}`
    return [{ on: event.coded.reported, origin, stance: 'ASSERTS', about: 'ACT' }, ...words]
  }

  function lastDay(): Day {
    // What nobody asserts on a day never becomes known, whatever else is said of it.
    const asserted = events.filter((event) => wordsOn(event).some(assertsTheAct))
    const claimed = affiliations.map((each) => toWords(each.evidence)).filter((words) => words.some(assertsTheAct))
    return Math.max(
      BEFORE_ALL,
      ...asserted.flatMap((event) => wordsOn(event).map((word) => word.on)),
      ...asserted.flatMap((event) => event.history.map((step) => step.on)),
      ...claimed.flat().map((word) => word.on),
    )
  }

  function toKnown(record: EventRecord): KnownEvent | null {
    const words = wordsOn(record).filter((word) => word.on <= knownOn)
    const assertions = words.filter(assertsTheAct)
    if (assertions.length === 0) return null
    const step = lastStep(record.history, knownOn)
    return {
      ...read(record.occurred),
      id: record.id,
      record,
      reported: Math.min(...assertions.map((word) => word.on)),
      status: step?.status ?? 'REPORTED',
      statusSince: step?.on ?? null,
      origins: distinct(assertions.map((word) => word.origin)),
      disputed: words.some((word) => word.stance === 'DENIES' && word.about === 'ACT'),
      answered: words.some((word) => word.stance === 'DENIES' && word.about === 'CONTENT'),
    }
  }
}

/** The collections in the order in which they say what an actor is called: cases before data sets, then by id. */
function inRank(all: readonly CollectionContents[]): CollectionContents[] {
  const isCoded = ({ collection }: CollectionContents) => (collection.kind === 'CASE' ? 0 : 1)
  return all.toSorted((a, b) => firstOf(isCoded(a) - isCoded(b), byCodePoint(a.collection.id, b.collection.id)))
}

const readBefore = new Map<string, Occurrence>()

/** The same few texts are read in every world. */
function read(text: string): Occurrence {
  const days = readBefore.get(text) ?? parseEdtf(text)
  readBefore.set(text, days)
  return days
}

function assertsTheAct(word: Word): boolean {
  return word.stance === 'ASSERTS' && word.about === 'ACT'
}

function lastStep(history: readonly StatusRecord[], knownOn: Day): StatusRecord | null {
  return history.filter((step) => step.on <= knownOn).at(-1) ?? null
}

/** By earliest, latest, id. */
export function inOrder(a: KnownEvent, b: KnownEvent): number {
  return firstOf(a.earliest - b.earliest, a.latest - b.latest, byCodePoint(a.id, b.id))
}

/** Whether the event may have happened in the window; its ends are inclusive. */
export function overlaps(event: KnownEvent, since: Day = BEFORE_ALL, until: Day = AFTER_ALL): boolean {
  return event.earliest <= until && event.latest >= since
}

/** The day as of which the event is rolled up. */
export function rollUpDay(event: KnownEvent): Day {
  return isDay(event.earliest) ? event.earliest : event.latest
}

/** Whether an end of the event is unspecified and not asked for by name. */
export function isLeftOut(world: World, event: KnownEvent, named: readonly string[]): boolean {
  return [event.record.actor, event.record.target].some(
    (actor) => world.unspecified.has(actor) && !named.includes(actor),
  )
}
