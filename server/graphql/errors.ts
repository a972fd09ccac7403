import { GraphQLError } from 'graphql'
import { CursorError } from '../domain/cursor.ts'
import { ConflictError, RecordError } from '../hand/recorder.ts'
import { MemoryNotReadyError } from '../memory/memory.ts'
import { CypherRefusedError, StoreMovedError, StoreUnavailableError } from '../store/graph-store.ts'

/** An argument that cannot be right. `says` is a plain sentence with what is allowed. */
export class ArgumentError extends Error {
  override readonly name: string = 'ArgumentError'
  /** As it stands in the query; inside an input a path such as `filter.actor`. */
  readonly argument: string
  readonly says: string
  constructor(argument: string, says: string) {
    super(says)
    this.argument = argument
    this.says = says
  }
}

/** A number outside of what the argument takes. */
export class OutOfRangeError extends ArgumentError {
  override readonly name = 'OutOfRangeError'
  readonly given: number
  constructor(argument: string, given: number, least: number, most: number) {
    const allowed = most === Infinity ? `${least} or more` : `a whole number from ${least} to ${most}`
    super(argument, `${argument} is ${allowed}; it was ${given}.`)
    this.given = given
  }
}

/** An id by which nothing is called. */
export class UnknownIdError extends ArgumentError {
  override readonly name = 'UnknownIdError'
  readonly id: string
  constructor(argument: string, id: string, word: 'actor' | 'collection', where: string) {
    super(argument, `${argument}: no ${word} has the id ${JSON.stringify(id)}. ${where}`)
    this.id = id
  }
}

/** A window that ends before it begins. */
export class BackwardsError extends ArgumentError {
  override readonly name = 'BackwardsError'
  constructor(since: string, until: string, from: string | number, to: string | number) {
    super(until, `${until} may not come before ${since}: ${to} is before ${from}. Exchange them or leave one out.`)
  }
}

/** A text in which there is nothing to look for, or too much. */
export class TextError extends ArgumentError {
  override readonly name = 'TextError'
}

/** Nobody who is known asks. */
export class UnauthenticatedError extends Error {
  override readonly name = 'UnauthenticatedError'
  readonly says = 'This server asks for a token. Sign in on its page, or send one as Authorization: Bearer.'
  constructor() {
    super('Nobody who is known asks.')
  }
}

/** Something that this server does not let its users do. `says` is a plain sentence with what to do. */
export class ForbiddenError extends Error {
  override readonly name = 'ForbiddenError'
  readonly says: string
  constructor(says: string) {
    super(says)
    this.says = says
  }
}

/** The time that a request may take is over. `says` is a plain sentence with what to do. */
export class DeadlineExceededError extends Error {
  override readonly name = 'DeadlineExceededError'
  readonly ms: number
  readonly says: string
  constructor(ms: number) {
    super(`The request took longer than ${ms} ms.`)
    this.ms = ms
    this.says =
      `The answer took longer than ${ms / 1000} s and was given up. Ask for less at once; ` +
      'if it was a change, see whether it was written before you send it again.'
  }
}

/** Whoever asked is no longer there. */
export class ClientGoneError extends Error {
  override readonly name = 'ClientGoneError'
  constructor() {
    super('The client has gone.')
  }
}

/**
 * The error as GraphQL tells it: the only place where an expected failure gets its `extensions.code`. What is not expected comes
 * back as it is and is masked by the HTTP layer.
 */
export function toGraphQLError(error: unknown): unknown {
  if (error instanceof ArgumentError || error instanceof RecordError) return badInput(error.argument, error)
  if (error instanceof CursorError) return badInput('after', error)
  if (error instanceof CypherRefusedError) return badInput('query', error)
  if (error instanceof ConflictError) return conflict(error)
  if (error instanceof UnauthenticatedError) return coded('UNAUTHENTICATED', error.says, error)
  if (error instanceof ForbiddenError) return coded('FORBIDDEN', error.says, error)
  if (error instanceof DeadlineExceededError) return coded('DEADLINE_EXCEEDED', error.says, error, { ms: error.ms })
  // Nobody reads it.
  if (error instanceof ClientGoneError) return coded('CLIENT_GONE', error.message, error)
  if (error instanceof StoreMovedError) return unavailable(BUSY, error)
  if (error instanceof StoreUnavailableError) return unavailable(error.says, error)
  if (error instanceof MemoryNotReadyError) return unavailable(error.message, error)
  return error
}

const BUSY = 'Others were writing all the while, so nothing of this was written. Try again in a moment.'

interface Says extends Error {
  readonly says: string
}

function badInput(argument: string, error: Says): GraphQLError {
  return coded('BAD_USER_INPUT', error.says, error, { argument })
}

function conflict(error: ConflictError): GraphQLError {
  const { record, version } = error
  return coded('CONFLICT', error.says, error, { record, version })
}

function unavailable(says: string, error: Error): GraphQLError {
  return coded('SERVICE_UNAVAILABLE', says, error)
}

function coded(code: string, says: string, originalError: Error, more: Readonly<Record<string, unknown>> = {}) {
  return new GraphQLError(says, { extensions: { code, ...more }, originalError })
}
