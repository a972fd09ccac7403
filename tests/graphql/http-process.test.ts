import { createServer } from 'node:net'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
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

  test.each([
    [
      ['--port', 'abc'],
      {},
      '--port (or PORT) is a whole number from 0 to 65535, where 0 takes any free port; it is "abc".',
    ],
    [[], { PORT: '65536' }, 'it is "65536"'],
    [['--host', '0.0.0.0'], {}, 'Entente has no tokens yet, so it answers this machine only.'],
    [[], { HOST: '192.168.1.2' }, 'it is "192.168.1.2"'],
    [[], { ENTENTE_INTROSPECTION: 'maybe' }, '--introspection (or ENTENTE_INTROSPECTION) is on or off; it is "maybe".'],
    [['--colour', 'red'], {}, "unknown option '--colour'"],
    [['now'], {}, 'too many arguments'],
  ])('serve %j with %j is refused', async (args, env, sentence) => {
    const ended = await runEntente(['serve', ...args], { ENTENTE_DATA: join(data.folder, 'unused'), ...env })
    expect(ended).toMatchObject({ code: 2, stdout: '' })
    expect(ended.stderr).toContain(sentence)
    expect(ended.stderr).not.toContain('    at ')
  })
})

describe('entente', () => {
  test('an unknown command is refused', async () => {
    expect(await runEntente(['sreve'])).toMatchObject({ code: 2, stdout: '' })
  })

  test('the help lists what it can do, the version is told', async () => {
    const help = await runEntente(['--help'])
    expect(help.code).toBe(0)
    expect(help.stdout).toContain('serve')
    expect(await runEntente(['--version'])).toMatchObject({ code: 0, stdout: '0.1.0\n' })
  })
})
