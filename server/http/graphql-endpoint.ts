import type { IncomingMessage, ServerResponse } from 'node:http'
import { ClientGoneError, DeadlineExceededError } from '../graphql/errors.ts'
import type { Principal } from '../graphql/principal.ts'
import { isRefusal, type Access } from './access/access.ts'
import { carriesPreflight, PREFLIGHT_HEADER } from './access/preflight.ts'
import { sendRefusal } from './access/refusal.ts'
import { isJson } from './content-type.ts'
import { sendError } from './graphql-error.ts'
import { DEADLINE_MS, whileWanted, type Wanted } from './limits/deadline.ts'
import { Gate, GateFullError, type Visit } from './limits/gate.ts'
import { hasTooManyParts, MOST_PARTS } from './limits/json-parts.ts'
import type { Log } from './log.ts'
import { BODY_LIMIT, BodyCutShortError, BodyTooLargeError, readBody } from './read-body.ts'
import type { Readiness } from './readiness.ts'
import { note, requestIdNow } from './watch/notes.ts'
import type { Yoga } from './yoga.ts'

export interface GraphQLEndpointDeps {
  readonly yoga: Yoga
  readonly access: Access
  readonly readiness: () => Readiness
  readonly log: Log
  /** Left out: one of its own. */
  readonly gate?: Gate
  /** How long the work for one request may take, milliseconds; left out: `DEADLINE_MS`. */
  readonly deadlineMs?: number
}

const TOO_MANY_PARTS = `The body holds more than ${MOST_PARTS} values, or too many inside each other. Send fewer at once.`

export type Endpoint = (req: IncomingMessage, res: ServerResponse) => Promise<void>

/** Answers `/graphql`: sees who asks, checks the shape of the request, reads its body, hands it to yoga and writes what yoga answers. */
export function createGraphQLEndpoint(deps: GraphQLEndpointDeps): Endpoint {
  const { yoga, access, readiness, log, gate = new Gate(), deadlineMs = DEADLINE_MS } = deps
  return async (req, res) => {
    const requestId = requestIdNow()
    const principal = access.admit(req, 'read')
    if (isRefusal(principal)) return sendRefusal(res, principal)
    note({ principal: principal.name })
    const fault = faultOf(req)
    if (fault) {
      if (fault.status === 405) res.setHeader('allow', 'GET, POST')
      return sendError(res, fault.status, fault.says, fault.code)
    }
    const { ready, says, eventsRead } = readiness()
    if (!ready) {
      res.setHeader('retry-after', '1')
      return sendError(res, 503, says, 'SERVICE_UNAVAILABLE', { eventsRead })
    }
    let visit: Visit | null = null
    try {
      const entered = (visit = gate.visit())
      res.once('close', () => entered.leave())
      const body = req.method === 'POST' ? await readBody(req, BODY_LIMIT, (bytes) => entered.hold(bytes)) : null
      if (body !== null && hasTooManyParts(body)) {
        entered.leave()
        return sendError(res, 400, TOO_MANY_PARTS, 'COST_LIMIT_EXCEEDED', { limit: MOST_PARTS })
      }
      const wanted = whileWanted(res, deadlineMs)
      await entered.enter(wanted.signal)
      await answer(yoga, req, res, body, { requestId, principal, wanted, visit: entered })
    } catch (error) {
      visit?.leave()
      if (error instanceof GateFullError) {
        res.setHeader('retry-after', '1')
        return sendError(res, 503, error.says, 'SERVICE_UNAVAILABLE')
      }
      if (error instanceof DeadlineExceededError && !res.headersSent) {
        return sendError(res, 504, error.says, 'DEADLINE_EXCEEDED', { ms: error.ms })
      }
      if (error instanceof BodyTooLargeError) {
        return sendError(res, 413, `A request may have ${BODY_LIMIT} bytes at most.`, 'REQUEST_TOO_LARGE')
      }
      if (error instanceof BodyCutShortError || error instanceof ClientGoneError || res.destroyed) return
      log.error('A request failed.', { requestId, error })
      if (res.headersSent) return void res.destroy()
      const sentence = `Something went wrong on the server. Its log has more under ${requestId}.`
      sendError(res, 500, sentence, 'INTERNAL_SERVER_ERROR', { requestId })
    }
  }
}

interface Fault {
  readonly status: number
  readonly says: string
  readonly code: string
}

function faultOf(req: IncomingMessage): Fault | null {
  if (req.method !== 'GET' && req.method !== 'POST') {
    return { status: 405, says: 'Send a POST with JSON.', code: 'METHOD_NOT_ALLOWED' }
  }
  if (req.method === 'POST' && !isJson(req.headers['content-type'])) {
    const says = 'Send JSON: content-type: application/json.'
    return { status: 415, says, code: 'UNSUPPORTED_MEDIA_TYPE' }
  }
  if (!['identity', undefined].includes(req.headers['content-encoding']?.toLowerCase())) {
    const says = 'Send the body as it is, without content-encoding.'
    return { status: 415, says, code: 'UNSUPPORTED_MEDIA_TYPE' }
  }
  if (req.method === 'GET' && !carriesPreflight(req)) {
    const says = `Send a POST with JSON, or a GET with the header ${PREFLIGHT_HEADER}: 1, so that no other site can ask through a browser.`
    return { status: 403, says, code: 'PREFLIGHT_REQUIRED' }
  }
  return null
}

interface Asked {
  readonly requestId: string
  readonly principal: Principal
  readonly wanted: Wanted
  readonly visit: Visit
}

async function answer(
  yoga: Yoga,
  req: IncomingMessage,
  res: ServerResponse,
  body: string | null,
  { requestId, principal, wanted, visit }: Asked,
): Promise<void> {
  const { signal } = wanted
  const request = new yoga.fetchAPI.Request(`http://${req.headers.host}${req.url}`, {
    method: req.method ?? 'POST',
    headers: req.headers as Record<string, string>,
    body,
    signal,
  })
  const handled = Promise.resolve(yoga.handleRequest(request, { requestId, principal, signal }))
  const response = await wanted.until(handled)
  const text = Buffer.from(await response.text())
  visit.answered(text.length)
  wanted.answered()
  response.headers.forEach((value, name) => res.setHeader(name, value))
  res.writeHead(response.status, { 'content-length': text.length, 'cache-control': 'no-store' })
  res.end(text)
}
