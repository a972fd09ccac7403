import type { CollectionContents } from '../../server/domain/records.ts'
import {
  ABOUTS,
  ACTOR_KINDS,
  AFFILIATION_TYPES,
  EVENT_KINDS,
  MARKS,
  QUESTION_KINDS,
  RELIABILITIES,
  STAGES,
  STANCES,
  STATUSES,
} from '../../server/domain/words.ts'
import { aCollection, aDay, anActor, anAffiliation, anEvent, aSource, coded, someEvidence } from '../support/records.ts'

/** Texts that stores are known to spoil: scripts, quotes, escapes, line ends, emoji, marks that combine or not, 8 kB, nothing. */
export const TEXTS: readonly string[] = [
  'Türkiye, Côte d’Ivoire, Łódź, ﬁn',
  'Россия и Україна',
  '中华人民共和国与日本国',
  'المملكة العربية السعودية',
  'ישראל',
  'भारत गणराज्य',
  'ประเทศไทย',
  '대한민국',
  'ΕΛΛΆΔΑ ς σ',
  'e\u0301 is not \u00e9',
  `"double", 'single', \`back\`, \\ and \\\\ and \\n`,
  'line\nbreak\r\nand\ttab',
  '👩🏽‍🚀 🇬🇧 𝒟',
  '$1 ${x} %s ? :a @b --; DROP TABLE event; /* */',
  'nothing\u0000after',
  ' spaces at both ends ',
  'ÿ€'.repeat(2048),
  '',
]

const text = (index: number): string => TEXTS[index % TEXTS.length] ?? ''

/** A collection in which every word of every vocabulary and every text above stands somewhere; lists sorted as the port returns them. */
export function everything(id: string): CollectionContents {
  const byId = <R extends { readonly id: string }>(records: R[]): R[] => records.sort((a, b) => (a.id < b.id ? -1 : 1))
  const actors = Array.from({ length: 20 }, (_, i) =>
    anActor(`actor-${String(i).padStart(2, '0')}`, {
      collection: id,
      kind: ACTOR_KINDS[i % ACTOR_KINDS.length] ?? 'STATE',
      name: text(i),
      aliases: i % 3 === 0 ? [] : [text(i + 1), text(i + 2)],
      article: i % 2 === 0,
      description: i % 4 === 0 ? null : text(i + 3),
      unspecified: i === 7,
    }),
  )
  const sources = Array.from({ length: 6 }, (_, i) =>
    aSource({
      id: `${id}/s${i}`,
      collection: id,
      publisher: text(i),
      title: i === 0 ? null : text(i + 4),
      url: i === 1 ? 'https://example.org/?a=1&b=%20"' : null,
      published: i === 2 ? null : aDay('1914-06-28') + i,
      reliability: RELIABILITIES[i] ?? 'F',
    }),
  )
  const evidence = (seed: number) =>
    Array.from({ length: seed % 4 }, (_, n) =>
      someEvidence({
        id: String(n + 1),
        source: `${id}/s${(seed + n) % 6}`,
        relayedFrom: n === 1 ? `${id}/s${seed % 6}` : null,
        speaker: n === 2 ? text(seed) : null,
        quote: n === 0 ? null : text(seed + n),
        paraphrase: n === 1 ? null : text(seed + n + 1),
        locator: n === 0 ? text(seed + 5) : null,
        stance: STANCES[n] ?? 'ASSERTS',
        about: ABOUTS[seed % 2] ?? 'ACT',
      }),
    )
  const affiliations = Array.from({ length: 8 }, (_, i) =>
    anAffiliation({
      id: `${id}/a${i}`,
      collection: id,
      type: AFFILIATION_TYPES[i % AFFILIATION_TYPES.length] ?? 'PART_OF',
      actor: `actor-0${i}`,
      to: `actor-0${i + 1}`,
      role: i === 0 ? null : text(i),
      since: i === 1 ? '2001' : null,
      until: i === 2 ? '../2025-08-31' : null,
      evidence: evidence(i),
    }),
  )
  const occurred = [
    '2025-11-11',
    '2025-10',
    '[2025-09-01..2025-10-11]',
    '/2025-08-31',
    '../2025-08-31',
    '2025-09-01/..',
  ]
  const events = Array.from({ length: 24 }, (_, i) =>
    anEvent({
      id: `${id}/e${i}`,
      collection: id,
      actor: `actor-${String(i % 20).padStart(2, '0')}`,
      target: `actor-${String((i + 3) % 20).padStart(2, '0')}`,
      kind: EVENT_KINDS[i % EVENT_KINDS.length] ?? 'NEUTRAL',
      stage: STAGES[i % 3] ?? 'ACTUAL',
      mark: MARKS[(i + 1) % 3] ?? 'NO',
      subtype: `subtype_${i % 5}`,
      strength: i % 4,
      scope: i % 2 ? text(i) : null,
      summary: i % 3 ? text(i + 1) : null,
      occurred: occurred[i % occurred.length] ?? '2025',
      history: STATUSES.slice(0, i % 5).map((status, n) => ({
        status,
        on: aDay('2025-11-11') + n,
        note: n ? text(i) : null,
      })),
      breaks: i % 6 === 1 ? [`${id}/e9`, `${id}/e2`, 'elsewhere/not-there'] : [],
      restores: i % 6 === 2 ? ['elsewhere/not-there', `${id}/e1`] : [],
      evidence: evidence(i),
      coded:
        i % 5 === 4
          ? coded({
              mirror: i === 4,
              goldstein: i === 4 ? null : -2.5,
              publisher: i === 9 ? text(2) : null,
              actorName: text(i),
            })
          : null,
    }),
  )
  return {
    collection: aCollection({
      id,
      kind: 'DATA_SET',
      title: text(10),
      description: text(16),
      headline: `${id}/e1`,
      positions: [
        { actor: 'actor-01', x: 0.1 + 0.2, y: 99.5 },
        { actor: 'not-there', x: 0, y: 100 },
      ],
      questions: QUESTION_KINDS.map((kind, i) => ({
        id: `${id}/q${i}`,
        text: text(i + 9),
        kind,
        toward: i ? 'actor-01' : null,
        by: i === 2 ? 'actor-02' : null,
        dates: i === 3 ? [aDay('2025-10-01'), aDay('2025-11-11')] : [],
      })),
    }),
    actors,
    affiliations: byId(affiliations),
    sources: byId(sources),
    events: byId(events),
  }
}
