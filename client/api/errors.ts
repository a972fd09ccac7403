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

/** Too many wrong tokens came from here. `seconds` says how long the server takes no more of them. */
export class TooManyAttemptsError extends Error {
  override readonly name = 'TooManyAttemptsError'
  readonly seconds: number

  constructor(seconds: number) {
    super(
      `Too many tokens were tried from here. Wait ${seconds === 1 ? 'a second' : `${seconds} seconds`}, then try again.`,
    )
    this.seconds = seconds
  }
}

/** Whether the server does not know who asks: nobody signed in, or the session is over. */
export function isUnauthenticated(error: unknown): boolean {
  return error instanceof RefusedError && error.code === 'UNAUTHENTICATED'
}

/**
 * The sentence for people: what happened and what to do. A refusal that speaks of an argument is told in the server's own words,
 * because they name it.
 */
export function toDisplayError(error: unknown): string {
  if (error instanceof UnreachableError) {
    return 'The server does not answer. Nothing is lost. Check that Entente runs, then try again.'
  }
  if (error instanceof TooManyAttemptsError) return error.message
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
      return 'This waits until you have signed in.'
    case 'FORBIDDEN':
      return 'Your token may not do this. Ask whoever runs this server for one that may.'
    default:
      return 'The server could not answer this. Try again; if it stays so, tell whoever runs it.'
  }
}
