import type { ServerResponse } from 'node:http'

/** What every answer carries, whatever it is. No CORS header is among them: other origins read nothing. */
const ALWAYS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), serial=(), usb=(), browsing-topics=()',
}

/** The policy of the page and of everything that is not GraphiQL. */
export const PAGE_POLICY = policy([
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
])

/**
 * The policy of GraphiQL. Its editor writes style elements and attributes of its own, carries fonts as data and makes its markup
 * through trusted types policies of many names, so styles and trusted types are wider; scripts and hosts are as narrow as the page's.
 */
export const GRAPHIQL_POLICY = policy([
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
])

export function setSecurityHeaders(res: ServerResponse, contentPolicy: string = PAGE_POLICY): void {
  for (const [name, value] of Object.entries(ALWAYS)) res.setHeader(name, value)
  res.setHeader('content-security-policy', contentPolicy)
}

/** For a year a browser that has come by TLS comes by nothing else. */
export function stayOnTls(res: ServerResponse): void {
  res.setHeader('strict-transport-security', 'max-age=31536000')
}

function policy(directives: readonly string[]): string {
  return directives.join('; ')
}
