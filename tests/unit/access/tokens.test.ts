import { expect, test } from 'vitest'
import { createTokens } from '../../../server/http/access/tokens.ts'
import { READER, WRITER } from '../../support/grants.ts'

test('a token lets in whom it was given to, and nothing like it does', () => {
  const whose = createTokens([READER, WRITER])
  expect(whose(READER.token)).toBe(READER.principal)
  expect(whose(WRITER.token)).toBe(WRITER.principal)
  const { token } = WRITER
  for (const wrong of ['', token.slice(0, -1), `${token}=`, ` ${token}`, token.toUpperCase(), `${token}\0`, 'wanda']) {
    expect(whose(wrong)).toBeNull()
  }
  expect(createTokens([])('')).toBeNull()
})
