import { getOperationAST, getVariableValues, GraphQLError, type DocumentNode, type GraphQLSchema } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { Snapshot } from '../../domain/snapshot.ts'
import { estimate } from '../../graphql/cost/estimate.ts'
import { costOf } from '../../graphql/cost/weights.ts'
import { NO_SIZES, sizesOf } from '../../graphql/cost/sizes.ts'
import { readsSnapshot } from '../../graphql/cost/reads-snapshot.ts'
import { note } from '../watch/notes.ts'
import { costError, MOST_ERRORS } from './document-limits.ts'

/** What a query may cost, in values of an answer: see docs/adr/0016. */
export const MOST_COST = 4_000_000
/** Values in variables, however deep. */
export const MOST_VALUES = 5_000

/** A context from which the sizes of the lists are taken. */
export interface Sized {
  snapshot(): Promise<Snapshot>
}

/**
 * Refuses what would cost too much, after validation and before execution. The variables are coerced as execution coerces them, so
 * that an amount counts the same as a literal, in a variable, a default or an input object.
 */
export function limitingCost({ introspection }: { readonly introspection: boolean }): Plugin<Partial<Sized>> {
  return {
    async onExecute({ args, setResultAndStopExecution }) {
      const refuse = (...errors: readonly GraphQLError[]) => setResultAndStopExecution({ errors })
      const { schema, document } = args as { schema: GraphQLSchema; document: DocumentNode }
      const operation = getOperationAST(document, args.operationName)
      // Execution says what is wrong.
      if (!operation) return
      const given = (args.variableValues ?? {}) as Readonly<Record<string, unknown>>
      if (countedTo(given, MOST_VALUES) > MOST_VALUES) return refuse(tooManyValues())
      const { errors, coerced = {} } = getVariableValues(schema, operation.variableDefinitions ?? [], given, {
        maxErrors: MOST_ERRORS,
        hideSuggestions: !introspection,
      })
      if (errors) return refuse(...errors.map(asBadRequest))
      const { snapshot } = args.contextValue
      const sizes = snapshot && readsSnapshot(operation) ? sizesOf(await snapshot()) : NO_SIZES
      const found = estimate({ schema, document, operation, variables: coerced, sizes })
      const cost = costOf(found)
      note({ cost: written(cost) })
      if (cost > MOST_COST) return refuse(tooCostly(cost, found.at))
    },
  }
}

function tooCostly(cost: number, at: string): GraphQLError {
  const says =
    `The query may cost ${written(cost)}; at most ${written(MOST_COST)} is answered. Most of it is at ${at}: ` +
    'ask for fewer there (a smaller `first`, fewer collections, fewer fields inside), or in several queries.'
  return costError(says, written(cost), MOST_COST)
}

function tooManyValues(): GraphQLError {
  const says = `The variables hold more than ${MOST_VALUES} values. Send fewer at once.`
  return costError(says, MOST_VALUES + 1, MOST_VALUES)
}

/** A number that JSON can hold. */
function written(cost: number): number {
  return Math.min(cost, Number.MAX_SAFE_INTEGER)
}

function asBadRequest(error: GraphQLError): GraphQLError {
  const { nodes = null, source = null, positions = null, originalError = null, extensions } = error
  return new GraphQLError(error.message, {
    nodes,
    source,
    positions,
    originalError,
    extensions: { ...extensions, http: { status: 400 } },
  })
}

/** Values inside values; stops soon after `most`. */
function countedTo(value: unknown, most: number): number {
  let count = 0
  const open = [value]
  while (open.length > 0 && count + open.length <= most) {
    const next = open.pop()
    count++
    if (typeof next !== 'object' || next === null) continue
    for (const each of Object.values(next)) open.push(each)
  }
  return count + open.length
}
