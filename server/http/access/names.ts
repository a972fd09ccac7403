import type { IncomingMessage } from 'node:http'
import { isLoopback, withoutMapping } from './peer.ts'

/** The names by which this machine calls itself, as they stand in a Host header. */
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']

/** What a proxy tells of whom it asks for. */
const OF_A_PROXY = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip']

export interface NamesOptions {
  /** Whether tokens are set. Without them nobody but this machine is answered, and nothing that came through a proxy. */
  readonly tokens: boolean
  /** The address or name that is listened at. */
  readonly host: string
  /** The name behind a proxy, as an origin: `https://entente.example`. */
  readonly publicOrigin: string | null
}

/**
 * Returns why a request is not answered at all, as a sentence, or null. A page of another site may point a name of its own at this
 * machine (DNS rebinding): the Host header tells it, because only known names are answered: those of loopback and of the public URL
 * and, where tokens are set, the address at which the request has arrived. What a page of another site sends itself carries that
 * site's Origin.
 */
export function createNameCheck(options: NamesOptions): (req: IncomingMessage) => string | null {
  const { tokens, publicOrigin } = options
  const publicName = publicOrigin === null ? null : new URL(publicOrigin).hostname
  const names = new Set(LOOPBACK)
  if (publicName !== null) names.add(publicName)
  if (tokens && !isEveryAddress(options.host)) names.add(bracketed(options.host.toLowerCase()))

  return (req) => {
    const [host, ...more] = req.headersDistinct['host'] ?? []
    const name = host === undefined || more.length > 0 ? '' : hostName(host)
    if (host === undefined || !(names.has(name) || (tokens && name === arrivedAt(req)))) return sayNames([...names])
    if (!tokens && !isDirect(req)) return NO_PROXY
    const origin = req.headers.origin?.toLowerCase()
    if (origin === undefined || origin === publicOrigin) return null
    // Under its public name the page has the public origin and no other: http is not https.
    if (name !== publicName && origin === `http://${host.toLowerCase()}`) return null
    return 'This server answers pages of its own only.'
  }
}

const NO_PROXY =
  'This server has no tokens and answers nothing that came through a proxy. Whoever runs it sets ENTENTE_WRITE_TOKENS and ENTENTE_PUBLIC_URL.'

/** Whether it came from this machine, and no proxy on it says to ask for somebody else. */
function isDirect(req: IncomingMessage): boolean {
  return isLoopback(req.socket.remoteAddress) && OF_A_PROXY.every((header) => req.headers[header] === undefined)
}

function hostName(host: string): string {
  return host.toLowerCase().replace(/:\d*$/, '')
}

/** As a Host header names it. An address is no name that another site could point here. */
function arrivedAt(req: IncomingMessage): string {
  return bracketed(withoutMapping(req.socket.localAddress ?? ''))
}

function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host
}

function isEveryAddress(host: string): boolean {
  return host === '0.0.0.0' || /^[0:]+$/.test(host)
}

function sayNames(names: readonly string[]): string {
  return `This server answers to ${names.slice(0, -1).join(', ')} and ${names.at(-1)} only.`
}
