import { afterAll, expect, test } from 'vitest'
import { runEntente, serveEntente, temporaryFolder } from '../support/entente-process.ts'
import { bearer, READER, WRITER } from '../support/grants.ts'
import { ask, post } from '../support/http.ts'

const data = temporaryFolder()
afterAll(() => data.remove())

test('a process with tokens listens to others, asks each who they are, and never tells a token', async () => {
  const served = await serveEntente(data.folder, {
    HOST: '0.0.0.0',
    ENTENTE_READ_TOKENS: `rita:${READER.token}`,
    ENTENTE_WRITE_TOKENS: `wanda:${WRITER.token}`,
  })
  const question = { query: '{ version }' }
  const told = await Promise.all([
    post(served.address, question),
    post(served.address, question, bearer(READER)),
    post(served.address, { query: 'mutation { reload { version } }' }, bearer(READER)),
    post(served.address, { query: 'mutation { reload { version } }' }, bearer(WRITER)),
    post(served.address, { query: '{ __schema { queryType { name } } }' }, bearer(WRITER)),
    post(served.address, question, bearer({ token: 'wrong-wrong-wrong-wrong' })),
    ask(served.address, { path: '/readyz' }),
    ask(served.address, { path: '/graphiql' }),
  ])
  const codes = told.map(({ status, text }) => [status, /"code":"(\w+)"/.exec(text)?.[1] ?? null])
  expect(codes).toEqual([
    [401, 'UNAUTHENTICATED'],
    [200, null],
    [200, 'FORBIDDEN'],
    [200, null],
    [200, expect.any(String)],
    [401, 'UNAUTHENTICATED'],
    [200, null],
    [404, null],
  ])
  expect(told.at(-1)?.text).toBe('GraphiQL is off, as introspection is.\n')
  const { code, stdout, stderr } = await served.stop()
  expect([code, stdout]).toEqual([0, `Entente is ready at ${served.address}\n`])
  expect(served.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  expect(stderr).toContain('wanda')
  for (const secret of [READER.token, WRITER.token, 'wrong-wrong']) expect(stderr).not.toContain(secret)
}, 30_000)

test('a process that others could enter without a token does not start, and says what to do', async () => {
  const start = (env: Readonly<Record<string, string>>) =>
    runEntente(['serve', '--port', '0', '--data', data.folder], env)
  const [everywhere, behindProxy] = await Promise.all([
    start({ HOST: '::', ENTENTE_READ_TOKENS: '' }),
    start({ ENTENTE_PUBLIC_URL: 'https://entente.example' }),
  ])
  const toDo = 'Set ENTENTE_WRITE_TOKENS=name:token, or ENTENTE_READ_TOKENS; "openssl rand -hex 24" makes a token.'
  expect(everywhere).toEqual({
    code: 2,
    stdout: '',
    stderr: `entente: --host (or HOST) is 127.0.0.1, localhost, ::1 where there are no tokens; it is "::", which lets others in. ${toDo}\n`,
  })
  expect(behindProxy).toEqual({
    code: 2,
    stdout: '',
    stderr: `entente: --public-url (or ENTENTE_PUBLIC_URL) lets others in, and there are no tokens. ${toDo}\n`,
  })
})
