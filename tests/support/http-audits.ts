import { serverAudits, type AuditResult } from 'graphql-http'

/** Every audit of GraphQL over HTTP, asked of a server with these headers beside its own. */
export async function auditsOf(
  address: string,
  headers: Readonly<Record<string, string>>,
): Promise<readonly AuditResult[]> {
  const fetchFn: typeof fetch = (url, init) =>
    fetch(url, { ...init, headers: { ...(init?.headers as Record<string, string>), ...headers } })
  return Promise.all(serverAudits({ url: `${address}/graphql`, fetchFn }).map((each) => each.fn()))
}

export function failed(results: readonly AuditResult[]): readonly AuditResult[] {
  return results.filter((result) => result.status !== 'ok')
}

/** Audits that ask by GET: without the preflight header a browser may send such a request for any site. */
export const BY_GET: readonly string[] = [
  'MAY accept application/x-www-form-urlencoded formatted GET requests',
  'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/graphql-response+json',
  'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/json',
]

/** Audits that ask for a type of the schema. */
export const INTROSPECTING: readonly string[] = [
  'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/graphql-response+json',
  'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/json',
  'MUST allow map {variables} parameter when accepting application/json',
  'SHOULD allow map {variables} parameter when accepting application/graphql-response+json',
]

/** How many there are. */
export const AUDITS = 61

export const PREFLIGHT: Readonly<Record<string, string>> = { 'x-entente-preflight': '1' }
