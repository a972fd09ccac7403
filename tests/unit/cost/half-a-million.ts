import { NO_SIZES, type Counted, type Sizes } from '../../../server/graphql/cost/sizes.ts'
import type { Greatest } from '../../../server/graphql/cost/pairs.ts'
import type { Pool } from '../../../server/graphql/cost/pool.ts'

/** The sizes of a data set of half a million events beside one case, a few pairs of which have most of the events. */
export function halfAMillion(): Sizes {
  return {
    ...NO_SIZES,
    rows: 500_000,
    rowsOfActor: 100_000,
    rowsOfPair: 6_300,
    rowsForEndings: 2_600_000,
    days: 6_000,
    grewLater: 20,
    actors: 3_000,
    sources: 30,
    names: 6_000,
    aliases: counted(3_000, 10),
    entries: counted(3_000, 2),
    entryAliases: counted(3_000, 10),
    affiliationsOf: counted(1_500, 5),
    affiliationsTo: counted(1_500, 200),
    affiliationsBetween: counted(1_500, 2),
    affiliationEvidence: counted(30, 3),
    history: counted(20, 2),
    breaks: counted(10, 2),
    restores: counted(10, 2),
    positions: counted(20, 20),
    questions: counted(8, 8),
    datesOfQuestion: counted(8, 4),
    pairs: {
      named: falling(6_300),
      families: falling(7_000),
      cooperation: falling(3_800),
      admitted: { STRICT: falling(350), CONDEMNATION: falling(850), THREATENED: falling(1), WEAK: falling(550) },
      inside: { STRICT: 20, CONDEMNATION: 50, THREATENED: 0, WEAK: 30 },
      toward: 25_000,
      tail: 100,
    },
    pools: [pool(40, 120, 10), pool(499_960, 499_960, 1)],
    collectionIndex: new Map([
      ['case', 0],
      ['feed', 1],
    ]),
  }
}

function counted(total: number, most: number): Counted {
  return { total, most }
}

/** The greatest, its half, its third and so on. */
function falling(greatest: number): Greatest {
  return Int32Array.from({ length: 5_000 }, (_, at) => Math.ceil(greatest / (at + 1) ** 0.6))
}

function pool(events: number, evidence: number, mostEvidence: number): Pool {
  const of = (share: number) => Math.ceil(events * share)
  const admitted = { STRICT: of(0.05), CONDEMNATION: of(0.12), THREATENED: of(0.001), WEAK: of(0.08) }
  return { events, evidence, mostEvidence, cooperation: of(0.55), admitted }
}
