import neo4j, { Neo4jError } from 'neo4j-driver'
import { StoreUnavailableError } from '../graph-store.ts'

/** Why a database cannot serve as a store. */
export type DatabaseProblem = 'NOT_A_STORE' | 'NEWER' | 'OLD_SERVER'

/** The database cannot serve as a store; `says` is a plain sentence with what to do. */
export class Neo4jDatabaseError extends StoreUnavailableError {
  readonly uri: string
  readonly problem: DatabaseProblem
  constructor(uri: string, problem: DatabaseProblem, says: string) {
    super(says)
    this.uri = uri
    this.problem = problem
  }
}

/** A defect of the caller: the id of a record does not begin with its collection's. Nothing was written. */
export class StrayIdError extends Error {
  override readonly name = 'StrayIdError'
  readonly id: string
  readonly collection: string
  constructor(id: string, collection: string) {
    super(`The id ${id} of a record of ${collection} would have to begin with "${collection}/". Nothing was written.`)
    this.id = id
    this.collection = collection
  }
}

/** The store was closed while, or before, it was asked. */
export function closedError(cause?: unknown): StoreUnavailableError {
  return new StoreUnavailableError('The store has been closed. Start Entente again.', cause)
}

/** Something answers, and it does not speak Bolt. */
export function notNeo4jError(uri: string, cause: unknown): StoreUnavailableError {
  return new StoreUnavailableError(notNeo4j(uri), cause)
}

/**
 * What a failing statement means to a user, by the code of the driver's error, never by its message; anything else is a defect and
 * comes back as it is.
 */
export function toStoreError(error: unknown, uri: string): unknown {
  // A deadline of ours.
  if (error instanceof DOMException && error.name === 'TimeoutError') {
    return new StoreUnavailableError(says('ServiceUnavailable', uri) ?? '', error)
  }
  if (!(error instanceof Neo4jError)) return error
  const sentence = says(error.code, uri)
  return sentence === null ? error : new StoreUnavailableError(sentence, error)
}

function says(code: string, uri: string): string | null {
  const found = SENTENCES.find(([beginning]) => code.startsWith(beginning))
  return found ? found[1](uri) : null
}

function notNeo4j(uri: string): string {
  return `What answers at ${uri} is not Neo4j. See that NEO4J_URI names its Bolt port.`
}

const { SERVICE_UNAVAILABLE, SESSION_EXPIRED, PROTOCOL_ERROR } = neo4j.error

/** The first whose beginning fits. */
const SENTENCES: readonly (readonly [beginning: string, says: (uri: string) => string])[] = [
  [SERVICE_UNAVAILABLE, (uri) => `Neo4j at ${uri} does not answer. See that it runs and that NEO4J_URI names it.`],
  [SESSION_EXPIRED, (uri) => `Neo4j at ${uri} ended the connection. Try again in a moment.`],
  [PROTOCOL_ERROR, notNeo4j],
  [
    'Neo.ClientError.Security.AuthenticationRateLimit',
    (uri) => `Neo4j at ${uri} was given a wrong password too often. Wait a few seconds, then try the right one.`,
  ],
  [
    'Neo.ClientError.Security.CredentialsExpired',
    (uri) => `Neo4j at ${uri} wants its password changed. Change it, then set NEO4J_PASSWORD.`,
  ],
  [
    'Neo.ClientError.Security.Forbidden',
    (uri) => `The user of Neo4j at ${uri} may not do this. Give it the right to read, write and make indexes.`,
  ],
  [
    'Neo.ClientError.Security',
    (uri) => `Neo4j at ${uri} takes neither this name nor this password. Set NEO4J_USER and NEO4J_PASSWORD.`,
  ],
  [
    'Neo.ClientError.Database.DatabaseNotFound',
    (uri) => `Neo4j at ${uri} has no such database. Set NEO4J_DATABASE to one that it has.`,
  ],
  [
    'Neo.ClientError.General.WriteOnReadOnlyAccessDatabase',
    (uri) => `The database of Neo4j at ${uri} may only be read. Allow writing, then try again.`,
  ],
  [
    'Neo.ClientError.Transaction.TransactionTimedOut',
    (uri) => `Neo4j at ${uri} took too long. Try again when it has less to do.`,
  ],
  [
    'Neo.TransientError.General.DatabaseUnavailable',
    (uri) => `Neo4j at ${uri} is starting or stopping. Try again in a moment.`,
  ],
  [
    'Neo.TransientError.General.MemoryPoolOutOfMemory',
    (uri) => `Neo4j at ${uri} has no memory left for this. Give it more, or ask for less at once.`,
  ],
  ['Neo.TransientError', (uri) => `Neo4j at ${uri} is too busy. Try again in a moment.`],
]
