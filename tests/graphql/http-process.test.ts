import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { nameOfStore, toStoreChoice } from '../../server/cli/open-store.ts'
import { SEEDED_CASE } from '../../server/cli/seeded-case.ts'
import { runEntente, serveEntente, temporaryFolder } from '../support/entente-process.ts'
import { ask, post } from '../support/http.ts'

const data = temporaryFolder()
afterAll(() => data.remove())

describe('entente serve', () => {
  test('says when it is ready, answers the seeded case, and ends in order', async () => {
    const served = await serveEntente(join(data.folder, 'made/anew'))
    expect(served.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    const readiness = await ask(served.address, { path: '/readyz' })
    expect(readiness.status).toBe(200)
    expect(JSON.parse(readiness.text)).toEqual({
      ready: true,
      says: 'Entente is ready.',
      eventsRead: 17,
      store: 'sqlite',
      version: 1,
      away: null,
      unreadable: [],
      unreadableTotal: 0,
    })
    const { text } = await post(served.address, { query: '{ collections { id eventCount } }' })
    expect(JSON.parse(text)).toMatchObject({ data: { collections: [{ id: 'caribbean-strikes-2025' }] } })
    expect(await served.stop()).toEqual({
      code: 0,
      stdout: `Entente is ready at ${served.address}\n`,
      stderr: expect.stringMatching(
        /^{"level":"info",.*"The store is .*made\/anew\/entente\.sqlite\."}\n{.*"POST \/graphql"}\n$/,
      ) as string,
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
    expect(ended.stderr).toMatch(/\nentente: The data folder .*a-file cannot be written\. Choose another/)
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

describe('which store', () => {
  const local = { data: 'data', neo4jUri: 'bolt://127.0.0.1:7687', neo4jPassword: 'secret' }
  const target = { uri: 'bolt://127.0.0.1:7687', user: 'neo4j', password: 'secret', database: null }

  test('is the file in the data folder, unless the address of a Neo4j is given', () => {
    const file = { name: 'sqlite', dataFolder: resolve('data') }
    expect(toStoreChoice({ data: 'data' })).toEqual(file)
    expect(toStoreChoice({ ...local, neo4jUri: ' ' })).toEqual(file)
    expect(toStoreChoice(local)).toEqual({ name: 'neo4j', target })
    expect(toStoreChoice({ ...local, neo4jUser: 'ada', neo4jDatabase: 'acts' })).toEqual({
      name: 'neo4j',
      target: { ...target, user: 'ada', database: 'acts' },
    })
  })

  test('an address may carry a user and a password, and is told without them', () => {
    const choice = toStoreChoice({
      data: 'data',
      neo4jUri: 'neo4j+s://ada:se%2Fcret@db.example/',
      neo4jPassword: 'other',
    })
    expect(choice).toEqual({
      name: 'neo4j',
      target: { uri: 'neo4j+s://db.example', user: 'ada', password: 'se/cret', database: null },
    })
    expect(nameOfStore(choice)).toBe('Neo4j at neo4j+s://db.example')
  })

  test.each([
    ['http://ada:secret@127.0.0.1:7474'],
    ['ada:secret@127.0.0.1:7687'],
    ['127.0.0.1:7687'],
    ['bolt://'],
    ['bolt://ada:secret@127.0.0.1:99999'],
    ['bolt://127.0.0.1:7687/acts?secret=1'],
  ])('%s is no address of one', (neo4jUri) => {
    const sentence = expect.not.stringContaining('secret') as string
    expect(() => toStoreChoice({ ...local, neo4jUri })).toThrow(
      expect.objectContaining({ name: 'SettingError', setting: 'NEO4J_URI', says: sentence }),
    )
  })

  test('a missing password is told before anybody is asked', async () => {
    const ended = await runEntente(['reload'], { NEO4J_URI: 'bolt://127.0.0.1:7687' })
    expect(ended).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'entente: The password of Neo4j at bolt://127.0.0.1:7687 is missing. Set NEO4J_PASSWORD (or --neo4j-password); where Neo4j asks for none, to any word.\n',
    })
  })

  test('a command waits for no Neo4j, and never tells a password', async () => {
    const ended = await runEntente(['load', SEEDED_CASE, '--neo4j-uri', 'bolt://ada:secret@127.0.0.1:1'])
    expect(ended).toEqual({
      code: 1,
      stdout: '',
      stderr: 'entente: Neo4j at bolt://127.0.0.1:1 does not answer. See that it runs and that NEO4J_URI names it.\n',
    })
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
