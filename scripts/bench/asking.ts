import { Agent, request } from 'node:http'

export interface Answer {
  readonly ms: number
  readonly bytes: number
  readonly body: { readonly data?: unknown; readonly errors?: readonly { readonly message: string }[] }
}

const agent = new Agent({ keepAlive: true, maxSockets: 4 })

/** One question over HTTP, and how long it took until the last byte. */
export function ask(address: string, query: string, variables: unknown = {}): Promise<Answer> {
  const body = JSON.stringify({ query, variables })
  return new Promise((resolve, reject) => {
    const began = performance.now()
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
    const req = request(`${address}/graphql`, { method: 'POST', agent, headers }, (res) => {
      const chunks: Buffer[] = []
      res.on('data', (chunk: Buffer) => chunks.push(chunk))
      res.on('end', () => {
        const ms = performance.now() - began
        const text = Buffer.concat(chunks)
        resolve({ ms, bytes: text.length, body: JSON.parse(text.toString()) as Answer['body'] })
      })
    })
    req.on('error', reject)
    req.end(body)
  })
}

/** Middle and nearly-worst of some figures. */
export function spread(figures: readonly number[]): { readonly median: number; readonly p95: number } {
  const sorted = figures.toSorted((a, b) => a - b)
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
  return { median: at(0.5), p95: at(0.95) }
}
