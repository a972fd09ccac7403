import type { IncomingMessage } from 'node:http'

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Why a request is not answered, as a sentence, or null. A page of another site may point a name of its own at this machine: the Host
 * header tells it, because only loopback names are answered. What a page of another site sends itself carries that site's Origin.
 */
export function refusal(req: IncomingMessage): string | null {
  const host = req.headers.host
  if (host === undefined || !LOOPBACK.has(hostName(host))) {
    return 'This server answers to localhost, 127.0.0.1 and [::1] only.'
  }
  const origin = req.headers.origin
  if (origin !== undefined && origin.toLowerCase() !== `http://${host.toLowerCase()}`) {
    return 'This server answers pages of its own only.'
  }
  return null
}

function hostName(host: string): string {
  return host.toLowerCase().replace(/:\d*$/, '')
}
