import fc, { type Arbitrary } from 'fast-check'
import { formatDay, isDay, type Day } from '../../server/domain/days.ts'
import { parseEdtf } from '../../server/domain/edtf.ts'
import type {
  ActorEntry,
  AffiliationRecord,
  CollectionContents,
  EventRecord,
  EvidenceRecord,
  SourceRecord,
  StatusRecord,
} from '../../server/domain/records.ts'
import { defaultStrength } from '../../server/domain/subtypes.ts'
import { ABOUTS, AFFILIATION_TYPES, STANCES, STATUSES, type EventKind, type Mark } from '../../server/domain/words.ts'

/**
 * Small graphs in which everything collides: few actors, days that lie 30 and 31 days apart, windows whose ends are days of events,
 * evidence that came on several days. Records are such as a store holds; affiliations may form diamonds and cycles, as those of a
 * data set or of several collections may.
 */
export interface Graph {
  readonly contents: readonly CollectionContents[]
  readonly actors: readonly string[]
}

export interface GraphOptions {
  readonly maxEvents?: number
  readonly datedAffiliations?: boolean
}

/** 2025-01-01. */
export const FIRST_DAY: Day = 20_089
const LAST_OFFSET = 125
const NAMES = ['Albania', 'Ångland', 'A\u030Angland', 'Brazil', 'Brazil', 'Zürich Group', '𝒟 Movement', 'Éire', 'Zulu']
const SCOPES = ['arms', 'arms', ' Arms ', 'ARMS', 'grain', null]

/** Days on which edges meet: neighbours of multiples of 30 and 31 come more often than others. */
export const day: Arbitrary<Day> = fc
  .oneof(
    { weight: 3, arbitrary: fc.constantFrom(0, 1, 29, 30, 31, 32, 60, 61, 62, 63, 92, 93, 94, 124, 125) },
    { weight: 2, arbitrary: fc.integer({ min: 0, max: LAST_OFFSET }) },
  )
  .map((offset) => FIRST_DAY + offset)

const longAgo: Arbitrary<Day> = fc.constantFrom(-366, -365, -364, -335, -334).map((offset) => FIRST_DAY + offset)
/** When something becomes known: from the first days on, most often after most acts. */
export const reportDay: Arbitrary<Day> = fc.oneof(
  day,
  fc.integer({ min: 60, max: 200 }).map((offset) => FIRST_DAY + offset),
)

const span = fc.tuple(fc.oneof({ weight: 6, arbitrary: day }, { weight: 1, arbitrary: longAgo }), fc.nat({ max: 45 }))

/** Every form that `parseEdtf` takes. */
export const edtf: Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: day.map(formatDay) },
  { weight: 1, arbitrary: longAgo.map(formatDay) },
  { weight: 1, arbitrary: day.map((one) => formatDay(one).slice(0, 7)) },
  { weight: 1, arbitrary: fc.constantFrom('2025', '2024') },
  { weight: 3, arbitrary: span.map(([from, days]) => `[${formatDay(from)}..${formatDay(from + days)}]`) },
  { weight: 3, arbitrary: span.map(([from, days]) => `${formatDay(from)}/${formatDay(from + days)}`) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        day,
        fc.constantFrom(
          (one: string) => `/${one}`,
          (one: string) => `../${one}`,
          (one: string) => `${one}/`,
          (one: string) => `${one}/..`,
        ),
      )
      .map(([one, form]) => form(formatDay(one))),
  },
)

interface Act {
  readonly kind: EventKind
  readonly subtype: string
  readonly code: string
  readonly mark: Mark
}

const ACTS: readonly Act[] = [
  { kind: 'SUSPENSION', subtype: 'sanctions', code: '163', mark: 'YES' },
  { kind: 'SUSPENSION', subtype: 'negotiation', code: '164', mark: 'YES' },
  { kind: 'COOPERATION', subtype: 'intelligence', code: '064', mark: 'NO' },
  { kind: 'COOPERATION', subtype: 'diplomatic', code: '085', mark: 'NO' },
  { kind: 'COOPERATION', subtype: 'negotiation', code: '046', mark: 'NO' },
  { kind: 'COOPERATION', subtype: 'contact', code: '042', mark: 'NO' },
  { kind: 'CONDEMNATION', subtype: 'criticism', code: '111', mark: 'WEAK' },
  { kind: 'PRESSURE', subtype: 'demand', code: '100', mark: 'WEAK' },
  { kind: 'NEUTRAL', subtype: 'comment', code: '010', mark: 'NO' },
]

const ENDED_BY: Readonly<Record<string, string>> = { '163': '085', '164': '046' }

const act: Arbitrary<Act> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...ACTS.slice(0, 2)) },
  { weight: 4, arbitrary: fc.constantFrom(...ACTS.slice(2, 6)) },
  { weight: 3, arbitrary: fc.constantFrom(...ACTS.slice(6)) },
)

/** Null more often than not. */
export const rarely = <T>(arbitrary: Arbitrary<T>): Arbitrary<T | null> =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary })

const evidence = (collection: string, sources: number) =>
  fc
    .record({
      source: fc.nat({ max: sources - 1 }),
      relayedFrom: fc.option(fc.nat({ max: sources - 1 }), { freq: 2 }),
      // Most assert the act, or little would ever be known.
      word: fc.oneof(
        { weight: 3, arbitrary: fc.constant({ stance: 'ASSERTS', about: 'ACT' } as const) },
        { weight: 2, arbitrary: fc.record({ stance: fc.constantFrom(...STANCES), about: fc.constantFrom(...ABOUTS) }) },
      ),
    })
    .map(({ word, ...each }): Omit<EvidenceRecord, 'id'> => ({
      ...word,
      source: `${collection}/s${each.source}`,
      relayedFrom: each.relayedFrom === null ? null : `${collection}/s${each.relayedFrom}`,
      speaker: null,
      quote: null,
      paraphrase: null,
      locator: null,
    }))

const history: Arbitrary<readonly StatusRecord[]> = fc
  .array(fc.record({ on: reportDay, status: fc.constantFrom(...STATUSES) }), { maxLength: 3 })
  .map((steps) => steps.toSorted((a, b) => a.on - b.on).map((step) => ({ ...step, note: null })))

/**
 * How an event follows on the one before it in the list, so many days from it: the same act once more, the same toward somebody else,
 * cooperation of the same pair before it, or what ends it by code. Edges of 30 and 365 days and equal ranks would else hardly be met.
 */
const sequel = fc.oneof(
  { weight: 3, arbitrary: fc.record({ role: fc.constant('AGAIN'), days: fc.integer({ min: 29, max: 31 }) }) },
  { weight: 2, arbitrary: fc.record({ role: fc.constant('ELSEWHERE'), days: fc.constant(0) }) },
  { weight: 2, arbitrary: fc.record({ role: fc.constant('BEFORE'), days: fc.integer({ min: -366, max: -364 }) }) },
  { weight: 2, arbitrary: fc.record({ role: fc.constant('ENDED'), days: fc.integer({ min: -1, max: 1 }) }) },
)

/** An event before it has a number, ends and links of its own. */
function bareEvent(collection: string, isDataSet: boolean, actors: number, sources: number) {
  return fc.record({
    // The first actors come more often, so that pairs repeat.
    actor: fc.oneof(fc.nat({ max: 1 }), fc.nat({ max: actors - 1 })),
    step: fc.oneof(
      { weight: 2, arbitrary: fc.constant(1) },
      { weight: 1, arbitrary: fc.integer({ min: 1, max: actors - 1 }) },
    ),
    act,
    mark: rarely(fc.constantFrom('NO', 'WEAK', 'YES')),
    stage: rarely(fc.constantFrom('INTENT', 'THREATENED')).map((stage) => stage ?? 'ACTUAL'),
    strength: fc.nat({ max: 3 }),
    scope: fc.constantFrom(...SCOPES),
    occurred: edtf,
    history: fc.oneof(
      { weight: 2, arbitrary: fc.constant<readonly StatusRecord[]>([]) },
      { weight: 1, arbitrary: history },
    ),
    evidence: isDataSet
      ? fc.oneof(
          { weight: 4, arbitrary: fc.constant<Omit<EvidenceRecord, 'id'>[]>([]) },
          fc.array(evidence(collection, sources), { maxLength: 2 }),
        )
      : fc.array(evidence(collection, sources), { minLength: 1, maxLength: 3 }),
    reported: reportDay,
    publisher: rarely(fc.constantFrom('Reuters', 'Xinhua')),
    mirrored: isDataSet ? fc.constantFrom(false, false, true) : fc.constant(false),
    sequel: rarely(sequel),
    // Which of the events that fit are linked; beyond them: one that is not there.
    links: fc.oneof(
      { weight: 2, arbitrary: fc.constant<number[]>([]) },
      fc.array(fc.nat({ max: 4 }), { maxLength: 2 }),
    ),
  })
}
type BareEvent = ReturnType<typeof bareEvent> extends Arbitrary<infer T> ? T : never

interface NumberedEvent extends Omit<BareEvent, 'actor'> {
  readonly id: string
  readonly actor: string
  readonly target: string
}

/** The event as its sequel says, where the one before it has the days for that. */
function following(event: NumberedEvent, last: NumberedEvent | undefined): NumberedEvent {
  if (event.sequel === null || last === undefined) return event
  const { role, days } = event.sequel
  const { earliest, latest } = parseEdtf(last.occurred)
  const from = role === 'BEFORE' ? earliest : latest
  if (!isDay(from)) return event
  const { actor, target, stage, mark, scope } = last
  const pair = { ...event, actor, target, occurred: formatDay(from + days) }
  switch (role) {
    case 'ELSEWHERE':
      return event.target === actor ? event : { ...last, id: event.id, target: event.target }
    case 'AGAIN':
      return { ...pair, act: last.act, stage, mark, scope }
    case 'BEFORE':
      return { ...pair, act: ACTS[2] ?? last.act, stage: 'ACTUAL' }
    default:
      return { ...pair, act: ACTS.find((each) => each.code === ENDED_BY[last.act.code]) ?? last.act, stage: 'ACTUAL' }
  }
}

function toEvents(collection: string, isDataSet: boolean, actors: readonly string[], bare: readonly BareEvent[]) {
  const actorAt = (at: number) => actors[at % actors.length] ?? ''
  const numbered: NumberedEvent[] = []
  for (const [at, each] of bare.entries()) {
    const actor = actorAt(each.actor)
    const target = actorAt((each.actor % actors.length) + 1 + ((each.step - 1) % (actors.length - 1)))
    numbered.push(following({ ...each, id: `${collection}/e${at}`, actor, target }, numbered.at(-1)))
  }
  const linksOf = (event: (typeof numbered)[number], kind: EventKind) => {
    const fitting = numbered.filter((other) => other.act.kind === kind)
    const same = fitting.filter((other) => other.actor === event.actor && other.target === event.target)
    const candidates = same.length > 0 ? same : fitting
    return [...new Set(event.links.map((at) => candidates[at]?.id ?? `${collection}/gone${at}`))]
  }
  return numbered.flatMap((each): EventRecord[] => {
    const event: EventRecord = {
      id: each.id,
      collection,
      actor: each.actor,
      target: each.target,
      kind: each.act.kind,
      subtype: each.act.subtype,
      stage: each.stage,
      strength: defaultStrength(each.strength, each.stage),
      mark: each.mark ?? each.act.mark,
      scope: each.scope,
      summary: null,
      occurred: each.occurred,
      history: each.history,
      breaks: each.act.kind === 'SUSPENSION' ? linksOf(each, 'COOPERATION') : [],
      restores: each.act.kind === 'COOPERATION' ? linksOf(each, 'SUSPENSION') : [],
      evidence: each.evidence.map((one, at) => ({ ...one, id: String(at + 1) })),
      coded: isDataSet
        ? {
            code: each.act.code,
            system: 'CAMEO',
            goldstein: null,
            actorName: each.actor,
            targetName: each.target,
            publisher: each.publisher,
            reported: each.reported,
            locator: null,
            mirror: false,
          }
        : null,
    }
    if (!each.mirrored || event.coded === null || !event.coded.code.startsWith('04')) return [event]
    const coded = { ...event.coded, actorName: each.target, targetName: each.actor, mirror: true }
    return [event, { ...event, id: `${event.id}m`, actor: event.target, target: event.actor, restores: [], coded }]
  })
}

function affiliation(collection: string, actors: readonly string[], sources: number, dated: boolean) {
  const border = dated
    ? fc.option(
        fc.oneof(
          day.map(formatDay),
          day.map((one) => formatDay(one).slice(0, 7)),
          span.map(([from, days]) => `[${formatDay(from)}..${formatDay(from + days)}]`),
        ),
        { freq: 2 },
      )
    : fc.constant(null)
  return fc
    .record({
      type: fc.constantFrom(...AFFILIATION_TYPES, 'PART_OF' as const, 'PART_OF' as const),
      actor: fc.nat({ max: actors.length - 1 }),
      step: fc.integer({ min: 1, max: actors.length - 1 }),
      since: border,
      until: border,
      evidence: fc.oneof(
        { weight: 3, arbitrary: fc.constant<Omit<EvidenceRecord, 'id'>[]>([]) },
        { weight: 1, arbitrary: fc.array(evidence(collection, sources), { minLength: 1, maxLength: 2 }) },
      ),
    })
    .map((each): Omit<AffiliationRecord, 'id'> => ({
      collection,
      type: each.type,
      actor: actors[each.actor] ?? '',
      to: actors[(each.actor + each.step) % actors.length] ?? '',
      role: null,
      since: each.since,
      until: each.until,
      evidence: each.evidence.map((one, at) => ({ ...one, id: String(at + 1) })),
    }))
}

interface Shape {
  readonly id: string
  readonly isDataSet: boolean
  readonly actors: readonly string[]
  readonly names: readonly string[]
  readonly unspecified: string | null
}

function collectionOf(shape: Shape, options: GraphOptions): Arbitrary<CollectionContents> {
  const { id, isDataSet, actors } = shape
  const sources = 4
  return fc
    .record({
      published: fc.array(fc.option(reportDay, { freq: 9 }), { minLength: sources, maxLength: sources }),
      affiliations: fc.array(affiliation(id, actors, sources, options.datedAffiliations ?? true), {
        maxLength: actors.length + 1,
      }),
      events: fc.array(bareEvent(id, isDataSet, actors.length, sources), {
        maxLength: options.maxEvents ?? 24,
        size: 'max',
      }),
    })
    .map((parts) => ({
      collection: {
        id,
        kind: isDataSet ? 'DATA_SET' : 'CASE',
        title: id,
        description: null,
        headline: null,
        positions: [],
        questions: [],
      },
      actors: actors.map((actor, at): ActorEntry => ({
        actor,
        collection: id,
        kind: 'STATE',
        name: shape.names[at] ?? actor,
        article: false,
        aliases: [],
        description: null,
        unspecified: actor === shape.unspecified,
      })),
      affiliations: parts.affiliations.map((each, at) => ({ ...each, id: `${id}/a${at}` })),
      sources: parts.published.map((published, at): SourceRecord => ({
        id: `${id}/s${at}`,
        collection: id,
        publisher: `Publisher ${at}`,
        title: null,
        url: null,
        published,
        reliability: 'B',
      })),
      events: toEvents(id, isDataSet, actors, parts.events),
    }))
}

/** A case, a data set, or both over the same actors. */
export function graph(options: GraphOptions = {}): Arbitrary<Graph> {
  return fc
    .record({
      names: fc.shuffledSubarray(NAMES, { minLength: 4, maxLength: 7 }),
      // Most graphs have none.
      unspecified: fc.nat({ max: 14 }),
      kinds: fc.constantFrom([false], [true], [false, true], [true, true]),
    })
    .chain(({ names, unspecified, kinds }) => {
      const actors = names.map((_, at) => `x${at}`)
      return fc
        .tuple(
          ...kinds.map((isDataSet, at) =>
            collectionOf({ id: `c${at}`, isDataSet, actors, names, unspecified: actors[unspecified] ?? null }, options),
          ),
        )
        .map((contents) => ({ contents, actors }))
    })
}
