import type { TypedDocumentString } from './generated/graphql.ts'
import { RefusedError, UnreachableError } from './errors.ts'
import { listenBeside } from './notice.ts'
import { reachOf, tellReach } from './reach.ts'
import { PREFLIGHT, sessionEnded, sessionNumber } from './session.ts'

interface Answer<T> {
  readonly data?: T | null
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[]
}

/**
 * Asks the server that served the page. One JSON POST; the header of its own makes it a request that another site's page cannot send
 * unasked. What the answer says of the database is told to `onNotice`; that nobody is signed in, to `onSessionEnded`.
 * @returns the data, whole: an answer with errors is an error
 * @throws UnreachableError, RefusedError, or the abort of the signal
 */
export async function request<T, V>(
  document: TypedDocumentString<T, V>,
  variables: V,
  signal?: AbortSignal,
): Promise<T> {
  const listen = listenBeside()
  const session = sessionNumber()
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
      ...PREFLIGHT,
    },
    body: JSON.stringify({ query: document.toString(), variables }),
    ...(signal ? { signal } : {}),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error
    tellReach({ is: 'gone' })
    throw new UnreachableError()
  })
  const body = await read<T>(response)
  if (!signal?.aborted) tellReach(reachOf(response.status, body))
  const answer = body ?? notReady(response)
  if (session === sessionNumber()) listen(answer)
  const [error] = answer.errors ?? []
  if (error?.extensions?.code === 'UNAUTHENTICATED') {
    // Somebody has signed in since it was asked: it is asked once more.
    if (session !== sessionNumber()) return request(document, variables, signal)
    sessionEnded()
  }
  if (error) throw new RefusedError(error.extensions?.code ?? null, error.message)
  if (!answer.data) throw new RefusedError(null, `The server answered ${response.status} without data.`)
  return answer.data
}

/**
 * Asks for words of evidence too, and without them where only the database has them and it is away.
 * @returns the data; evidence is missing in it where it could not be read
 * @throws as `request`
 */
export async function requestWithEvidence<T, V extends { readonly evidence: boolean }>(
  document: TypedDocumentString<T, V>,
  variables: Omit<V, 'evidence'>,
  signal?: AbortSignal,
): Promise<T> {
  const asked = (evidence: boolean) => request(document, { ...variables, evidence } as unknown as V, signal)
  try {
    return await asked(true)
  } catch (error) {
    if (error instanceof RefusedError && error.code === 'SERVICE_UNAVAILABLE') return asked(false)
    throw error
  }
}

/** What an answer that is no GraphQL says by its status. */
const CODES: Readonly<Record<number, string>> = { 401: 'UNAUTHENTICATED', 503: 'SERVICE_UNAVAILABLE' }

/** Undefined where it is no JSON. */
async function read<T>(response: Response): Promise<Answer<T> | undefined> {
  try {
    return (await response.json()) as Answer<T>
  } catch {
    return undefined
  }
}

function notReady({ status }: Response): Answer<never> {
  const code = CODES[status] ?? null
  return { errors: [{ message: 'The server is not ready to answer.', ...(code ? { extensions: { code } } : {}) }] }
}
