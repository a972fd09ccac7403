import { visit, type DocumentNode } from 'graphql'
import type { Counted, Sizes } from './sizes.ts'

/** What is written before an answer is read. */
export interface Writing {
  readonly document: DocumentNode
  /** Coerced. */
  readonly variables: Readonly<Record<string, unknown>>
  /** Fields of the operation. */
  readonly writes: number
}

/**
 * Sizes that hold below mutations too, which answer with what then stands: as much more as the operation may write, and, since a
 * merge brings the records of two actors together, all of a kind under one.
 */
export function afterWriting(sizes: Sizes, { document, variables, writes }: Writing): Sizes {
  const given = valuesIn(variables) * writes + nodesIn(document)
  const more = (count: number) => count + given
  const all = ({ total }: Counted): Counted => ({ total: more(total), most: more(total) })
  const counted = Object.entries(sizes).filter(([, value]) => isCounted(value))
  return {
    ...sizes,
    ...(Object.fromEntries(counted.map(([name, value]) => [name, all(value as Counted)])) as Partial<Sizes>),
    rows: more(sizes.rows),
    tail: more(sizes.tail),
    rowsOfActor: sizes.rows,
    rowsOfPair: sizes.rows,
    rowsForEndings: sizes.rowsForEndings + sizes.rows * given,
    days: more(sizes.days),
    grewLater: more(sizes.grewLater),
    actors: more(sizes.actors),
    sources: more(sizes.sources),
    names: more(sizes.names),
    pairs: null,
    pools: sizes.pools.map((pool) => ({
      events: more(pool.events),
      evidence: more(pool.evidence),
      mostEvidence: more(pool.evidence),
      cooperation: more(pool.cooperation),
      admitted: {
        STRICT: more(pool.admitted.STRICT),
        CONDEMNATION: more(pool.admitted.CONDEMNATION),
        THREATENED: more(pool.admitted.THREATENED),
        WEAK: more(pool.admitted.WEAK),
      },
    })),
  }
}

function isCounted(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'most' in value && 'total' in value
}

/** Values inside values, however deep. */
function valuesIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1
  return Object.values(value).reduce((sum: number, each) => sum + valuesIn(each), 1)
}

function nodesIn(document: DocumentNode): number {
  let nodes = 0
  visit(document, { enter: () => void nodes++ })
  return nodes
}
