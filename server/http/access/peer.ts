import type { IncomingMessage } from 'node:http'
import { BlockList, isIP, isIPv6 } from 'node:net'

/** Addresses at which a proxy of one's own may stand: this machine and private networks (RFC 1918, 3927, 4193, 4291). */
const NEAR = new BlockList()
NEAR.addSubnet('127.0.0.0', 8, 'ipv4')
NEAR.addSubnet('10.0.0.0', 8, 'ipv4')
NEAR.addSubnet('172.16.0.0', 12, 'ipv4')
NEAR.addSubnet('192.168.0.0', 16, 'ipv4')
NEAR.addSubnet('169.254.0.0', 16, 'ipv4')
NEAR.addAddress('::1', 'ipv6')
NEAR.addSubnet('fc00::', 7, 'ipv6')
NEAR.addSubnet('fe80::', 10, 'ipv6')

/**
 * From where a request came, so that wrong tokens can be counted: an IPv4 address, or the first half of an IPv6 address, which is
 * what one subscriber has. Behind a proxy it is the last entry of X-Forwarded-For, which the proxy wrote itself; what stands before
 * it, and what a peer says that cannot be the proxy, is anybody's invention.
 */
export function peerOf(req: IncomingMessage, behindProxy: boolean): string {
  const socket = withoutMapping(req.socket.remoteAddress ?? '')
  const told = behindProxy && isNear(socket) ? lastForwarded(req) : null
  return network(told ?? socket)
}

/** `::ffff:192.0.2.1` as `192.0.2.1`, and without the zone of a link. */
export function withoutMapping(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
}

export function isLoopback(address: string | undefined): boolean {
  const plain = withoutMapping(address ?? '')
  return plain === '::1' || /^127\.\d+\.\d+\.\d+$/.test(plain)
}

function isNear(address: string): boolean {
  return isIP(address) !== 0 && NEAR.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
}

function lastForwarded(req: IncomingMessage): string | null {
  const last = (req.headersDistinct['x-forwarded-for']?.at(-1) ?? '').split(',').at(-1) ?? ''
  const address = withoutMapping(last.trim().replace(/^\[(.*)\](?::\d+)?$|^([\d.]+):\d+$/, '$1$2'))
  return isIP(address) === 0 ? null : address
}

function network(address: string): string {
  if (!isIPv6(address)) return address
  const [before = '', after] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::')
  const head = before.split(':').filter(Boolean)
  const tail = (after ?? '').split(':').filter(Boolean)
  const zeros = after === undefined ? 0 : 8 - head.length - tail.length
  const groups = [...head, ...Array<string>(zeros).fill('0'), ...tail]
  return `${groups.slice(0, 4).join(':')}::/64`
}
