import { NoSchemaIntrospectionCustomRule, type GraphQLSchema, type ValidationRule } from 'graphql'
import {
  createYoga,
  useExecutionCancellation as stoppingBetweenFields,
  type Plugin,
  type YogaServerInstance,
} from 'graphql-yoga'
import type { Principal } from '../graphql/principal.ts'
import { compiling } from './compiled.ts'
import { DocumentCache, NO_ERRORS } from './limits/document-cache.ts'
import { limitingCost } from './limits/limiting-cost.ts'
import { limitingDocuments } from './limits/limiting-documents.ts'
import type { Log } from './log.ts'
import { maskError } from './mask-error.ts'
import { telling } from './notice.ts'
import { notingOperations } from './watch/noting.ts'

/** What yoga carries along with a request. */
export interface ServerContext extends Asking {
  readonly requestId: string
}

/** Who asks, and until when the answer is wanted. */
export interface Asking {
  readonly principal: Principal
  readonly signal: AbortSignal
}

/** Errors of one answer. A field that fails in each item of a list says no more by being told each time. */
const MOST_TOLD = 20

export type Yoga = YogaServerInstance<ServerContext, object>

export interface YogaDeps {
  readonly schema: GraphQLSchema
  /** Makes what the resolvers of one operation share; what it has to say beside the answer: see `Noticing`. */
  readonly createContext: (asking: Asking) => object
  readonly introspection: boolean
  readonly log: Log
}

/** GraphQL over HTTP, with everything off that Entente does not speak: CORS, batches, multipart, pages from elsewhere. */
export function createGraphQLServer(deps: YogaDeps): Yoga {
  return createYoga<ServerContext, object>({
    schema: deps.schema,
    context: ({ principal, signal }) => deps.createContext({ principal, signal }),
    graphqlEndpoint: '/graphql',
    cors: false,
    graphiql: false,
    landingPage: false,
    batching: false,
    multipart: false,
    // Bytes are counted before yoga sees them.
    maxRequestBodySize: false,
    // Masking is the plugin's below: yoga's own does not know the request's id.
    maskedErrors: false,
    logging: false,
    parserAndValidationCache: { documentCache: new DocumentCache(), errorCache: NO_ERRORS },
    plugins: [
      maskErrors(deps),
      notingOperations(),
      telling(),
      limitingDocuments(deps),
      ...(deps.introspection ? [] : [validating(NoSchemaIntrospectionCustomRule)]),
      limitingCost(deps),
      stoppingBetweenFields(),
      compiling(deps.schema),
    ],
  })
}

function maskErrors({ introspection, log }: YogaDeps): Plugin<object, ServerContext> {
  return {
    onResultProcess({ result, setResult, serverContext }) {
      if (Array.isArray(result) || !('errors' in result) || !result.errors) return
      const options = { requestId: serverContext.requestId, introspection, log }
      const told = result.errors.slice(0, MOST_TOLD)
      setResult({ ...result, errors: told.map((error) => maskError(error, options)) })
    },
  }
}

function validating(rule: ValidationRule): Plugin {
  return {
    onValidate({ addValidationRule }) {
      addValidationRule(rule)
    },
  }
}
