import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scrubber, withoutSecrets } from '../../../server/http/watch/redact.ts'

describe('details', () => {
  test('lose what stands under the name of a secret, however deep', () => {
    const told = withoutSecrets({
      requestId: 'a',
      headers: { host: 'x' },
      asked: [{ Authorization: 'Bearer x', password: 1, sessionToken: 'x', name: 'ada', variables: { text: 'x' } }],
    })
    expect(told).toEqual({
      requestId: 'a',
      headers: '[redacted]',
      asked: [
        {
          Authorization: '[redacted]',
          password: '[redacted]',
          sessionToken: '[redacted]',
          name: 'ada',
          variables: '[redacted]',
        },
      ],
    })
  })

  test('an error keeps its stack and causes, and nothing that was hung onto it', () => {
    const error = Object.assign(new TypeError('outer', { cause: new Error('inner') }), { body: 'what was sent' })
    const { error: told } = withoutSecrets({ error })
    expect(told).toMatch(/^TypeError: outer\n +at [^]*\ncaused by Error: inner\n +at /)
    expect(told).not.toContain('what was sent')
  })

  test('what goes round in a circle ends', () => {
    const circle: Record<string, unknown> = {}
    circle['again'] = circle
    expect(JSON.stringify(withoutSecrets(circle)).length).toBeLessThan(200)
  })
})

describe('lines', () => {
  test('lose each known secret wherever it stands, as it is and as JSON writes it', () => {
    const secret = fc.string({ minLength: 8, maxLength: 40, unit: 'grapheme' }).filter((text) => text.trim() === text)
    fc.assert(
      fc.property(secret, fc.string(), fc.string(), (known, before, after) => {
        const scrub = scrubber([known])
        expect(scrub(`${before}${known}${after}`)).not.toContain(known)
        expect(scrub(JSON.stringify({ text: known }))).toBe('{"text":"[redacted]"}')
      }),
    )
  })

  test('lose a longer secret whole, though it holds a shorter one', () => {
    expect(scrubber(['aaaaaaaa', 'aaaaaaaabbbb'])('x aaaaaaaabbbb y')).toBe('x [redacted] y')
  })

  test('keep words that a short password would take out of them', () => {
    expect(scrubber(['neo4j', ''])('The store is Neo4j at neo4j://127.0.0.1.')).toContain('neo4j://127')
  })

  test.each([
    ['Authorization: Bearer abcdefgh.12345', 'Authorization: Bearer [redacted]'],
    ['basic dXNlcjpwYXNz', 'basic [redacted]'],
    ['at bolt://ada:secret@db:7687 now', 'at bolt://[redacted]@db:7687 now'],
  ])('lose what looks like one: %s', (line, told) => {
    expect(scrubber([])(line)).toBe(told)
  })
})
