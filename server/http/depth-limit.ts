import { GraphQLError, Kind, type SelectionSetNode, type ValidationContext, type ValidationRule } from 'graphql'

/** Fields inside fields that any question of the schema needs, and some more. */
export const DEEPEST = 15

/**
 * Refuses operations whose fields lie deeper than `most`: each further step from actor to ties to actor multiplies the work. Fragments
 * count where they are spread; introspection is not counted.
 */
export function depthLimit(most: number): ValidationRule {
  return (context) => ({
    OperationDefinition(operation) {
      const depth = depthOf(context, operation.selectionSet, new Map())
      if (depth <= most) return
      context.reportError(
        new GraphQLError(`The query is ${depth} fields deep; at most ${most} are answered. Ask in several queries.`, {
          nodes: operation,
          extensions: { code: 'COST_LIMIT_EXCEEDED', cost: depth, limit: most },
        }),
      )
    },
  })
}

/** @param known depths of fragments by name, each worked out once; one that spreads itself counts 0 there, another rule refuses it. */
function depthOf(context: ValidationContext, { selections }: SelectionSetNode, known: Map<string, number>): number {
  let deepest = 0
  for (const selection of selections) {
    deepest = Math.max(deepest, selectionDepth(context, selection, known))
  }
  return deepest
}

function selectionDepth(
  context: ValidationContext,
  selection: SelectionSetNode['selections'][number],
  known: Map<string, number>,
): number {
  switch (selection.kind) {
    case Kind.FIELD:
      if (selection.name.value.startsWith('__')) return 0
      return 1 + (selection.selectionSet ? depthOf(context, selection.selectionSet, known) : 0)
    case Kind.INLINE_FRAGMENT:
      return depthOf(context, selection.selectionSet, known)
    case Kind.FRAGMENT_SPREAD: {
      const name = selection.name.value
      const fragment = context.getFragment(name)
      if (!fragment) return 0
      if (!known.has(name)) {
        known.set(name, 0)
        known.set(name, depthOf(context, fragment.selectionSet, known))
      }
      return known.get(name) ?? 0
    }
  }
}
