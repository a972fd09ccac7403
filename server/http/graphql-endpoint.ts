import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { LOCAL } from '../graphql/principal.ts'
import type { Log } from './log.ts'
import { BODY_LIMIT, BodyCutShortError, BodyTooLargeError, readBody } from './read-body.ts'
import type { Readiness } from './readiness.ts'
import { sendJson } from './respond.ts'
import type { Yoga } from './yoga.ts'

/**
 * A browser sends a header of this name to another site only after asking that site, and Entente never says yes. So whatever carries
 * it was not sent by a page of another site. A JSON POST is asked for in the same way and needs no header beside.
 */
const PREFLIGHT_HEADER = 'x-entente-preflight'

export interface GraphQLEndpointDeps {
  readonly yoga: Yoga
  readonly readiness: () => Readiness
  readonly log: Log
}

export type Endpoint = (req: IncomingMessage, res: ServerResponse) => Promise<void>

/** Answers `/graphql`: checks the shape of the request, reads its body, hands it to yoga and writes what yoga answers. */
export function createGraphQLEndpoint({ yoga, readiness, log }: GraphQLEndpointDeps): Endpoint {
  return async (req, res) => {
    const requestId = randomUUID()
    res.setHeader('x-request-id', requestId)
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
    try {
      const body = req.method === 'POST' ? await readBody(req) : null
      await answer(yoga, req, res, body, requestId)
    } catch (error) {
      if (error instanceof BodyTooLargeError) {
        return sendError(res, 413, `A request may have ${BODY_LIMIT} bytes at most.`, 'REQUEST_TOO_LARGE')
      }
      if (error instanceof BodyCutShortError || res.destroyed) return
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
  if (req.method === 'GET' && !req.headers[PREFLIGHT_HEADER]) {
    const says = `Send a POST with JSON, or a GET with the header ${PREFLIGHT_HEADER}: 1, so that no other site can ask through a browser.`
    return { status: 403, says, code: 'PREFLIGHT_REQUIRED' }
  }
  return null
}

function isJson(contentType: string | undefined): boolean {
  const [type, ...parameters] = (contentType ?? '').toLowerCase().split(';')
  return (
    type?.trim() === 'application/json' &&
    parameters.every((parameter) => /^\s*charset\s*=\s*"?utf-?8"?\s*$/.test(parameter))
  )
}

async function answer(
  yoga: Yoga,
  req: IncomingMessage,
  res: ServerResponse,
  body: string | null,
  requestId: string,
): Promise<void> {
  const gone = new AbortController()
  res.once('close', () => {
    if (!res.writableFinished) gone.abort()
  })
  const request = new yoga.fetchAPI.Request(`http://${req.headers.host}${req.url}`, {
    method: req.method ?? 'POST',
    headers: req.headers as Record<string, string>,
    body,
    signal: gone.signal,
  })
  const response = await yoga.handleRequest(request, { requestId, principal: LOCAL, signal: gone.signal })
  const text = Buffer.from(await response.text())
  response.headers.forEach((value, name) => res.setHeader(name, value))
  res.writeHead(response.status, { 'content-length': text.length, 'cache-control': 'no-store' })
  res.end(text)
}

function sendError(
  res: ServerResponse,
  status: number,
  message: string,
  code: string,
  extensions: Readonly<Record<string, unknown>> = {},
): void {
  sendJson(res, status, { errors: [{ message, extensions: { ...extensions, code } }] })
}
