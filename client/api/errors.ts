/** The server was not reached at all. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError'

  constructor() {
    super('The server did not answer.')
  }
}

/** The server answered that it will not or cannot. `code` is `extensions.code`, or null where the server named none. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError'
  readonly code: string | null

  constructor(code: string | null, message: string) {
    super(message)
    this.code = code
  }
}

/**
 * The sentence for people: what happened and what to do. A refusal that speaks of an argument is told in the server's own words,
 * because they name it.
 */
export function toDisplayError(error: unknown): string {
  if (error instanceof UnreachableError) {
    return 'The server does not answer. Nothing is lost. Check that Entente runs, then try again.'
  }
  if (!(error instanceof RefusedError)) return 'Something went wrong in the page. Try again, or load the page anew.'
  switch (error.code) {
    case 'BAD_USER_INPUT':
      return error.message
    case 'SERVICE_UNAVAILABLE':
      return `${error.message} Nothing is lost.`
    case 'COST_LIMIT_EXCEEDED':
    case 'DEADLINE_EXCEEDED':
      return 'That is too much for one question. Narrow it, then try again.'
    case 'UNAUTHENTICATED':
    case 'FORBIDDEN':
      return 'This server wants a token that allows this. Ask whoever runs it.'
    default:
      return 'The server could not answer this. Try again; if it stays so, tell whoever runs it.'
  }
}
