import {
  getOperationAST,
  isIntrospectionType,
  isObjectType,
  Kind,
  OperationTypeNode,
  visit,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql'
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit'
import type { Plugin } from 'graphql-yoga'

type Run = CompiledQuery['query']

interface Known {
  asked: number
  /** Null: not to be compiled. */
  run?: Run | null
}

/** Parts of a document that is compiled: what the page asks has some hundreds, and code takes memory as long as it is known. */
const MOST_NODES = 1_000
/** From which time on that a document is asked its code answers. */
const COMPILED_FROM = 2

/**
 * Answers queries by code that is made of their document. Who asks a document once pays for no compiling, and neither a large one nor
 * one that writes is compiled. An answer with errors is made again by ordinary execution, which alone says what was wrong.
 */
export function compiling(schema: GraphQLSchema): Plugin {
  stopWhenUnwanted(schema)
  const known = new WeakMap<DocumentNode, Map<string, Known>>()
  return {
    onExecute({ args, executeFn, setExecuteFn }) {
      const { document, operationName } = args as { document: DocumentNode; operationName?: string | null }
      const operation = getOperationAST(document, operationName)
      if (operation?.operation !== OperationTypeNode.QUERY) return
      const name = operation.name?.value ?? ''
      const ofDocument = known.get(document) ?? new Map<string, Known>()
      known.set(document, ofDocument)
      const found = ofDocument.get(name) ?? { asked: 0 }
      ofDocument.set(name, found)
      if (++found.asked < COMPILED_FROM) return
      if (found.run === undefined)
        found.run = isPlain(document) ? compiled(schema, document, operation.name?.value) : null
      const { run } = found
      if (!run) return
      setExecuteFn(async (given: ExecutionArgs) => {
        const result = await run(given.rootValue, given.contextValue, given.variableValues ?? {})
        return result.errors ? ((await executeFn(given)) as ExecutionResult) : result
      })
    },
  }
}

function compiled(schema: GraphQLSchema, document: DocumentNode, name: string | undefined): Run | null {
  try {
    const made = compileQuery(schema, document, name)
    return isCompiledQuery(made) ? made.query : null
  } catch {
    // Ordinary execution answers it, or says what is wrong.
    return null
  }
}

/** Answers are plain objects, on which one name means something else. */
function isPlain(document: DocumentNode): boolean {
  let nodes = 0
  let plain = true
  visit(document, {
    enter(node) {
      nodes++
      if (node.kind === Kind.NAME && node.value === '__proto__') plain = false
    },
  })
  return plain && nodes <= MOST_NODES
}

const stopping = new WeakSet<GraphQLSchema>()

/** Compiled code knows no signal: no field is resolved any more once the context's has fired. */
function stopWhenUnwanted(schema: GraphQLSchema): void {
  if (stopping.has(schema)) return
  stopping.add(schema)
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue
    for (const field of Object.values(type.getFields())) {
      const { resolve } = field
      if (!resolve) continue
      field.resolve = (parent, args, context: { readonly signal?: AbortSignal }, info) => {
        if (context.signal?.aborted) throw context.signal.reason
        return resolve(parent, args, context, info)
      }
    }
  }
}
