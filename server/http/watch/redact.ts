import type { Details } from '../log.ts'

export const REDACTED = '[redacted]'

/** Names under which no value is written, wherever they stand. */
const SECRET_NAME = /authorization|cookie|token|password|secret|credential|variables|headers/i
/** What carries a secret whoever wrote it: a bearer's word, and name and password inside an address. */
const BEARER = /\b(bearer|basic)\s+[\w.~+/=-]{8,}/gi
const IN_ADDRESS = /(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi
/** Shorter words would take harmless ones out of every line. */
const LEAST = 8
/** Deeper objects are not told: nothing that belongs into a log is. */
const DEEPEST = 5

/** The same details, without the values of names that stand for secrets. */
export function withoutSecrets(details: Details): Details {
  return plain(details, 0) as Details
}

/**
 * Takes secrets that are known out of a line, plain or as JSON writes them, and what looks like one.
 * @param secrets as they were set; of fewer than 8 characters: left alone.
 */
export function scrubber(secrets: readonly string[]): (line: string) => string {
  const written = secrets
    .filter(({ length }) => length >= LEAST)
    .flatMap((each) => [each, JSON.stringify(each).slice(1, -1)])
  // The longest first: one may hold another.
  const known = [...new Set(written)].sort((a, b) => b.length - a.length)
  return (line) => {
    let left = line
    for (const secret of known) left = left.replaceAll(secret, REDACTED)
    return left.replace(BEARER, `$1 ${REDACTED}`).replace(IN_ADDRESS, `$1${REDACTED}@`)
  }
}

function plain(value: unknown, depth: number): unknown {
  if (value instanceof Error) return told(value)
  if (typeof value !== 'object' || value === null) return typeof value === 'bigint' ? String(value) : value
  if (depth === DEEPEST) return '…'
  if (Array.isArray(value)) return value.map((each) => plain(each, depth + 1))
  const entries = Object.entries(value).map(([name, each]) => [
    name,
    SECRET_NAME.test(name) ? REDACTED : plain(each, depth + 1),
  ])
  return Object.fromEntries(entries)
}

/** Stack and causes; an error's further fields may hold what was sent, and are not told. */
function told(error: Error, depth = 0): string {
  const own = error.stack ?? `${error.name}: ${error.message}`
  if (depth === DEEPEST || error.cause === undefined) return own
  const cause = error.cause instanceof Error ? told(error.cause, depth + 1) : 'what is no error'
  return `${own}\ncaused by ${cause}`
}
