import { formatDay } from '../../server/domain/days.ts'
import type { ActorEntry, EventRecord } from '../../server/domain/records.ts'
import type { Batch } from '../../server/store/graph-store.ts'

/** The collection that is made, and the actor that all its events are of. */
export const HUB_COLLECTION = 'feed'
export const HUB = 'hub'
/** Those who act toward the hub. */
export const HUB_OTHERS = 200

/** 2025-01-01. */
const FIRST_DAY = 20_089
const DAYS = 300
/** One event in so many has words and evidence of its own. */
const WORDED = 1_000

/** A data set of so many events between one actor and 200 others, as batches; the first brings the actors. */
export function* hubBatches(events: number, batch: number): Generator<Batch> {
  const writer = { by: 'IMPORT', name: HUB_COLLECTION } as const
  for (let from = 0; from < events; from += batch) {
    const many = Math.min(batch, events - from)
    yield { writer, ...(from === 0 ? BASE : {}), events: Array.from({ length: many }, (_, at) => hubEvent(from + at)) }
  }
}

/** An act of one of the others toward the hub; every fifth the other way. */
export function hubEvent(n: number): EventRecord {
  const other = `other-${n % HUB_OTHERS}`
  const [actor, target] = n % 5 === 4 ? [HUB, other] : [other, HUB]
  const isSuspension = n % 3 === 0
  const isWorded = n % WORDED === 0
  return {
    id: `${HUB_COLLECTION}/${n}`,
    collection: HUB_COLLECTION,
    actor,
    target,
    kind: isSuspension ? 'SUSPENSION' : 'COOPERATION',
    subtype: isSuspension ? 'sanctions' : 'diplomatic',
    stage: 'ACTUAL',
    strength: 2,
    mark: isSuspension ? 'YES' : 'NO',
    scope: `scope ${n % 7}`,
    summary: isWorded ? `Word ${n}` : null,
    occurred: formatDay(FIRST_DAY + ((n * 17) % DAYS)),
    history: [],
    breaks: [],
    restores: [],
    evidence: isWorded
      ? [
          {
            id: '1',
            source: `${HUB_COLLECTION}/paper`,
            relayedFrom: null,
            speaker: null,
            quote: `Quote ${n}`,
            paraphrase: null,
            locator: null,
            stance: 'ASSERTS',
            about: 'ACT',
          },
        ]
      : [],
    coded: {
      code: isSuspension ? '163' : '085',
      system: 'CAMEO',
      goldstein: null,
      actorName: actor,
      targetName: target,
      publisher: null,
      reported: FIRST_DAY + DAYS + 1,
      locator: null,
      mirror: false,
    },
  }
}

function entryOf(actor: string, name: string): ActorEntry {
  return {
    actor,
    collection: HUB_COLLECTION,
    kind: 'STATE',
    name,
    article: false,
    aliases: [],
    description: null,
    unspecified: false,
  }
}

const BASE: Omit<Batch, 'writer'> = {
  collections: [
    {
      id: HUB_COLLECTION,
      kind: 'DATA_SET',
      title: 'A made-up feed',
      description: null,
      headline: null,
      positions: [],
      questions: [],
    },
  ],
  actors: [
    entryOf(HUB, 'The Hub'),
    ...Array.from({ length: HUB_OTHERS }, (_, n) => entryOf(`other-${n}`, `Other ${n}`)),
  ],
  sources: [
    {
      id: `${HUB_COLLECTION}/paper`,
      collection: HUB_COLLECTION,
      publisher: 'A paper',
      title: null,
      url: null,
      published: FIRST_DAY + DAYS + 1,
      reliability: 'B',
    },
  ],
}
