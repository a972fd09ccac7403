import type { IncomingMessage } from 'node:http'

/**
 * A browser sends a header of this name to another site only after asking that site, and Entente never says yes. So whatever carries
 * it was not sent by a page of another site.
 */
export const PREFLIGHT_HEADER = 'x-entente-preflight'

export function carriesPreflight(req: IncomingMessage): boolean {
  return Boolean(req.headers[PREFLIGHT_HEADER])
}
