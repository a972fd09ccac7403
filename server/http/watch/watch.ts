import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Details, Level, Log } from '../log.ts'
import { sendText } from '../respond.ts'
import { createMetrics, type Metrics } from './metrics.ts'
import { newNotes, noting, type RequestNotes } from './notes.ts'
import { routeOf } from './routes.ts'

export interface WatchOptions {
  readonly log: Log
  /** Left out: no request counts as slow. */
  readonly slowMs?: number
  /** Left out: without those of the process. */
  readonly metrics?: Metrics
}

/** Sees each request come and go. */
export interface Watch {
  readonly metrics: Metrics
  /** The same listener, whose requests are counted and told. */
  watching(listener: RequestListener): RequestListener
  /** Answers with what was counted. */
  sendMetrics(res: ServerResponse): Promise<void>
}

/** Nobody reads on in a log: what is longer was made up. */
const LONGEST_PATH = 200
const LONGEST_NAME = 80
const MOST_STATEMENTS = 20

export function createWatch({
  log,
  slowMs = Infinity,
  metrics = createMetrics({ ofProcess: false }),
}: WatchOptions): Watch {
  return {
    metrics,
    watching: (listener) => (req, res) => {
      const notes = newNotes()
      const started = performance.now()
      res.setHeader('x-request-id', notes.requestId)
      res.once('close', () => ended(req, res, notes, performance.now() - started))
      noting(notes, () => listener(req, res))
    },
    async sendMetrics(res) {
      const text = await metrics.text().then(Buffer.from, (error: unknown) => {
        log.error('The numbers cannot be told.', { error })
        return null
      })
      if (!text) return sendText(res, 500, 'The numbers cannot be told. The log has more.')
      res.writeHead(200, {
        'content-type': metrics.contentType,
        'content-length': text.length,
        'cache-control': 'no-store',
      })
      res.end(res.req.method === 'HEAD' ? undefined : text)
    },
  }

  function ended(req: IncomingMessage, res: ServerResponse, notes: RequestNotes, ms: number): void {
    const path = pathOf(req)
    const route = routeOf(path)
    const status = res.statusCode
    const gone = !res.writableFinished
    const operation = notes.operation === null ? null : short(notes.operation, LONGEST_NAME)
    const code = notes.code ?? (gone ? 'CLIENT_GONE' : null)
    const counted = { operation: operation ?? 'unnamed', code: code ?? (status < 400 ? 'OK' : `HTTP_${status}`) }
    const graphql = route === 'graphql' ? counted : null
    metrics.count({ route, status, seconds: ms / 1000, graphql })
    const asked = { method: req.method, path: short(path, LONGEST_PATH) }
    const who = given({ operation, principal: notes.principal, cost: notes.cost })
    const told = { ...asked, status, ms: Math.round(ms), requestId: notes.requestId, ...who, ...given({ code }) }
    log[levelOf(route, status)](`${asked.method} ${asked.path}`, told)
    if (ms > slowMs && graphql) log.warn('A request was slow.', { ...told, statements: slowest(notes) })
  }
}

/** Not cut: a part of a secret is not known for one. */
function short(text: string, most: number): string {
  return text.length > most ? '(too long)' : text
}

/** Looks of machines and files of the page are told only where something is wrong with them, or where everything is. */
function levelOf(route: string, status: number): Level {
  return status < 400 && ['page', 'graphiql', 'healthz', 'readyz', 'metrics'].includes(route) ? 'debug' : 'info'
}

/** The path as it was sent, without the query, in which anything may stand. */
function pathOf({ url = '/' }: IncomingMessage): string {
  return url.split(/[?#]/, 1)[0] ?? '/'
}

function given(fields: Details): Details {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
}

/** Where the time went, longest first. */
function slowest({ statements }: RequestNotes): readonly object[] {
  return [...statements]
    .map(([name, { times, ms }]) => ({ name, times, ms: Math.round(ms) }))
    .sort((a, b) => b.ms - a.ms)
    .slice(0, MOST_STATEMENTS)
}
