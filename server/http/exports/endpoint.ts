import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setImmediate as others } from 'node:timers/promises'
import { FormatRefusedError, type Format, type Outgoing } from '../../egress/outgoing.ts'
import { ArgumentError, ClientGoneError, DeadlineExceededError } from '../../graphql/errors.ts'
import { StoreUnavailableError } from '../../store/graph-store.ts'
import { isRefusal, type Access } from '../access/access.ts'
import { carriesPreflight, PREFLIGHT_HEADER } from '../access/preflight.ts'
import { sendRefusalText } from '../access/refusal.ts'
import { DEADLINE_MS, whileWanted } from '../limits/deadline.ts'
import { Gate, GateFullError, type Visit } from '../limits/gate.ts'
import type { Log } from '../log.ts'
import type { Readiness } from '../readiness.ts'
import { sendText } from '../respond.ts'
import { note, requestIdNow } from '../watch/notes.ts'
import type { Asking } from '../yoga.ts'

/** What is asked of `/export`, as it was sent. */
export interface ExportRequest {
  readonly format: string
  readonly filter: string
  readonly level: string
}

/** What leaves, and the name of a file for it. */
export interface Export {
  readonly format: Format
  readonly outgoing: Outgoing
  readonly fileName: string
}

/** @throws ArgumentError */
export type Exporter = (asking: Asking, request: ExportRequest) => Promise<Export>

export interface ExportEndpointDeps {
  readonly access: Access
  /** Left out: nothing leaves here. */
  readonly exporter?: Exporter
  readonly readiness: () => Readiness
  readonly log: Log
  /** Left out: one of its own. */
  readonly gate?: Gate
}

/** So many leave at the same time: each holds the thread for some milliseconds again and again. */
const AT_ONCE = 2

/** Answers `GET /export?format=csv&filter={…}&level=ACTOR`: who may read gets a file, which comes as fast as it is taken. */
export function createExportEndpoint(deps: ExportEndpointDeps) {
  const { access, exporter, readiness, log, gate = new Gate() } = deps
  let leaving = 0
  return async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const principal = access.admit(req, 'read')
    if (isRefusal(principal)) return sendRefusalText(res, principal)
    note({ principal: principal.name })
    if (req.method !== 'GET') {
      res.setHeader('allow', 'GET')
      return sendText(res, 405, 'Only GET is answered here.')
    }
    if (!carriesPreflight(req)) {
      const says = `Send the header ${PREFLIGHT_HEADER}: 1 with it, so that no other site can ask through a browser.`
      return sendText(res, 403, says)
    }
    if (!exporter) return sendText(res, 503, 'Nothing can be exported here.')
    const { ready, says } = readiness()
    if (!ready) return later(res, says)
    if (leaving >= AT_ONCE) return later(res, 'Other exports are under way. Try again when they are done.')
    leaving += 1
    let visit: Visit | null = null
    try {
      const entered = (visit = gate.visit())
      const wanted = whileWanted(res, DEADLINE_MS)
      await entered.enter(wanted.signal)
      const gathering = new AbortController()
      res.once('close', () => gathering.abort(new ClientGoneError()))
      const { format, outgoing, fileName } = await wanted.until(
        exporter({ principal, signal: gathering.signal }, toRequest(req)),
      )
      const texts = format.write(outgoing)[Symbol.asyncIterator]()
      const first = await wanted.until(texts.next())
      // What follows is bounded by whoever takes it; questions of others go between its pieces.
      wanted.over()
      entered.leave()
      res.writeHead(200, {
        'content-type': format.mediaType,
        'content-disposition': `attachment; filename="${fileName.replaceAll(/[^\w.-]/g, '_')}"`,
        'cache-control': 'no-store',
      })
      await pipeline(Readable.from(from(first, texts)), res)
    } catch (error) {
      refuse(res, error, log)
    } finally {
      visit?.leave()
      leaving -= 1
    }
  }
}

function toRequest(req: IncomingMessage): ExportRequest {
  const { searchParams } = new URL(req.url ?? '/', 'http://localhost')
  const given = (name: string, otherwise: string) => searchParams.get(name) ?? otherwise
  return { format: given('format', 'json'), filter: given('filter', '{}'), level: given('level', 'ACTOR') }
}

async function* from<T>(first: IteratorResult<T>, rest: AsyncIterator<T>): AsyncGenerator<T> {
  try {
    for (let next = first; !next.done; next = await rest.next()) {
      yield next.value
      await others()
    }
  } finally {
    await rest.return?.()
  }
}

function later(res: ServerResponse, says: string): void {
  res.setHeader('retry-after', '1')
  sendText(res, 503, says)
}

function refuse(res: ServerResponse, error: unknown, log: Log): void {
  if (res.destroyed || error instanceof ClientGoneError) return
  // Half of a file must not look like a whole one.
  if (res.headersSent) {
    log.error('An export broke off.', { requestId: requestIdNow(), error })
    return void res.destroy()
  }
  if (error instanceof ArgumentError || error instanceof FormatRefusedError) return sendText(res, 400, error.says)
  if (error instanceof GateFullError || error instanceof StoreUnavailableError) return later(res, error.says)
  if (error instanceof DeadlineExceededError) return sendText(res, 504, error.says)
  const requestId = requestIdNow()
  log.error('An export failed.', { requestId, error })
  sendText(res, 500, `Something went wrong on the server. Its log has more under ${requestId}.`)
}
