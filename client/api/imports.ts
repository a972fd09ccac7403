import { RefusedError, UnreachableError } from './errors.ts'
import { PREFLIGHT, sessionEnded, sessionNumber } from './session.ts'

/** What the page reads of what `/imports` tells of an upload. */
export interface ImportJob {
  readonly id: string
  readonly files: readonly { readonly name: string; readonly bytes: number }[]
  readonly state: 'uploaded' | 'running' | 'done' | 'there' | 'rejected' | 'refused' | 'stopped' | 'failed'
  /** A sentence, where something stands in the way. */
  readonly says: string | null
  readonly preview: ImportPreview | null
  readonly progress: ImportProgress | null
  readonly report: ImportReport | null
  /** Rows that brought no event and can be had. */
  readonly left: number
}

export interface ImportPreview {
  readonly opened: {
    readonly title: string
    readonly says: string
    readonly mends: readonly string[]
    readonly suggestion: ImportSuggestion | null
  }
  readonly collection: { readonly id: string; readonly title: string }
  readonly asks: readonly string[]
  readonly notes: readonly string[]
  /** Only the beginning was looked at. */
  readonly isSample: boolean
  readonly counts: ImportCounts
  readonly names: ImportNames
  readonly events: readonly PreviewEvent[]
  readonly left: readonly LeftRow[]
}

export interface ImportCounts {
  readonly rows: number
  readonly events: number
  readonly made: number
  readonly held: number
  readonly rejected: number
  readonly aside: number
  readonly used: number
  readonly reasons: readonly {
    readonly outcome: 'held' | 'rejected' | 'aside'
    readonly reason: string
    readonly rows: number
  }[]
}

export interface ImportNames {
  readonly known: NameCount
  readonly new: NameCount
  readonly asked: NameCount
}

export interface NameCount {
  readonly names: number
  readonly uses: number
  readonly examples: readonly {
    readonly name: string
    readonly uses: number
    readonly candidates: readonly { readonly id: string; readonly name: string }[]
  }[]
}

export interface PreviewEvent {
  readonly id: string
  readonly kind: string
  readonly subtype: string
  readonly stage: string
  readonly occurred: string
  readonly coded: { readonly actorName: string; readonly targetName: string; readonly code: string } | null
}

export interface LeftRow {
  readonly outcome: 'rejected' | 'aside'
  readonly file: number
  readonly line: number
  readonly column: number | null
  readonly reason: string
}

/** Which column is what: docs/mapping.md. */
export interface ImportMapping {
  readonly columns: Readonly<Record<string, string>>
  readonly acts?: Readonly<Record<string, string>>
  readonly dates?: string
  readonly [part: string]: unknown
}

export interface ImportSuggestion {
  readonly mapping: ImportMapping
  readonly yaml: string
  readonly columns: readonly { readonly name: string; readonly examples: readonly string[] }[]
  readonly acts: readonly { readonly written: string; readonly rows: number; readonly act: string | null }[]
  readonly fields: readonly {
    readonly field: string
    readonly title: string
    readonly says: string
    readonly needed: boolean
  }[]
  readonly dates: readonly { readonly form: string; readonly says: string; readonly example: string }[]
  readonly words: readonly string[]
}

export interface ImportProgress {
  readonly phase: 'opening' | 'reading' | 'pairing' | 'finishing' | 'undoing'
  readonly rows: number
  readonly bytes: number
  readonly totalBytes: number
  readonly rate: number
  readonly secondsLeft: number | null
}

export interface ImportReport {
  readonly id: string
  readonly collection: string
  readonly counts: ImportCounts
  readonly seconds: number
}

/** An import that the store keeps. */
export interface PastImport {
  readonly id: string
  readonly collection: string
  readonly files: readonly { readonly name: string }[]
  readonly by: string
  readonly startedAt: string
  readonly state: 'DONE' | 'UNFINISHED' | 'UNDOING'
  readonly counts: ImportCounts | null
}

/** How an import is asked for. */
export interface ImportAsk {
  readonly into?: string
  readonly title?: string
  readonly onError?: 'reject-file' | 'skip-row'
  readonly mapping?: ImportMapping
  readonly names?: Readonly<Record<string, string>>
}

/** @throws as all here: UnreachableError, RefusedError */
export async function askImports(): Promise<{
  readonly imports: readonly PastImport[]
  readonly uploads: readonly ImportJob[]
}> {
  return send('GET', '/imports')
}

export function planImport(id: string, ask: ImportAsk): Promise<ImportJob> {
  return send('POST', `/imports/${id}`, { ...ask, dryRun: true })
}

export function beginImport(id: string, ask: ImportAsk): Promise<ImportJob> {
  return send('POST', `/imports/${id}`, ask)
}

/** Stops an upload's import or forgets it; undoes an import of the store. */
export function dropImport(id: string): Promise<unknown> {
  return send('DELETE', `/imports/${encodeURIComponent(id)}`)
}

export function viewImport(id: string): Promise<ImportJob> {
  return send('GET', `/imports/${id}`)
}

/** The rows that brought no event, as CSV. */
export async function fetchRejects(id: string): Promise<Blob> {
  return (await answered(fetch(`/imports/${id}/rejects`, { headers: PREFLIGHT }))).blob()
}

/** Sends a file as it is. @param to the upload that it joins; null: a new one. @param onSent told of bytes sent so far */
export function sendFile(
  file: File,
  to: string | null,
  onSent: (bytes: number) => void,
  signal: AbortSignal,
): Promise<ImportJob> {
  const { promise, resolve, reject } = Promise.withResolvers<ImportJob>()
  const path = `/imports${to === null ? '' : `/${to}`}?name=${encodeURIComponent(file.name)}`
  // A fetch cannot tell how much of its body has been sent.
  const request = new XMLHttpRequest()
  request.open('PUT', path)
  for (const [name, value] of Object.entries(PREFLIGHT)) request.setRequestHeader(name, value)
  request.setRequestHeader('content-type', 'application/octet-stream')
  request.upload.addEventListener('progress', ({ loaded }) => onSent(loaded))
  request.addEventListener('error', () => reject(new UnreachableError()))
  request.addEventListener('abort', () => reject(signal.reason as Error))
  request.addEventListener('load', () => {
    if (request.status < 300) resolve(JSON.parse(request.responseText) as ImportJob)
    else reject(refused(request.status, request.responseText))
  })
  signal.addEventListener('abort', () => request.abort(), { once: true })
  request.send(file)
  return promise
}

/** Tells how far an import is, until it ends. @returns what is known of it then */
export async function watchImport(
  id: string,
  onProgress: (progress: ImportProgress | null) => void,
): Promise<ImportJob> {
  const response = await answered(
    fetch(`/imports/${id}/progress`, { headers: { accept: 'text/event-stream', ...PREFLIGHT } }),
  )
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  for (;;) {
    const next = await reader?.read().catch(() => undefined)
    // The stream ended before the import did.
    if (!next || next.done) throw new UnreachableError()
    const messages = (text + next.value).split('\n\n')
    text = messages.pop() ?? ''
    for (const message of messages) {
      const data = /^data: (.*)$/m.exec(message)?.[1]
      if (data === undefined) continue
      const job = JSON.parse(data) as ImportJob
      if (/^event: end$/m.test(message)) return job
      onProgress(job.progress)
    }
  }
}

async function send<T>(method: string, path: string, body?: object): Promise<T> {
  const headers = { accept: 'application/json', ...PREFLIGHT, ...(body ? { 'content-type': 'application/json' } : {}) }
  const sent = body ? { method, headers, body: JSON.stringify(body) } : { method, headers }
  return (await answered(fetch(path, sent))).json() as Promise<T>
}

async function answered(asked: Promise<Response>): Promise<Response> {
  const session = sessionNumber()
  const response = await asked.catch(() => {
    throw new UnreachableError()
  })
  if (response.ok) return response
  if (response.status === 401 && session === sessionNumber()) sessionEnded()
  throw refused(response.status, await response.text().catch(() => ''))
}

const CODES: Readonly<Record<number, string>> = { 401: 'UNAUTHENTICATED', 403: 'FORBIDDEN', 503: 'SERVICE_UNAVAILABLE' }

/** What the server says in a sentence is said on. */
function refused(status: number, text: string): RefusedError {
  return new RefusedError(CODES[status] ?? (status < 500 ? 'BAD_USER_INPUT' : null), text.trim())
}
