import { SettingError } from '../../setting-error.ts'
import { LOCAL } from '../../graphql/principal.ts'
import type { Grant } from './tokens.ts'

/** Who may come in, as it was typed: flags, or the environment. */
export interface AccessSettings {
  readonly readTokens?: string
  readonly writeTokens?: string
  readonly publicUrl?: string
}

/** Who may come in. */
export interface AccessConfig {
  /** None: everybody who can reach it, which is this machine alone. */
  readonly grants: readonly Grant[]
  /** The name behind a proxy, as an origin: `https://entente.example`; null: there is none. */
  readonly publicOrigin: string | null
}

/** As a Bearer header may carry it (RFC 6750), and too long to be guessed. */
const TOKEN = /^[\w.~+/=-]{16,512}$/
const NAME = /^[\p{L}\p{N}][\p{L}\p{N} ._@+-]{0,63}$/u

/** @throws SettingError, which never holds a token. */
export function toAccessConfig({ readTokens, writeTokens, publicUrl }: AccessSettings): AccessConfig {
  const grants = [
    ...toGrants('ENTENTE_READ_TOKENS', '--read-tokens', readTokens, false),
    ...toGrants('ENTENTE_WRITE_TOKENS', '--write-tokens', writeTokens, true),
  ]
  if (new Set(grants.map(({ token }) => token)).size < grants.length) {
    const says = 'One token stands twice in ENTENTE_READ_TOKENS and ENTENTE_WRITE_TOKENS. Give each a token of its own.'
    throw new SettingError('ENTENTE_WRITE_TOKENS', says)
  }
  const publicOrigin = toPublicOrigin(publicUrl)
  if (publicOrigin !== null && grants.length === 0) {
    throw new SettingError(
      'ENTENTE_PUBLIC_URL',
      `--public-url (or ENTENTE_PUBLIC_URL) lets others in, and there are no tokens. ${SET_TOKENS}`,
    )
  }
  return { grants, publicOrigin }
}

/** What to do where there are none. */
export const SET_TOKENS =
  'Set ENTENTE_WRITE_TOKENS=name:token, or ENTENTE_READ_TOKENS; "openssl rand -hex 24" makes a token.'

function toGrants(setting: string, flag: string, text: string | undefined, mayWrite: boolean): readonly Grant[] {
  if (text === undefined || text.trim() === '') return []
  return text.split(',').map((entry, i) => {
    const [name, token] = parts(entry.trim())
    const refuse = (fault: string): never => {
      throw new SettingError(setting, `${flag} (or ${setting}) is name:token,name:token. ${ordinal(i)} ${fault}`)
    }
    if (!TOKEN.test(token)) {
      return refuse('has no token of 16 to 512 letters, digits and . _ ~ + / = -; "openssl rand -hex 24" makes one.')
    }
    if (name === null && mayWrite)
      return refuse('has no name before it: the audit log tells who wrote. Write name:token.')
    if (name !== null && !NAME.test(name)) {
      return refuse(
        'has a name that is none: 1 to 64 letters, digits, spaces and . _ @ + -, beginning with a letter or digit.',
      )
    }
    if (name?.toLowerCase() === LOCAL.name) {
      return refuse(
        `is named ${LOCAL.name}: so the audit log calls whoever wrote without a token. Choose another name.`,
      )
    }
    return { token, principal: { name, mayRead: true, mayWrite } }
  })
}

/** A token has no colon, so what stands before the last is a name. */
function parts(entry: string): readonly [string | null, string] {
  const at = entry.lastIndexOf(':')
  return at < 0 ? [null, entry] : [entry.slice(0, at).trim(), entry.slice(at + 1).trim()]
}

function ordinal(i: number): string {
  return `Number ${i + 1} of them`
}

function toPublicOrigin(text: string | undefined): string | null {
  if (text === undefined || text.trim() === '') return null
  const url = URL.parse(text.trim())
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:'
  if (url && isWeb && url.href === `${url.origin}/`) return url.origin
  throw new SettingError(
    'ENTENTE_PUBLIC_URL',
    '--public-url (or ENTENTE_PUBLIC_URL) is the address at which others see the page, such as https://entente.example: ' +
      'http or https, then a name and perhaps a port, and nothing after it. What is given is none.',
  )
}
