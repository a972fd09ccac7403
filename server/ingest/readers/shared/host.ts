/** Letters of any script, digits and what stands between them in the name of a machine. */
const HOST = /^https?:\/\/(?:[^/?#@\s]*@)?(?:www\d?\.)?([\p{L}\p{N}._-]+)/iu

/** Who published what stands at an address: its host without `www.`, lower-case; null: it is no address of the web. */
export function hostOf(address: string): string | null {
  return HOST.exec(address)?.[1]?.toLowerCase() ?? null
}
