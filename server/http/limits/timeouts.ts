import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'

/** What one connection may take; times in milliseconds. */
export interface FrontLimits {
  /** Until the headers of a request have come; from the connection on for the first. */
  readonly headersMs: number
  /** From the headers on, until the whole request has come. */
  readonly requestMs: number
  /** How long a connection stays open that asks nothing. */
  readonly idleMs: number
  /** How long a connection may stand still in the middle of an answer. */
  readonly stillMs: number
  /** How long who was answered before the whole request had come may go on sending, until it has read the answer. */
  readonly lingerMs: number
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
  lingerMs: 1_000,
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
      // Node's own would end an upload too, however well it goes.
      requestTimeout: 0,
      keepAliveTimeout: given.idleMs,
      connectionsCheckingInterval: given.lookMs,
      maxHeaderSize: given.headerBytes,
    },
    (req, res) => {
      limitRequest(req, res, given.requestMs)
      endWhenAnswered(req, res, given.lingerMs)
      app(req, res)
    },
  )
  server.maxRequestsPerSocket = given.requestsPerConnection
  server.maxConnections = given.connections
  server.setTimeout(given.stillMs)
  return server
}

const timers = new WeakMap<IncomingMessage, NodeJS.Timeout>()

/** Whoever calls it sees to it that the request comes to an end: the time limit no longer counts. */
export function withoutTimeLimit(req: IncomingMessage): void {
  clearTimeout(timers.get(req))
}

/** Answers 408 to a request that has not come as a whole after so many milliseconds, as Node does, and cuts its connection. */
function limitRequest(req: IncomingMessage, res: ServerResponse, ms: number): void {
  const timer = setTimeout(() => {
    if (!req.complete) cutSlow(req, res)
  }, ms)
  timers.set(req, timer)
  // A request that is answered before it has come as a whole never closes.
  res.once('close', () => clearTimeout(timer))
}

/** Nobody reads what still comes of a request that has been answered, a body that is too large above all: its connection ends. */
function endWhenAnswered(req: IncomingMessage, res: ServerResponse, ms: number): void {
  res.once('finish', () => {
    if (req.complete) return
    const timer = setTimeout(() => req.socket.destroy(), ms)
    req.socket.once('close', () => clearTimeout(timer))
  })
}

/** Answers 408 where nothing was answered yet, and closes the connection. */
export function cutSlow(req: IncomingMessage, res: ServerResponse): void {
  const { socket } = req
  if (res.headersSent) return void socket.destroy()
  socket.end('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n', () => socket.destroy())
}
