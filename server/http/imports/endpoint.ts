import { createReadStream } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { whyRefused } from '../../ingest/import/errors.ts'
import { NoImportError } from '../../store/import-store.ts'
import { StoreUnavailableError } from '../../store/graph-store.ts'
import type { Principal } from '../../graphql/principal.ts'
import { isRefusal, type Access } from '../access/access.ts'
import { sendRefusalText } from '../access/refusal.ts'
import { isJson, isMultipart } from '../content-type.ts'
import type { Log } from '../log.ts'
import { BodyCutShortError, BodyTooLargeError, readBody } from '../read-body.ts'
import { sendJson, sendText } from '../respond.ts'
import { note } from '../watch/notes.ts'
import { toAskedImport } from './asked-settings.ts'
import type { ImportDesk } from './desk.ts'
import { streamProgress } from './progress-stream.ts'
import { ImportRequestError, UploadCutError } from './upload-error.ts'

export interface ImportsEndpointDeps {
  readonly access: Access
  /** Left out: nothing can be imported here. */
  readonly imports?: ImportDesk
  readonly log: Log
}

interface Asked {
  readonly desk: ImportDesk
  readonly req: IncomingMessage
  readonly res: ServerResponse
  readonly id: string
  readonly query: URLSearchParams
  readonly who: Principal
}

type Action = (asked: Asked) => Promise<void> | void

/** What is answered, by what follows `/imports`. */
const ACTIONS: Readonly<Record<'all' | 'one' | 'progress' | 'rejects', Readonly<Record<string, Action>>>> = {
  all: { GET: sendList, PUT: takeFile },
  one: { GET: sendView, PUT: takeFile, POST: begin, DELETE: drop },
  progress: { GET: sendProgress },
  rejects: { GET: sendRejects },
}

/** `/imports`, `/imports/<id>`, `/imports/<id>/progress` and `/imports/<id>/rejects`. */
const PATH = /^\/imports(?:\/(?<id>[a-z0-9@-]{1,120})(?:\/(?<part>progress|rejects))?)?$/

/** Whether a path belongs to imports. */
export function isOfImports(path: string): boolean {
  return path === '/imports' || path.startsWith('/imports/')
}

/** Answers what is asked of imports, by who may write; the list of them by who may read. */
export function createImportsEndpoint({ access, imports, log }: ImportsEndpointDeps) {
  return async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const url = URL.parse(req.url ?? '/', 'http://localhost')
    const { id, part } = PATH.exec(decoded(url?.pathname ?? ''))?.groups ?? {}
    const isList = req.method === 'GET' && id === undefined
    const who = access.admit(req, isList ? 'read' : 'write')
    if (isRefusal(who)) return sendRefusalText(res, who)
    note({ principal: who.name })
    const place = id === undefined ? 'all' : ((part ?? 'one') as 'one' | 'progress' | 'rejects')
    const actions = ACTIONS[place]
    if (url === null || (id === undefined && !['/imports', '/imports/'].includes(url.pathname))) {
      return sendText(res, 404, 'There is nothing here.')
    }
    const action = Object.hasOwn(actions, req.method ?? '') ? actions[req.method ?? ''] : undefined
    if (!action) {
      const allowed = Object.keys(actions).join(', ')
      res.setHeader('allow', allowed)
      return sendText(res, 405, `Only ${allowed} ${allowed.includes(',') ? 'are' : 'is'} answered here.`)
    }
    if (!imports) return sendText(res, 503, 'Nothing can be imported here.')
    try {
      await action({ desk: imports, req, res, id: id ?? '', query: url.searchParams, who })
    } catch (error) {
      refuse(res, error, log)
    }
  }
}

async function takeFile({ desk, req, res, id, query }: Asked): Promise<void> {
  if (isMultipart(req.headers['content-type'])) {
    throw new ImportRequestError(415, 'Send the file itself as the body, not a form with parts.')
  }
  if (!['identity', undefined].includes(req.headers['content-encoding']?.toLowerCase())) {
    throw new ImportRequestError(
      415,
      'Send the file as it is, without content-encoding; zip and gzip files are unpacked here.',
    )
  }
  const view = await desk.take(req, res, query.get('name') ?? 'file', id === '' ? null : id)
  res.setHeader('location', `/imports/${view.id}`)
  sendJson(res, 201, view)
}

async function begin({ desk, req, res, id, who }: Asked): Promise<void> {
  if (!isJson(req.headers['content-type'])) {
    throw new ImportRequestError(415, 'Send JSON: content-type: application/json.')
  }
  const asked = toAskedImport(await readBody(req))
  if (asked.dryRun) return sendJson(res, 200, await desk.plan(id, asked))
  sendJson(res, 202, desk.begin(id, asked, who.name ?? 'nobody'))
}

/** What was imported, and to whom may write what was sent and waits. */
async function sendList({ desk, res, who }: Asked): Promise<void> {
  sendJson(res, 200, { imports: await desk.imports(), uploads: who.mayWrite ? desk.uploads() : [] })
}

function sendView({ desk, res, id }: Asked): void {
  sendJson(res, 200, desk.view(id))
}

/** An upload is stopped or forgotten; an import of the store, whose id names its collection, is undone. */
async function drop({ desk, res, id }: Asked): Promise<void> {
  if (id.includes('@')) return sendJson(res, 200, await desk.undo(id))
  await desk.drop(id)
  sendJson(res, 200, { id })
}

function sendProgress({ desk, res, id }: Asked): void {
  streamProgress(res, desk.view(id), (listener) => desk.listen(id, listener))
}

async function sendRejects({ desk, res, id }: Asked): Promise<void> {
  const file = createReadStream(desk.rejects(id))
  res.writeHead(200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="rejects.csv"',
    'cache-control': 'no-store',
  })
  await pipeline(file, res).catch(() => res.destroy())
}

function refuse(res: ServerResponse, error: unknown, log: Log): void {
  if (error instanceof UploadCutError || error instanceof BodyCutShortError || res.destroyed) return
  if (res.headersSent) return void res.destroy()
  if (error instanceof ImportRequestError) {
    if (error.status === 503 || error.status === 409) res.setHeader('retry-after', '5')
    return sendText(res, error.status, error.says)
  }
  if (error instanceof BodyTooLargeError)
    return sendText(res, 413, `The settings may have ${error.limit} bytes at most.`)
  if (error instanceof NoImportError) return sendText(res, 404, error.message)
  const says = whyRefused(error)
  if (says !== null) return sendText(res, error instanceof StoreUnavailableError ? 503 : 400, says)
  log.error('A request about imports failed.', { error })
  sendText(res, 500, 'Something went wrong on the server. Its log has more.')
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
