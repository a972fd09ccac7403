import { createServer, type RequestListener, type Server } from 'node:http'

/** What one connection may take; times in milliseconds. */
export interface FrontLimits {
  /** Until the headers of a request have come; from the connection on for the first. */
  readonly headersMs: number
  /** Until the whole request has come. */
  readonly requestMs: number
  /** How long a connection stays open that asks nothing. */
  readonly idleMs: number
  /** How long a connection may stand still in the middle of an answer. */
  readonly stillMs: number
  /** How often connections are looked at. */
  readonly lookMs: number
  readonly headerBytes: number
  readonly requestsPerConnection: number
  readonly connections: number
}

export const FRONT: FrontLimits = {
  headersMs: 10_000,
  requestMs: 15_000,
  // Longer than the minute that proxies commonly keep a connection, so that they close it and not this server under them.
  idleMs: 65_000,
  stillMs: 60_000,
  lookMs: 1_000,
  headerBytes: 16_384,
  requestsPerConnection: 10_000,
  connections: 2_000,
}

/** A server that waits for nobody without end. What is slow or sent by half is answered 408 and cut, headers too large 431. */
export function createFront(app: RequestListener, limits: Partial<FrontLimits> = {}): Server {
  const given = { ...FRONT, ...limits }
  const server = createServer(
    {
      headersTimeout: given.headersMs,
      requestTimeout: given.requestMs,
      keepAliveTimeout: given.idleMs,
      connectionsCheckingInterval: given.lookMs,
      maxHeaderSize: given.headerBytes,
    },
    app,
  )
  server.maxRequestsPerSocket = given.requestsPerConnection
  server.maxConnections = given.connections
  server.setTimeout(given.stillMs)
  return server
}
