import type { IncomingMessage, ServerResponse } from 'node:http'
import { LOCAL, NOBODY, type Principal } from '../../graphql/principal.ts'
import { isJson } from '../content-type.ts'
import { sendError } from '../graphql-error.ts'
import { BodyCutShortError, BodyTooLargeError, readBody } from '../read-body.ts'
import { sendJson, sendText } from '../respond.ts'
import { isRefusal, type Access } from './access.ts'
import { carriesPreflight, PREFLIGHT_HEADER } from './preflight.ts'
import { sendRefusal } from './refusal.ts'

/** What `GET /session` tells, and what the page asks first. */
export interface SessionState {
  /** Whether this server asks for tokens. */
  readonly required: boolean
  readonly signedIn: boolean
  /** As it stands in the audit log; null: nobody, or a token without a name. */
  readonly name: string | null
  readonly mayWrite: boolean
  /** When the session ends if it is not used before, `2026-11-23T14:32:05.120Z`; null: there is none. */
  readonly expiresAt: string | null
}

/** A token and what stands around it. */
const LARGEST = 4_096

/** Answers `/session`: GET tells, POST with `{"token": "…"}` signs in, DELETE signs out. */
export async function answerSession(access: Access, req: IncomingMessage, res: ServerResponse): Promise<void> {
  switch (req.method) {
    case 'GET':
    case 'HEAD':
      return tell(access, req, res)
    case 'POST':
      return signIn(access, req, res)
    case 'DELETE':
      return signOut(access, req, res)
    default:
      res.setHeader('allow', 'GET, HEAD, POST, DELETE')
      return sendText(res, 405, 'Only GET, POST and DELETE are answered here.')
  }
}

function tell(access: Access, req: IncomingMessage, res: ServerResponse): void {
  const session = access.sessionOf(req)
  if (session || req.headers.authorization === undefined || !access.required) {
    return sendJson(
      res,
      200,
      stateOf(access, session?.principal ?? (access.required ? NOBODY : LOCAL), session?.expiresAt),
    )
  }
  const who = access.principalOf(req)
  if (isRefusal(who)) return sendRefusal(res, who)
  sendJson(res, 200, stateOf(access, who))
}

async function signIn(access: Access, req: IncomingMessage, res: ServerResponse): Promise<void> {
  if (!carriesPreflight(req) && req.headers.origin === undefined) return refusePreflight(res)
  if (!isJson(req.headers['content-type'])) {
    return sendError(res, 415, 'Send JSON: content-type: application/json.', 'UNSUPPORTED_MEDIA_TYPE')
  }
  if (!access.required) {
    return sendError(res, 409, 'This server asks for no token: nobody needs to sign in.', 'NO_TOKENS')
  }
  const token = tokenIn(await bodyOf(req))
  if (res.destroyed) return
  if (token === null) return sendError(res, 400, 'Send {"token": "…"}, with the token as text.', 'BAD_REQUEST')
  const signed = access.signIn(req, token)
  if (isRefusal(signed)) return sendRefusal(res, signed)
  res.setHeader('set-cookie', signed.cookie)
  const { principal, expiresAt } = signed.session
  sendJson(res, 200, stateOf(access, principal, expiresAt))
}

function signOut(access: Access, req: IncomingMessage, res: ServerResponse): void {
  if (!carriesPreflight(req)) return refusePreflight(res)
  access.signOut(req)
  res.setHeader('set-cookie', access.cookie.gone)
  res.writeHead(204, { 'cache-control': 'no-store' }).end()
}

function stateOf({ required }: Access, who: Principal, expiresAt?: number): SessionState {
  return {
    required,
    signedIn: required && who.mayRead,
    name: who.name,
    mayWrite: who.mayWrite,
    expiresAt: expiresAt === undefined ? null : new Date(expiresAt).toISOString(),
  }
}

/** Empty where it is too large or did not come whole. */
async function bodyOf(req: IncomingMessage): Promise<string> {
  try {
    return await readBody(req, LARGEST)
  } catch (error) {
    if (error instanceof BodyTooLargeError || error instanceof BodyCutShortError) return ''
    throw error
  }
}

function tokenIn(body: string): string | null {
  try {
    const given: unknown = JSON.parse(body)
    if (typeof given !== 'object' || given === null || !('token' in given)) return null
    return typeof given.token === 'string' && given.token !== '' ? given.token : null
  } catch {
    return null
  }
}

function refusePreflight(res: ServerResponse): void {
  const says = `Send the header ${PREFLIGHT_HEADER}: 1 too, so that no other site can ask through a browser.`
  sendError(res, 403, says, 'PREFLIGHT_REQUIRED')
}
