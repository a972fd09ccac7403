import { GraphQLError, type GraphQLErrorExtensions } from 'graphql'
import { toGraphQLError } from '../graphql/errors.ts'
import type { Log } from './log.ts'

/** Characters of a message. */
const LONGEST = 1_000

/** What the masking of one request knows. */
export interface MaskOptions {
  readonly requestId: string
  /** False: no sentence names what the schema holds. */
  readonly introspection: boolean
  readonly log: Log
}

/**
 * What a client may read of an error: always with `extensions.code`. An expected failure and a fault of the request itself (parse,
 * validation, variables, arguments) keep their message; anything else is a defect: it is logged with the request's id, and the
 * client gets the id alone.
 */
export function maskError(error: GraphQLError, options: MaskOptions): GraphQLError {
  const causes = causesOf(error)
  const coded = causes.find(hasCode)
  if (coded) return retold(error, tell(error.message, options), coded.extensions)
  const thrown = causes.at(-1)
  const expected = toGraphQLError(thrown)
  if (hasCode(expected)) return retold(error, expected.message, expected.extensions)
  if (thrown instanceof GraphQLError && isFaultOfRequest(thrown, error)) {
    return retold(error, tell(error.message, options), { ...thrown.extensions, code: 'BAD_USER_INPUT' })
  }
  const { requestId, log } = options
  log.error('A request failed.', { requestId, path: error.path?.join('.'), error: thrown })
  const message = `Something went wrong on the server. Its log has more under ${requestId}.`
  return retold(error, message, { code: 'INTERNAL_SERVER_ERROR', requestId, http: { status: 500 } })
}

/** The error, what it was made of, and so on to what was thrown first. */
function causesOf(error: GraphQLError): readonly unknown[] {
  const causes: unknown[] = [error]
  for (let last: unknown = error; last instanceof GraphQLError && last.originalError; causes.push(last)) {
    last = last.originalError
  }
  return causes
}

function hasCode(error: unknown): error is GraphQLError {
  return error instanceof GraphQLError && typeof error.extensions['code'] === 'string'
}

/** Suggestions are taken from the schema: where it is not shown, they are not given. */
function tell(message: string, { introspection }: MaskOptions): string {
  if (introspection) return message
  // No pattern: a message tells back what was sent, and may be made to keep a pattern busy.
  const start = message.indexOf(' Did you mean ')
  const end = message.lastIndexOf('?')
  return start < 0 || end < start ? message : message.slice(0, start) + message.slice(end + 1)
}

/** Without a path it is about the request. With one, a fault in an argument points at its value; a fault of ours points nowhere. */
function isFaultOfRequest(thrown: GraphQLError, error: GraphQLError): boolean {
  return error.path === undefined || (thrown.nodes?.some((node) => node.kind !== 'Field') ?? false)
}

function retold(error: GraphQLError, message: string, extensions: GraphQLErrorExtensions): GraphQLError {
  // What yoga says of a body that is no JSON holds the whole of it; yoga sees by it that no GraphQL was asked at all.
  const { originalError, ...kept } = extensions
  if (originalError !== undefined) kept.http = { ...kept.http, spec: false }
  return new GraphQLError(shortened(message), {
    nodes: error.nodes ?? null,
    source: error.source ?? null,
    positions: error.positions ?? null,
    path: error.path ?? null,
    extensions: kept,
  })
}

/** Messages tell back what was sent, which may be as long as a request. */
function shortened(message: string): string {
  if (message.length <= LONGEST) return message
  return `${message.slice(0, LONGEST / 2).toWellFormed()} … ${message.slice(-LONGEST / 2).toWellFormed()}`
}
