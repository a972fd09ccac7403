import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { describe, expect, test } from 'vitest'
import { isLoopback, peerOf } from '../../../server/http/access/peer.ts'

/** A request as Node would give it, from an address from which none can be sent here. */
function from(address: string, ...forwarded: readonly string[]): IncomingMessage {
  const socket = Object.defineProperty(new Socket(), 'remoteAddress', { value: address })
  return Object.defineProperty(new IncomingMessage(socket), 'headersDistinct', {
    value: forwarded.length > 0 ? { 'x-forwarded-for': forwarded } : {},
  })
}

describe('without a proxy', () => {
  test('a peer is its address, whatever it says', () => {
    expect(peerOf(from('203.0.113.7'), false)).toBe('203.0.113.7')
    expect(peerOf(from('127.0.0.1', '198.51.100.1'), false)).toBe('127.0.0.1')
    expect(peerOf(from('::ffff:203.0.113.7'), false)).toBe('203.0.113.7')
  })

  test.each([
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:db8::9', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('%s is one of its network', (address, network) => {
    expect(peerOf(from(address), false)).toBe(network)
  })
})

describe('behind a proxy', () => {
  test.each([
    ['127.0.0.1', ['198.51.100.1'], '198.51.100.1'],
    ['172.18.0.2', ['1.1.1.1, 198.51.100.1'], '198.51.100.1'],
    ['10.0.0.1', ['1.1.1.1', '198.51.100.1'], '198.51.100.1'],
    ['::1', ['198.51.100.1:50123'], '198.51.100.1'],
    ['fd00::1', ['[2001:db8:1:2::9]:50123'], '2001:db8:1:2::/64'],
    ['127.0.0.1', ['2001:db8:1:2::9'], '2001:db8:1:2::/64'],
  ])('what the one at %s wrote last of %j is believed', (proxy, forwarded, peer) => {
    expect(peerOf(from(proxy, ...forwarded), true)).toBe(peer)
  })

  test.each([
    ['203.0.113.7', ['198.51.100.1']],
    ['2001:db8:1:2::7', ['198.51.100.1']],
    ['127.0.0.1', ['unknown']],
    ['127.0.0.1', ['198.51.100.1,']],
    ['127.0.0.1', []],
  ])('%s saying %j counts for itself', (address, forwarded) => {
    expect(peerOf(from(address, ...forwarded), true)).toBe(peerOf(from(address), false))
  })
})

test.each([
  ['127.0.0.1', true],
  ['127.8.9.1', true],
  ['::1', true],
  ['::ffff:127.0.0.1', true],
  ['192.168.0.1', false],
  ['127.0.0.1.example', false],
  ['', false],
  [undefined, false],
])('%s is this machine: %s', (address, answer) => {
  expect(isLoopback(address)).toBe(answer)
})
