import type { Plan } from 'neo4j-driver'

/**
 * Operators of plans that read and do nothing else, as Neo4j 5.26 and 2026.09 call them, without what they say in brackets. Whatever
 * is not here is refused: a newer server may have operators that nobody has looked at.
 */
const READING: ReadonlySet<string> = new Set(
  `AllNodesScan AntiConditionalApply AntiSemiApply Apply Argument CacheProperties CartesianProduct ConditionalApply
  DirectedAllRelationshipsScan DirectedRelationshipByElementIdSeek DirectedRelationshipByIdSeek
  DirectedRelationshipIndexContainsScan DirectedRelationshipIndexEndsWithScan DirectedRelationshipIndexScan
  DirectedRelationshipIndexSeek DirectedRelationshipIndexSeekByRange DirectedRelationshipTypeScan
  DirectedRelationshipUniqueIndexSeek DirectedRelationshipUniqueIndexSeekByRange DirectedUnionRelationshipTypesScan
  Distinct DynamicDirectedRelationshipTypeLookup DynamicLabelNodeLookup DynamicUndirectedRelationshipTypeLookup
  Eager EagerAggregation EmptyResult EmptyRow Expand Filter IntersectionNodeByLabelsScan
  LetAntiSemiApply LetSelectOrAntiSemiApply LetSelectOrSemiApply LetSemiApply Limit MultiNodeIndexSeek
  NodeByElementIdSeek NodeByIdSeek NodeByLabelScan NodeCountFromCountStore NodeHashJoin NodeIndexContainsScan
  NodeIndexEndsWithScan NodeIndexScan NodeIndexSeek NodeIndexSeekByRange NodeLeftOuterHashJoin NodeRightOuterHashJoin
  NodeUniqueIndexSeek NodeUniqueIndexSeekByRange
  Optional OptionalExpand OrderedAggregation OrderedDistinct PartialSort PartialTop ProduceResults ProjectEndpoints
  Projection RelationshipCountFromCountStore Repeat RollUpApply SelectOrAntiSemiApply SelectOrSemiApply SemiApply
  ShortestPath Skip Sort StatefulShortestPath SubtractionNodeByLabelsScan Top TriadicBuild TriadicFilter TriadicSelection
  UndirectedAllRelationshipsScan UndirectedRelationshipByElementIdSeek UndirectedRelationshipByIdSeek
  UndirectedRelationshipIndexContainsScan UndirectedRelationshipIndexEndsWithScan UndirectedRelationshipIndexScan
  UndirectedRelationshipIndexSeek UndirectedRelationshipIndexSeekByRange UndirectedRelationshipTypeScan
  UndirectedRelationshipUniqueIndexSeek UndirectedRelationshipUniqueIndexSeekByRange UndirectedUnionRelationshipTypesScan
  Union UnionNodeByLabelsScan Unwind ValueHashJoin VarLengthExpand`.split(/\s+/),
)

/** What operators do that people know by another name; the first whose pattern fits. */
const KNOWN_AS: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/^ProcedureCall$/, 'calls a procedure'],
  [/^LoadCSV$/, 'loads a file (LOAD CSV)'],
  [/^Transaction/, 'runs IN TRANSACTIONS'],
  [/^Show/, 'shows what the server is doing or has (SHOW)'],
  [/^Terminate/, 'ends transactions (TERMINATE)'],
  [/^AdministrationCommand$/, 'is a command to administer the server'],
  [/(Index|Constraint)$/, 'changes indexes or constraints'],
  [/^(Create|Merge|LockingMerge|Set|Remove|Delete|Detach|Foreach)/, 'writes'],
]

/** The database that holds users and databases. */
const SYSTEM = /@system$/

/** What a plan does beside reading, such as `writes (Create)`; null: nothing. */
export function notReading(plan: Plan): string | null {
  const operator = plan.operatorType.replace(/@.*$/, '').replace(/\(.*$/, '')
  // The commands on the outside tell more than what they are made of.
  for (const child of plan.children) {
    const found = notReading(child)
    if (found !== null) return found
  }
  if (READING.has(operator) && !SYSTEM.test(plan.operatorType)) return null
  const known = KNOWN_AS.find(([pattern]) => pattern.test(operator))
  return known ? `${known[1]} (${operator})` : `uses ${operator}, which is not known to read only`
}
