import { createServer, request, type IncomingHttpHeaders, type RequestListener } from 'node:http'
import { drain, listen } from '../../server/http/listen.ts'

export interface Asked {
  readonly method?: string
  readonly path?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Several chunks go without a content-length. */
  readonly body?: string | readonly string[]
}

export interface Answered {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

/** One request as written: no header is added, no path is tidied, so that what a browser would never send can be sent. */
export function ask(address: string, { method = 'GET', path = '/', headers = {}, body }: Asked): Promise<Answered> {
  const { hostname, port } = new URL(address)
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, method, path, headers, agent: false }, (res) => {
      let text = ''
      res.setEncoding('utf8')
      res.on('data', (chunk: string) => (text += chunk))
      res.on('end', () => resolve({ status: res.statusCode ?? 0, headers: res.headers, text }))
    })
    sent.on('error', reject)
    if (Array.isArray(body)) for (const chunk of body) sent.write(chunk)
    else if (body !== undefined) return void sent.end(body)
    sent.end()
  })
}

/** A GraphQL operation as a JSON POST. */
export function post(address: string, operation: unknown, headers: Asked['headers'] = {}): Promise<Answered> {
  const body = JSON.stringify(operation)
  return ask(address, {
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  })
}

/** Serves on a free port until `close`. */
export async function serveApp(app: RequestListener): Promise<{ address: string; close: () => Promise<void> }> {
  const server = createServer(app)
  const address = await listen(server, '127.0.0.1', 0)
  return { address, close: () => drain(server, 1000) }
}
