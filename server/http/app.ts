import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { GraphQLSchema } from 'graphql'
import { createGraphQLEndpoint } from './graphql-endpoint.ts'
import { refusal } from './guard.ts'
import type { Log } from './log.ts'
import type { Readiness } from './readiness.ts'
import { sendJson, sendText } from './respond.ts'
import { GRAPHIQL_POLICY, setSecurityHeaders } from './security-headers.ts'
import { createStaticFiles } from './static-files.ts'
import { createGraphQLServer, type Asking } from './yoga.ts'

/** What the front needs; it opens nothing itself and never listens. */
export interface AppDeps {
  readonly schema: GraphQLSchema
  /** Makes what the resolvers of one operation share. */
  readonly createContext: (asking: Asking) => object
  readonly readiness: () => Readiness
  /** Whether the schema may be asked for, and GraphiQL is served. */
  readonly introspection: boolean
  /** Where the built pages lie. */
  readonly clientFolder: string
  readonly log: Log
}

/** Everything that one address of Entente answers: `/graphql`, the page, `/graphiql`, `/healthz`, `/readyz`. */
export function createApp(deps: AppDeps): RequestListener {
  const { readiness, introspection, log } = deps
  const graphql = createGraphQLEndpoint({ yoga: createGraphQLServer(deps), readiness, log })
  const files = createStaticFiles(deps.clientFolder)

  return (req, res) => {
    setSecurityHeaders(res)
    const refused = refusal(req)
    if (refused !== null) return sendText(res, 403, refused)
    const path = pathOf(req)
    if (path === '/graphql') return void graphql(req, res)
    if (req.method !== 'GET' && req.method !== 'HEAD') return refuseMethod(res)
    if (path === '/healthz') return sendText(res, 200, 'Entente is alive.')
    if (path === '/readyz') return sendJson(res, readiness().ready ? 200 : 503, readiness())
    if (path === '/graphiql' || path === '/graphiql.html') return sendGraphiql(req, res)
    sendFile(req, res, path === '/' ? '/index.html' : path)
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
