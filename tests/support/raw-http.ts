import { connect, type Socket } from 'node:net'
import { once } from 'node:events'

/** One answer, as it came over the wire. */
export interface Reply {
  /** 0: the connection was closed without an answer. */
  readonly status: number
  /** Names in lower case; of one that came twice, the values with a comma between. */
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
  /** `extensions.code` of the first error, where the answer is one of GraphQL. */
  readonly code: string | null
}

export type Bytes = string | Buffer

export interface ExchangeOptions {
  /** The loopback address that it is sent from, such as 127.0.0.9: peers are told apart by theirs. */
  readonly from?: string
  /** Milliseconds until a connection that is neither answered nor closed is a failure. */
  readonly patience?: number
  /** The connection is given up after so many answers; left out: when the server closes it. */
  readonly answers?: number
}

/**
 * Puts bytes on one connection as they are, and reads what comes back until the server closes it or enough answers have come. Writes no
 * faster than the server takes it, and stops writing where it is refused.
 * @throws Error where the server neither answers nor closes in time.
 */
export async function exchange(
  port: number,
  bytes: Iterable<Bytes> | AsyncIterable<Bytes>,
  { from, patience = 20_000, answers = Number.POSITIVE_INFINITY }: ExchangeOptions = {},
): Promise<readonly Reply[]> {
  const socket = connect({ port, host: '127.0.0.1', ...(from === undefined ? {} : { localAddress: from }) })
  const came: Buffer[] = []
  try {
    await once(socket, 'connect')
    const over = new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`Neither answered nor closed in ${patience} ms.`)), patience)
      const end = () => {
        clearTimeout(late)
        resolve()
      }
      socket.on('data', (chunk: Buffer) => {
        came.push(chunk)
        if (Number.isFinite(answers) && toReplies(Buffer.concat(came)).length >= answers) end()
      })
      // A reset after the answer is the server's way to drop what is still being sent.
      socket.on('error', end)
      socket.once('end', end)
      socket.once('close', end)
    })
    await Promise.all([over, Promise.race([over, write(socket, bytes)])])
  } finally {
    socket.destroy()
  }
  return toReplies(Buffer.concat(came))
}

async function write(socket: Socket, bytes: Iterable<Bytes> | AsyncIterable<Bytes>): Promise<void> {
  for await (const piece of bytes) {
    if (socket.destroyed || !socket.writable) return
    if (!socket.write(piece)) {
      const gone = new AbortController()
      const { signal } = gone
      await Promise.race([once(socket, 'drain', { signal }), once(socket, 'close', { signal })]).catch(() => {})
      gone.abort()
    }
  }
}

/** All whole answers in what came; an interim one (100) is none. */
function toReplies(all: Buffer): Reply[] {
  const replies: Reply[] = []
  for (let rest = all; rest.length > 0;) {
    const end = rest.indexOf('\r\n\r\n')
    if (end < 0) break
    const [line = '', ...lines] = rest.subarray(0, end).toString('latin1').split('\r\n')
    const headers = toHeaders(lines)
    const status = Number(line.split(' ')[1] ?? 0)
    const { body, after } = toBody(rest.subarray(end + 4), headers)
    if (body === null) break
    rest = after
    const text = body.toString('utf8')
    if (status >= 200) replies.push({ status, headers, text, code: codeOf(text) })
  }
  return replies
}

function toHeaders(lines: readonly string[]): Record<string, string> {
  const headers: Record<string, string> = {}
  for (const line of lines) {
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).toLowerCase()
    const value = line.slice(colon + 1).trim()
    headers[name] = name in headers ? `${headers[name]}, ${value}` : value
  }
  return headers
}

/** Null: not all of it has come. What is neither counted nor chunked ends with the connection. */
function toBody(rest: Buffer, headers: Readonly<Record<string, string>>): { body: Buffer | null; after: Buffer } {
  const nothing = Buffer.alloc(0)
  const length = headers['content-length']
  if (length !== undefined) {
    const most = Number(length)
    return rest.length < most
      ? { body: null, after: rest }
      : { body: rest.subarray(0, most), after: rest.subarray(most) }
  }
  if (headers['transfer-encoding'] !== 'chunked') return { body: rest, after: nothing }
  const parts: Buffer[] = []
  for (let at = 0; ;) {
    const end = rest.indexOf('\r\n', at)
    const size = end < 0 ? Number.NaN : Number.parseInt(rest.subarray(at, end).toString('latin1'), 16)
    if (Number.isNaN(size) || rest.length < end + 4 + size) return { body: null, after: rest }
    parts.push(rest.subarray(end + 2, end + 2 + size))
    at = end + 4 + size
    if (size === 0) return { body: Buffer.concat(parts), after: rest.subarray(at) }
  }
}

function codeOf(text: string): string | null {
  try {
    const { errors } = JSON.parse(text) as { errors?: readonly { extensions?: { code?: string } }[] }
    return errors?.[0]?.extensions?.code ?? null
  } catch {
    return null
  }
}
