import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { GraphQLSchema } from 'graphql'
import { isRefusal, type Access } from './access/access.ts'
import { sendRefusalText } from './access/refusal.ts'
import { answerSession } from './access/session-endpoint.ts'
import { createExportEndpoint, type Exporter } from './exports/endpoint.ts'
import { createGraphQLEndpoint } from './graphql-endpoint.ts'
import type { ImportDesk } from './imports/desk.ts'
import { createImportsEndpoint, isOfImports } from './imports/endpoint.ts'
import type { Gate } from './limits/gate.ts'
import type { Log } from './log.ts'
import type { Readiness } from './readiness.ts'
import { sendJson, sendText } from './respond.ts'
import { GRAPHIQL_POLICY, setSecurityHeaders, stayOnTls } from './security-headers.ts'
import { createStaticFiles } from './static-files.ts'
import { createWatch, type Watch } from './watch/watch.ts'
import { createGraphQLServer, type Asking } from './yoga.ts'

/** What the front needs; it opens nothing itself and never listens. */
export interface AppDeps {
  readonly schema: GraphQLSchema
  readonly access: Access
  /** Makes what the resolvers of one operation share. */
  readonly createContext: (asking: Asking) => object
  readonly readiness: () => Readiness
  /** Whether the schema may be asked for, and GraphiQL is served. */
  readonly introspection: boolean
  /** Where the built pages lie. */
  readonly clientFolder: string
  readonly log: Log
  /** Left out: nothing can be imported. */
  readonly imports?: ImportDesk
  /** Left out: nothing can be exported. */
  readonly exporter?: Exporter
  /** Left out: requests are told to the log, and counted for this app alone. */
  readonly watch?: Watch
  /** Who of those that ask for GraphQL is let in. Left out: one of its own. */
  readonly gate?: Gate
  /** How long the work for one request may take, milliseconds. Left out: 20 s. */
  readonly deadlineMs?: number
}

/** Everything that one address of Entente answers: `/graphql`, `/session`, `/imports`, `/export`, the page, `/graphiql`, `/healthz`, `/readyz`, `/metrics`. */
export function createApp(deps: AppDeps): RequestListener {
  const { access, introspection, log, watch = createWatch({ log }) } = deps
  const graphql = createGraphQLEndpoint({ yoga: createGraphQLServer(deps), ...deps })
  const imports = createImportsEndpoint(deps)
  const exports = createExportEndpoint(deps)
  const files = createStaticFiles(deps.clientFolder)

  return watch.watching((req, res) => {
    setSecurityHeaders(res)
    if (access.overTls) stayOnTls(res)
    const refused = access.refusal(req)
    if (refused !== null) return sendText(res, 403, refused)
    const path = pathOf(req)
    if (path === '/graphql') return void graphql(req, res)
    if (path === '/session') return void answerSession(access, req, res).catch((error) => giveUp(res, error))
    if (isOfImports(path)) return void imports(req, res).catch((error) => giveUp(res, error))
    if (path === '/export') return void exports(req, res).catch((error) => giveUp(res, error))
    if (req.method !== 'GET' && req.method !== 'HEAD') return refuseMethod(res)
    if (path === '/healthz') return sendText(res, 200, 'Entente is alive.')
    if (path === '/metrics') return sendMetrics(req, res)
    if (path === '/readyz') return sendReadiness(req, res)
    if (path === '/graphiql' || path === '/graphiql.html') return sendGraphiql(req, res)
    sendFile(req, res, path === '/' ? '/index.html' : path)
  })

  function sendMetrics(req: IncomingMessage, res: ServerResponse): void {
    const who = access.admit(req, 'read')
    if (isRefusal(who)) return sendRefusalText(res, who)
    void watch.sendMetrics(res)
  }

  /** Whether it is ready, everybody may know, as probes do; what stands in its way is for those who may read. */
  function sendReadiness(req: IncomingMessage, res: ServerResponse): void {
    const state = deps.readiness()
    const who = access.principalOf(req)
    const whole = !isRefusal(who) && who.mayRead
    const { ready } = state
    const told = { ready, says: ready ? 'Entente is ready.' : 'Entente is not ready. A token tells why.' }
    sendJson(res, ready ? 200 : 503, whole ? state : told)
  }

  function giveUp(res: ServerResponse, error: unknown): void {
    log.error('A request failed.', { error })
    if (res.headersSent) return void res.destroy()
    sendText(res, 500, 'Something went wrong on the server. Its log has more.')
  }

  function sendGraphiql(req: IncomingMessage, res: ServerResponse): void {
    if (!introspection) return sendText(res, 404, 'GraphiQL is off, as introspection is.')
    setSecurityHeaders(res, GRAPHIQL_POLICY)
    sendFile(req, res, '/graphiql.html')
  }

  function sendFile(req: IncomingMessage, res: ServerResponse, path: string): void {
    if (files.has(path)) return files.send(req, res, path)
    if (path.endsWith('.html'))
      return sendText(res, 404, 'The page has not been built. Run "npm run build", then start again.')
    sendText(res, 404, 'There is nothing here.')
  }
}

/** The path as it was sent, without the query; still encoded, and never resolved. */
function pathOf(req: IncomingMessage): string {
  const url = req.url ?? '/'
  const end = url.search(/[?#]/)
  return end < 0 ? url : url.slice(0, end)
}

function refuseMethod(res: ServerResponse): void {
  res.setHeader('allow', 'GET, HEAD')
  sendText(res, 405, 'Only GET and HEAD are answered here.')
}
