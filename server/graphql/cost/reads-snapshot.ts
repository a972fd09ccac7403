import { Kind, type OperationDefinitionNode } from 'graphql'

/** Root fields that are answered without the columns, so that nobody has to wait for a store that is away. */
const WITHOUT = new Set(['auditLog', 'cypher', 'merges', '__schema', '__type', '__typename'])

/** Whether answering needs the snapshot, so that asking for its sizes makes nothing wait that would not. */
export function readsSnapshot({ operation, selectionSet }: OperationDefinitionNode): boolean {
  if (operation !== 'query') return true
  // Fragments on the query may hold anything.
  return selectionSet.selections.some((each) => each.kind !== Kind.FIELD || !WITHOUT.has(each.name.value))
}
