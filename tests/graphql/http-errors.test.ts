import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { silentLog } from '../../server/http/log.ts'
import { post, serveApp } from '../support/http.ts'
import { tinyApp } from '../support/tiny-app.ts'

const logged: Readonly<Record<string, unknown>>[] = []
const log = {
  ...silentLog,
  error: (message: string, details: Readonly<Record<string, unknown>> = {}) => logged.push({ message, ...details }),
}
let open: Awaited<ReturnType<typeof serveApp>>
let closed: Awaited<ReturnType<typeof serveApp>>

beforeAll(async () => {
  open = await serveApp(tinyApp({ log }))
  closed = await serveApp(tinyApp({ log, introspection: false }))
})

afterEach(() => void logged.splice(0))

afterAll(async () => {
  await open.close()
  await closed.close()
})

async function errorsOf(operation: unknown, address = open.address) {
  const answer = await post(address, operation)
  return {
    ...answer,
    errors: JSON.parse(answer.text).errors as { message: string; extensions: Record<string, unknown> }[],
  }
}

describe('errors', () => {
  test.each(['defect', 'wrongNumber'])(
    '%s is masked: the client gets the id under which the log has it',
    async (field) => {
      const { text, headers, errors } = await errorsOf({ query: `{ ${field} hello }` })
      expect(text).not.toContain('password')
      const requestId = headers['x-request-id']
      expect(errors[0]?.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', requestId })
      expect(errors[0]?.message).toContain(requestId)
      expect(JSON.parse(text).data).toEqual({ [field]: null, hello: 'hello world' })
      expect(logged).toMatchObject([{ requestId, path: field }])
      expect(String(logged[0]?.['error'])).toContain('password')
    },
  )

  test('an error that somebody gave a code keeps its message and fields, and is no defect', async () => {
    const { errors } = await errorsOf({ query: '{ refused }' })
    expect(errors).toMatchObject([
      { message: 'first is 1 to 500.', extensions: { code: 'BAD_USER_INPUT', argument: 'first' } },
    ])
    expect(logged).toEqual([])
  })

  test('a store that is away says what to do', async () => {
    const { errors } = await errorsOf({ query: '{ away }' })
    expect(errors).toMatchObject([
      { message: 'The store is away. Start it again.', extensions: { code: 'SERVICE_UNAVAILABLE' } },
    ])
  })

  test.each([
    ['GRAPHQL_PARSE_FAILED', { query: '{' }],
    ['GRAPHQL_VALIDATION_FAILED', { query: '{ goodbye }' }],
    ['BAD_USER_INPUT', { query: 'query ($text: String!) { length(text: $text) }' }],
    ['BAD_USER_INPUT', { query: 'query ($text: String!) { length(text: $text) }', variables: { text: 7 } }],
    ['BAD_USER_INPUT', { query: 'query ($name: String) { hello(name: $name) }', variables: { name: null } }],
    ['OPERATION_RESOLUTION_FAILURE', { query: 'query A { hello } query B { hello }' }],
  ])('%s tells what was wrong with the request', async (code, operation) => {
    const { errors } = await errorsOf(operation)
    expect(errors).toHaveLength(1)
    expect(errors[0]?.extensions).toEqual({ code })
    expect(errors[0]?.message).not.toMatch(/went wrong on the server/)
    expect(logged).toEqual([])
  })
})

describe('introspection', () => {
  const query = '{ __schema { queryType { name } } }'

  test('on: the schema may be asked for', async () => {
    expect(JSON.parse((await post(open.address, { query })).text).data.__schema.queryType.name).toBe('Query')
    expect((await errorsOf({ query: '{ hell }' })).text).toContain('Did you mean')
  })

  test('off: neither it nor a suggestion gives the schema away', async () => {
    const { errors } = await errorsOf({ query }, closed.address)
    expect(errors[0]?.extensions).toEqual({ code: 'GRAPHQL_VALIDATION_FAILED' })
    const { text } = await errorsOf({ query: '{ hell }' }, closed.address)
    expect(text).toContain('Cannot query field')
    expect(text).not.toContain('Did you mean')
  })
})
