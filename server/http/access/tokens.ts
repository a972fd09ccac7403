import { createHash, timingSafeEqual } from 'node:crypto'
import type { Principal } from '../../graphql/principal.ts'

/** A token, and whom it lets in. */
export interface Grant {
  readonly token: string
  readonly principal: Principal
}

/** Returns whom a token lets in, or null. How long that takes tells nothing of the tokens that there are. */
export function createTokens(grants: readonly Grant[]): (shown: string) => Principal | null {
  const known = grants.map(({ token, principal }) => ({ digest: digestOf(token), principal }))
  return (shown) => {
    const digest = digestOf(shown)
    let found: Principal | null = null
    // No early end: each token is compared, whichever it is that fits.
    for (const each of known) if (timingSafeEqual(each.digest, digest)) found = each.principal
    return found
  }
}

/** SHA-256: all digests are of one length, which the comparison demands, and say nothing of the length of a token. */
export function digestOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}
