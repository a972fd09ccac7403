import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Connections that may come at one moment: what the kernel drops is tried again by its client for up to a minute, refused by nobody. */
const BACKLOG = 4_096

/** The server cannot listen where it was told to. */
export class ListenError extends Error {
  override readonly name = 'ListenError'
  readonly says: string
  constructor(says: string, cause: unknown) {
    super(says, { cause })
    this.says = says
  }
}

/** Who listens at every address is reached at that of the machine itself; 0.0.0.0 is no name of it. */
const EVERY_ADDRESS = new Map([
  ['0.0.0.0', '127.0.0.1'],
  ['::', '::1'],
])

/**
 * Starts listening; port 0 takes a free one. Returns the address as a page would write it, `http://127.0.0.1:4000`.
 * @throws ListenError
 */
export async function listen(server: Server, host: string, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new ListenError(whyNot(error, host, port), error)))
    server.listen({ host, port, backlog: BACKLOG }, resolve)
  })
  const { port: taken } = server.address() as AddressInfo
  const name = EVERY_ADDRESS.get(host) ?? host
  return `http://${name.includes(':') ? `[${name}]` : name}:${taken}`
}

/** Takes no new connections, lets answers that are under way finish, and cuts what is still open after the grace (milliseconds). */
export async function drain(server: Server, grace: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  // A connection that is kept alive becomes idle only after its answer: it is closed then, not when its client pleases.
  const idle = setInterval(() => server.closeIdleConnections(), 50)
  const cut = setTimeout(() => server.closeAllConnections(), grace)
  await closed
  clearInterval(idle)
  clearTimeout(cut)
}

function whyNot(error: NodeJS.ErrnoException, host: string, port: number): string {
  if (error.code === 'EADDRINUSE') {
    return `Port ${port} of ${host} is in use. Stop what uses it, or choose another: entente serve --port ${port + 1} (or PORT=${port + 1}).`
  }
  if (error.code === 'EACCES')
    return `Port ${port} may not be used by this user. Choose one above 1023, such as --port 4000.`
  return `The server cannot listen at ${host}, port ${port}: ${error.message}.`
}
