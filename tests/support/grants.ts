import type { Grant } from '../../server/http/access/tokens.ts'

/** Two people with a token each. */
export const READER: Grant = {
  token: 'read-0123456789abcdef',
  principal: { name: 'rita', mayRead: true, mayWrite: false },
}
export const WRITER: Grant = {
  token: 'write-0123456789abcdef',
  principal: { name: 'wanda', mayRead: true, mayWrite: true },
}

export function bearer({ token }: Pick<Grant, 'token'>): Readonly<Record<string, string>> {
  return { authorization: `Bearer ${token}` }
}
