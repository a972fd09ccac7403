import { ArgumentError } from './errors.ts'

/**
 * Looks at every text in some arguments, however deep: half a surrogate pair is no text, and no store keeps it as it is.
 * @param path what stands before, such as `event.evidence.0`. @throws ArgumentError
 */
export function refuseBrokenText(given: unknown, path: readonly string[] = []): void {
  if (typeof given === 'string' && !given.isWellFormed()) {
    const argument = path.join('.')
    throw new ArgumentError(
      argument,
      `${argument} is not well-formed Unicode: it has half a surrogate pair. Write it anew.`,
    )
  }
  if (typeof given !== 'object' || given === null) return
  for (const [name, value] of Object.entries(given)) refuseBrokenText(value, [...path, name])
}
