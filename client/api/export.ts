import { RefusedError, UnreachableError } from './errors.ts'
import type { EventFilter, Level } from './generated/graphql.ts'
import { PREFLIGHT, sessionEnded, sessionNumber } from './session.ts'

/** Formats that the server writes: `/export?format=`. */
export type ExportFormat = 'csv' | 'json' | 'graphml' | 'gexf' | 'stix' | 'cypher' | 'yaml'

export interface ExportedFile {
  readonly name: string
  readonly content: Blob
}

/**
 * The events that pass a filter, as a file that the server writes. @param onBytes called with what has come so far
 * @throws UnreachableError, RefusedError, or the abort of the signal
 */
export async function fetchExport(
  { format, filter, level }: { readonly format: ExportFormat; readonly filter: EventFilter; readonly level: Level },
  signal: AbortSignal,
  onBytes: (bytes: number) => void,
): Promise<ExportedFile> {
  const session = sessionNumber()
  const query = new URLSearchParams({ format, filter: JSON.stringify(filter), level })
  const response = await reached(fetch(`/export?${query}`, { headers: PREFLIGHT, signal }), signal)
  if (!response.ok) {
    if (response.status === 401 && session === sessionNumber()) sessionEnded()
    throw new RefusedError(CODES[response.status] ?? null, (await reached(response.text(), signal)).trim())
  }
  const [, name = 'entente'] = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '') ?? []
  const content = await reached(readAll(response, onBytes), signal)
  return { name, content: new Blob(content, { type: response.headers.get('content-type') ?? '' }) }
}

const CODES: Readonly<Record<number, string>> = {
  400: 'BAD_USER_INPUT',
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  503: 'SERVICE_UNAVAILABLE',
  504: 'DEADLINE_EXCEEDED',
}

async function readAll(response: Response, onBytes: (bytes: number) => void): Promise<Uint8Array<ArrayBuffer>[]> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  const reader = response.body?.getReader()
  let bytes = 0
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined }
    if (done || !value) return parts
    parts.push(value)
    onBytes((bytes += value.length))
  }
}

/** A connection that breaks in the middle is a server that does not answer: half of a file is none. */
async function reached<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (signal.aborted) throw error
    throw new UnreachableError()
  }
}
