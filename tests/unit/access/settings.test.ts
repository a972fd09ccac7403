import { describe, expect, test } from 'vitest'
import { toServeConfig } from '../../../server/config.ts'

const RIGHT = { port: '4000', host: '127.0.0.1', cypher: 'off' }
const ANA = 'ana:0123456789abcdef'

function refused(setting: string, sentence: string) {
  return expect.objectContaining({ name: 'SettingError', setting, says: expect.stringContaining(sentence) })
}

describe('settings', () => {
  test('the defaults are right', () => {
    expect(toServeConfig(RIGHT)).toEqual({
      port: 4000,
      host: '127.0.0.1',
      introspection: true,
      cypher: false,
      grants: [],
      publicOrigin: null,
    })
    expect(toServeConfig({ port: '0', host: '::1', introspection: 'off', cypher: 'on' })).toMatchObject({
      port: 0,
      host: '::1',
      introspection: false,
      cypher: true,
    })
  })

  test.each([
    ['PORT', { port: '65536' }, 'it is "65536"'],
    ['PORT', { port: '-1' }, 'it is "-1"'],
    ['PORT', { port: '' }, 'it is ""'],
    ['PORT', { port: '4e3' }, 'it is "4e3"'],
    ['ENTENTE_INTROSPECTION', { introspection: 'maybe' }, '--introspection (or ENTENTE_INTROSPECTION) is on or off'],
    ['ENTENTE_CYPHER', { cypher: 'yes' }, '--cypher (or ENTENTE_CYPHER) is on or off; it is "yes".'],
  ])('%s %j is refused', (setting, wrong, sentence) => {
    expect(() => toServeConfig({ ...RIGHT, ...wrong })).toThrow(refused(setting, sentence))
  })
})

describe('without tokens', () => {
  test.each(['127.0.0.1', 'localhost', '::1'])('%s is listened at', (host) => {
    expect(toServeConfig({ ...RIGHT, host }).host).toBe(host)
  })

  test.each(['0.0.0.0', '::', '192.168.1.2', 'entente.example', '127.0.0.1.example', '', ' '])(
    '"%s" is not: others would come in',
    (host) => {
      const sentence = `it is "${host}", which lets others in. Set ENTENTE_WRITE_TOKENS=name:token`
      expect(() => toServeConfig({ ...RIGHT, host })).toThrow(refused('HOST', sentence))
      // Blank settings, as compose files leave them, are none.
      expect(() => toServeConfig({ ...RIGHT, host, readTokens: '', writeTokens: ' ' })).toThrow(
        refused('HOST', sentence),
      )
    },
  )

  test('a public URL is refused', () => {
    const sentence = 'lets others in, and there are no tokens. Set ENTENTE_WRITE_TOKENS=name:token'
    expect(() => toServeConfig({ ...RIGHT, publicUrl: 'https://entente.example' })).toThrow(
      refused('ENTENTE_PUBLIC_URL', sentence),
    )
  })
})

describe('tokens', () => {
  test('let in whom they name, to read or to write', () => {
    const { grants } = toServeConfig({
      ...RIGHT,
      readTokens: 'Zoë B.:read-read-read-read, nameless-read-token/+==',
      writeTokens: 'ana:write-write-write-1,ana:write-write-write-2',
    })
    expect(grants).toEqual([
      { token: 'read-read-read-read', principal: { name: 'Zoë B.', mayRead: true, mayWrite: false } },
      { token: 'nameless-read-token/+==', principal: { name: null, mayRead: true, mayWrite: false } },
      { token: 'write-write-write-1', principal: { name: 'ana', mayRead: true, mayWrite: true } },
      { token: 'write-write-write-2', principal: { name: 'ana', mayRead: true, mayWrite: true } },
    ])
  })

  test('any address may be listened at, and introspection is off unless it is switched on', () => {
    for (const host of ['0.0.0.0', '::', '192.168.1.2', 'entente.lan']) {
      const config = toServeConfig({ ...RIGHT, host, writeTokens: ANA })
      expect(config).toMatchObject({ host, introspection: false })
    }
    expect(toServeConfig({ ...RIGHT, readTokens: ANA, introspection: '' }).introspection).toBe(false)
    expect(toServeConfig({ ...RIGHT, readTokens: ANA, introspection: 'on' }).introspection).toBe(true)
    expect(() => toServeConfig({ ...RIGHT, host: 'a host', writeTokens: ANA })).toThrow(
      refused('HOST', 'it is "a host"'),
    )
  })

  test.each([
    ['ENTENTE_WRITE_TOKENS', { writeTokens: 'secret-without-name' }, 'Number 1 of them has no name before it'],
    [
      'ENTENTE_WRITE_TOKENS',
      { writeTokens: `${ANA},ben:secret` },
      'Number 2 of them has no token of 16 to 512 letters',
    ],
    ['ENTENTE_WRITE_TOKENS', { writeTokens: `${ANA},` }, 'Number 2 of them has no token'],
    ['ENTENTE_WRITE_TOKENS', { writeTokens: 'ana:secret secret secret' }, 'Number 1 of them has no token'],
    ['ENTENTE_WRITE_TOKENS', { writeTokens: 'ana:sécret-secret-secret' }, 'Number 1 of them has no token'],
    ['ENTENTE_WRITE_TOKENS', { writeTokens: `ana:${'secret'.repeat(100)}` }, 'Number 1 of them has no token'],
    ['ENTENTE_WRITE_TOKENS', { writeTokens: ':secret-secret-secret' }, 'Number 1 of them has a name that is none'],
    ['ENTENTE_WRITE_TOKENS', { writeTokens: 'secret:ana:secret-secret-secret' }, 'Number 1 of them has a name that is'],
    ['ENTENTE_WRITE_TOKENS', { writeTokens: 'Local:secret-secret-secret' }, 'Number 1 of them is named local'],
    ['ENTENTE_READ_TOKENS', { readTokens: 'secret' }, 'Number 1 of them has no token'],
    [
      'ENTENTE_WRITE_TOKENS',
      { readTokens: 'secret-secret-secret', writeTokens: 'ana:secret-secret-secret' },
      'One token stands twice',
    ],
  ])('%s %j is refused, and the sentence tells no token', (setting, wrong, sentence) => {
    expect(() => toServeConfig({ ...RIGHT, ...wrong })).toThrow(refused(setting, sentence))
    expect(() => toServeConfig({ ...RIGHT, ...wrong })).not.toThrow(/s[eé]cret/)
  })
})

describe('the public URL', () => {
  test.each([
    ['https://entente.example', 'https://entente.example'],
    ['https://Entente.Example:443/', 'https://entente.example'],
    [' http://entente.lan:8080 ', 'http://entente.lan:8080'],
    ['', null],
  ])('"%s" is read', (publicUrl, publicOrigin) => {
    expect(toServeConfig({ ...RIGHT, publicUrl, readTokens: ANA })).toMatchObject({ publicOrigin })
  })

  test.each([
    'entente.example',
    'ftp://entente.example',
    'https://entente.example/entente',
    'https://entente.example/?a=1',
    'https://entente.example/#a',
    'https://ana:secret@entente.example',
    'https://',
    '*',
  ])('"%s" is refused', (publicUrl) => {
    expect(() => toServeConfig({ ...RIGHT, publicUrl, readTokens: ANA })).toThrow(
      refused('ENTENTE_PUBLIC_URL', 'such as https://entente.example'),
    )
  })
})
