import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { toServeConfig } from '../../server/config.ts'
import { runEntente, serveEntente, temporaryFolder } from '../support/entente-process.ts'
import { ask, post } from '../support/http.ts'

const data = temporaryFolder()
afterAll(() => data.remove())

describe('entente serve', () => {
  test('says when it is ready, answers the seeded case, and ends in order', async () => {
    const served = await serveEntente(join(data.folder, 'made/anew'))
    expect(served.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    expect((await ask(served.address, { path: '/readyz' })).status).toBe(200)
    const { text } = await post(served.address, { query: '{ collections { id eventCount } }' })
    expect(JSON.parse(text)).toMatchObject({ data: { collections: [{ id: 'caribbean-strikes-2025' }] } })
    expect(await served.stop()).toEqual({
      code: 0,
      stdout: `Entente is ready at ${served.address}\n`,
      stderr: '',
    })
  }, 30_000)

  test('a port in use is told, with what to do', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const ended = await runEntente(['serve', '--port', String(port)], { ENTENTE_DATA: join(data.folder, 'port') })
    other.close()
    expect(ended).toMatchObject({ code: 1, stdout: '' })
    expect(ended.stderr).toBe(
      `entente: Port ${port} of 127.0.0.1 is in use. Stop what uses it, or choose another: entente serve --port ${port + 1} (or PORT=${port + 1}).\n`,
    )
  })

  test('a data folder that cannot be one is told', async () => {
    const file = join(data.folder, 'a-file')
    writeFileSync(file, '')
    const ended = await runEntente(['serve', '--port', '0'], { ENTENTE_DATA: file })
    expect(ended.code).toBe(1)
    expect(ended.stderr).toMatch(/^entente: The data folder .*a-file cannot be written\. Choose another/)
  })

  test('a setting that cannot be right is refused with a sentence, not a stack', async () => {
    const ended = await runEntente(['serve', '--port', 'abc'], { ENTENTE_DATA: join(data.folder, 'unused') })
    expect(ended).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'entente: --port (or PORT) is a whole number from 0 to 65535, where 0 takes any free port; it is "abc".\n',
    })
  })

  test('the environment is read as flags are', async () => {
    const ended = await runEntente(['serve'], { HOST: '0.0.0.0', ENTENTE_DATA: join(data.folder, 'unused') })
    expect(ended).toMatchObject({ code: 2, stderr: expect.stringContaining('HOST) is 127.0.0.1') })
  })

  test('an unknown flag is refused', async () => {
    const ended = await runEntente(['serve', '--colour', 'red'])
    expect(ended).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining("unknown option '--colour'") })
  })
})

describe('settings', () => {
  const right = { port: '4000', host: '127.0.0.1', data: 'data', introspection: 'on' }

  test('the defaults are right', () => {
    expect(toServeConfig(right)).toEqual({
      port: 4000,
      host: '127.0.0.1',
      dataFolder: resolve('data'),
      introspection: true,
    })
    expect(toServeConfig({ ...right, port: '0', host: '::1', introspection: 'off' })).toMatchObject({
      port: 0,
      host: '::1',
      introspection: false,
    })
  })

  test.each([
    ['PORT', { port: '65536' }, 'it is "65536"'],
    ['PORT', { port: '-1' }, 'it is "-1"'],
    ['PORT', { port: '' }, 'it is ""'],
    ['PORT', { port: '4e3' }, 'it is "4e3"'],
    ['HOST', { host: '192.168.1.2' }, 'Entente has no tokens yet, so it answers this machine only.'],
    ['HOST', { host: '' }, 'it is ""'],
    ['ENTENTE_INTROSPECTION', { introspection: 'maybe' }, '--introspection (or ENTENTE_INTROSPECTION) is on or off'],
  ])('%s %j is refused', (setting, wrong, sentence) => {
    expect(() => toServeConfig({ ...right, ...wrong })).toThrow(
      expect.objectContaining({ name: 'SettingError', setting, says: expect.stringContaining(sentence) }),
    )
  })
})

describe('entente', () => {
  test('an unknown command is refused', async () => {
    const refused = await runEntente(['sreve'])
    expect(refused).toMatchObject({ code: 2, stdout: '' })
    expect(refused.stderr).toMatch(/^entente: unknown command 'sreve'/)
  })

  test('the help lists what it can do, the version is told', async () => {
    const help = await runEntente(['--help'])
    expect(help.code).toBe(0)
    expect(help.stdout).toContain('serve')
    expect(await runEntente(['--version'])).toMatchObject({ code: 0, stdout: '0.1.0\n' })
  })
})
