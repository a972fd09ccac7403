import fc, { type Arbitrary } from 'fast-check'
import type {
  ActorEntry,
  AffiliationRecord,
  CollectionContents,
  EventRecord,
  EvidenceRecord,
  SourceRecord,
} from '../../../server/domain/records.ts'
import { defaultStrength, SUBTYPES } from '../../../server/domain/subtypes.ts'
import {
  ABOUTS,
  ACTOR_KINDS,
  AFFILIATION_TYPES,
  EVENT_KINDS,
  MARKS,
  RELIABILITIES,
  STAGES,
  STANCES,
  STATUSES,
} from '../../../server/domain/words.ts'
import { edtf } from '../../support/arbitraries.ts'

const COLLECTION = 'random'

/** What breaks files of YAML: its signs, its words, its spaces, ends of lines of all systems, marks of direction and byte order. */
const AWKWARD = [
  'null',
  '~',
  'true',
  'No',
  '1984',
  '1e3',
  '0x1f',
  '2025-11-11',
  '[a, b]',
  '{a: b}',
  '- a',
  'a: b',
  'a #b',
  '# a',
  '&a',
  '*a',
  '!a',
  '|',
  '>',
  '%',
  '@',
  '`',
  '"',
  "'",
  '"a"',
  "it's",
  'a\nb',
  'a\r\nb',
  '\na',
  'a\n\n',
  ' a',
  'a ',
  'a\tb',
  '---',
  '...',
  '?',
  ': ',
  '<<',
  '\u{feff}a',
  'a\u{85}b',
  'a\u{2028}b',
  'a\u{2029}b',
  'a\u{0}b',
  'a\u{7f}b',
  '\u{202e}a',
  'Türk',
  'Tu\u{308}rk',
  '北京',
  'Пекин',
  'القاهرة',
  'दिल्ली',
  '𝒟',
  '👩‍👩‍👧',
  '=',
  '__proto__',
  'constructor',
  '\\',
  '\\n',
  'a\u{a0}b',
  '\u{3000}x',
]

const text: Arbitrary<string> = fc
  .oneof(
    { weight: 3, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }) },
    { weight: 2, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }) },
    {
      weight: 3,
      arbitrary: fc.array(fc.constantFrom(...AWKWARD), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('')),
    },
    { weight: 1, arbitrary: fc.constantFrom(...AWKWARD) },
    { weight: 1, arbitrary: fc.lorem({ maxCount: 40 }) },
  )
  .filter((each) => /\S/.test(each))

const maybe = <T>(arbitrary: Arbitrary<T>): Arbitrary<T | null> => fc.option(arbitrary, { freq: 2 })
const id: Arbitrary<string> = fc.oneof(
  fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,8}$/),
  fc.constantFrom('1', '007', 'null', 'true', 'no', '1e3', 'constructor'),
)
const ids = (minLength: number, maxLength: number) => fc.uniqueArray(id, { minLength, maxLength })
const day = fc.integer({ min: 0, max: 30_000 })
const url = fc.webUrl({ withFragments: true, withQueryParameters: true })

/** A case that `checkCase` takes: ids are known, each actor has one top, each event becomes known. */
export const caseContents: Arbitrary<CollectionContents> = fc
  .tuple(ids(2, 6), ids(1, 3), ids(0, 6), ids(0, 4))
  .chain(([actors, sources, events, affiliations]) =>
    fc.record({
      collection: collectionOf(actors, events),
      actors: fc.tuple(...actors.toSorted().map(actorOf)),
      affiliations: fc.tuple(...affiliations.toSorted().map((each) => affiliationOf(each, actors, sources))),
      sources: fc.tuple(...sources.toSorted().map((each) => sourceOf(each, each === sources[0]))),
      events: fc.tuple(...events.toSorted().map((each) => eventOf(each, actors, sources))).map(linked),
    }),
  )
  .map((contents) => ({ ...contents, affiliations: withOneParent(contents.affiliations) }))

function collectionOf(actors: readonly string[], events: readonly string[]) {
  const actor = fc.constantFrom(...actors)
  const question = fc.record({
    text,
    kind: fc.constantFrom('DISTANCING' as const, 'CONDEMNATION' as const, 'SINGLE_ORIGIN' as const),
    toward: maybe(actor),
    by: maybe(actor),
    dates: fc.array(day, { maxLength: 2 }),
  })
  return fc.record({
    id: fc.constant(COLLECTION),
    kind: fc.constant('CASE' as const),
    title: text,
    description: maybe(text),
    headline: events.length === 0 ? fc.constant(null) : maybe(fc.constantFrom(...events).map(stored)),
    positions: fc
      .uniqueArray(actor, { maxLength: 4 })
      .chain((placed) =>
        fc.tuple(...placed.map((each) => fc.record({ actor: fc.constant(each), x: coordinate, y: coordinate }))),
      ),
    questions: fc
      .tuple(ids(0, 3), fc.array(question, { minLength: 3, maxLength: 3 }))
      .map(([names, of]) => names.flatMap((name, index) => (of[index] ? [{ id: stored(name), ...of[index] }] : []))),
  })
}

const coordinate = fc.double({ min: 0, max: 100, noNaN: true }).map((x) => (Object.is(x, -0) ? 0 : x))

function actorOf(actor: string): Arbitrary<ActorEntry> {
  return fc.record({
    actor: fc.constant(actor),
    collection: fc.constant(COLLECTION),
    kind: fc.constantFrom(...ACTOR_KINDS),
    name: text,
    article: fc.boolean(),
    aliases: fc.uniqueArray(text, { maxLength: 4 }),
    description: maybe(text),
    unspecified: fc.boolean(),
  })
}

/** Upward in the list of actors, so that nothing goes round in a circle. */
function affiliationOf(
  name: string,
  actors: readonly string[],
  sources: readonly string[],
): Arbitrary<AffiliationRecord> {
  return fc.tuple(fc.integer({ min: 0, max: actors.length - 2 }), fc.nat()).chain(([low, step]) =>
    fc.record({
      id: fc.constant(stored(name)),
      collection: fc.constant(COLLECTION),
      type: fc.constantFrom(...AFFILIATION_TYPES),
      actor: fc.constant(actors[low] ?? ''),
      to: fc.constant(actors[low + 1 + (step % (actors.length - 1 - low))] ?? ''),
      role: maybe(text),
      since: maybe(fc.constantFrom('2001', '2010-05', '2010-05-06')),
      until: maybe(fc.constantFrom('2011', '2020-05', '2020-05-06')),
      evidence: fc.oneof(fc.constant([]), evidenceOf(sources)),
    }),
  )
}

function sourceOf(name: string, dated: boolean): Arbitrary<SourceRecord> {
  return fc.record({
    id: fc.constant(stored(name)),
    collection: fc.constant(COLLECTION),
    publisher: text,
    title: maybe(text),
    url: maybe(url),
    published: dated ? day : maybe(day),
    reliability: fc.constantFrom(...RELIABILITIES),
  })
}

function eventOf(name: string, actors: readonly string[], sources: readonly string[]): Arbitrary<EventRecord> {
  const subtypes = EVENT_KINDS.flatMap((kind) => Object.keys(SUBTYPES[kind]).map((subtype) => ({ kind, subtype })))
  return fc
    .tuple(
      fc.constantFrom(...subtypes),
      fc.shuffledSubarray([...actors], { minLength: 2, maxLength: 2 }),
      fc.constantFrom(...STAGES),
      fc.integer({ min: 0, max: 3 }),
    )
    .chain(([{ kind, subtype }, [actor = '', target = ''], stage, strength]) =>
      fc.record({
        id: fc.constant(stored(name)),
        collection: fc.constant(COLLECTION),
        actor: fc.constant(actor),
        target: fc.constant(target),
        kind: fc.constant(kind),
        subtype: fc.constant(subtype),
        stage: fc.constant(stage),
        strength: fc.constant(defaultStrength(strength, stage)),
        mark: fc.constantFrom(...MARKS),
        scope: maybe(text),
        summary: maybe(text),
        occurred: edtf,
        history: fc
          .array(fc.record({ status: fc.constantFrom(...STATUSES), on: day, note: maybe(text) }), { maxLength: 3 })
          .map((steps) => steps.sort((a, b) => a.on - b.on)),
        breaks: fc.constant([]),
        restores: fc.constant([]),
        evidence: evidenceOf(sources),
        coded: fc.constant(null),
      }),
    )
}

/** The first piece asserts, in the source that is surely dated. */
function evidenceOf(sources: readonly string[]): Arbitrary<readonly EvidenceRecord[]> {
  const source = fc.constantFrom(...sources.map(stored))
  const piece = fc.record({
    source,
    relayedFrom: maybe(source),
    speaker: maybe(text),
    quote: maybe(text),
    paraphrase: maybe(text),
    locator: maybe(text),
    stance: fc.constantFrom(...STANCES),
    about: fc.constantFrom(...ABOUTS),
  })
  return fc.tuple(fc.array(piece, { minLength: 1, maxLength: 3 }), fc.boolean()).map(([pieces, ownIds]) =>
    pieces.map((each, index) => ({
      id: ownIds ? `own-${index}` : String(index + 1),
      ...each,
      ...(index === 0 ? { source: stored(sources[0] ?? ''), stance: 'ASSERTS' as const, about: 'ACT' as const } : {}),
    })),
  )
}

/** Suspensions end the cooperation of the same two actors, and the other way round. */
function linked(events: readonly EventRecord[]): readonly EventRecord[] {
  return events.map((event) => {
    const same = events.filter(({ actor, target }) => actor === event.actor && target === event.target)
    const ofKind = (kind: string) => same.flatMap((each) => (each.kind === kind ? [each.id] : []))
    if (event.kind === 'SUSPENSION') return { ...event, breaks: ofKind('COOPERATION') }
    if (event.kind === 'COOPERATION') return { ...event, restores: ofKind('SUSPENSION') }
    return event
  })
}

/** The first of each actor rolls up as it is; the others are membership. */
function withOneParent(affiliations: readonly AffiliationRecord[]): readonly AffiliationRecord[] {
  const seen = new Set<string>()
  return affiliations.map((each) => {
    const isFirst = !seen.has(each.actor)
    seen.add(each.actor)
    return isFirst ? each : { ...each, type: 'MEMBER_OF' }
  })
}

function stored(name: string): string {
  return `${COLLECTION}/${name}`
}
