import { atom } from 'nanostores'
import { toDisplayError } from '../../api/errors.ts'
import {
  askImports,
  beginImport,
  dropImport,
  fetchRejects,
  planImport,
  sendFile,
  watchImport,
  type ImportAsk,
  type ImportJob,
  type PastImport,
} from '../../api/imports.ts'
import { askAgain, change } from '../actions.ts'
import { hold } from '../held.ts'
import { say } from '../say.ts'
import { withCollection } from '../view/steps.ts'
import { closeImport } from './dialog.ts'

/** Files that are on their way to the server. */
export interface Sending {
  readonly names: readonly string[]
  readonly bytes: number
  readonly totalBytes: number
}

/** What was sent and waits, runs, or has ended; null: nothing. */
export const $job = atom<ImportJob | null>(null)
/** How it is asked for. */
export const $importAsk = atom<ImportAsk>({})
export const $sending = atom<Sending | null>(null)
/** What was asked of the server and did not come, as a sentence; empty: nothing. */
export const $importFault = atom('')
/** Whether something else is asked of the server now. */
export const $importBusy = atom(false)
export const $pastImports = atom<readonly PastImport[]>([])

let stopping = new AbortController()

/** Sends files, which are looked at together. */
export async function sendFiles(files: readonly File[]): Promise<void> {
  if (files.length === 0 || $sending.get() || $job.get()?.state === 'running') return
  stopping = new AbortController()
  const { signal } = stopping
  const totalBytes = files.reduce((sum, { size }) => sum + size, 0)
  $importFault.set('')
  $importAsk.set({})
  $job.set(null)
  let before = 0
  let job: ImportJob | null = null
  try {
    for (const file of files) {
      const names = files.map(({ name }) => name)
      const onSent = (bytes: number): void => $sending.set({ names, bytes: before + bytes, totalBytes })
      onSent(0)
      job = await sendFile(file, job?.id ?? null, onSent, signal)
      before += file.size
    }
    $job.set(job)
  } catch (error) {
    if (job) void dropImport(job.id).catch(() => {})
    if (!signal.aborted) $importFault.set(toDisplayError(error))
  } finally {
    $sending.set(null)
  }
}

export function stopSending(): void {
  stopping.abort()
}

/** Looks at the rows as they are asked for now. */
export async function lookAgain(ask: ImportAsk): Promise<void> {
  $importAsk.set(ask)
  const job = $job.get()
  if (job) await asked(async () => $job.set(await planImport(job.id, ask)))
}

/** Imports what was sent, and tells how far it is until it has ended. */
export async function runImport(): Promise<void> {
  const job = $job.get()
  if (!job) return
  await asked(async () => $job.set(await beginImport(job.id, $importAsk.get())))
  if ($job.get()?.state === 'running') await follow(job.id)
}

/** Imports what was sent but for the rows that were rejected. */
export async function runLeavingOut(): Promise<void> {
  $importAsk.set({ ...$importAsk.get(), onError: 'skip-row' })
  await runImport()
}

/** Back to what would become of the rows, to ask for them otherwise. */
export function backToRows(): void {
  const job = $job.get()
  if (job) $job.set({ ...job, state: 'uploaded' })
}

/** The rows that brought no event, as a file; null: they did not come, and `$importFault` says why. */
export async function fetchLeftRows(id: string): Promise<Blob | null> {
  let rows: Blob | null = null
  await asked(async () => {
    rows = await fetchRejects(id)
  })
  return rows
}

/** Stops what is running: nothing of it stays. */
export async function stopImport(): Promise<void> {
  const job = $job.get()
  if (job) await asked(() => dropImport(job.id))
}

/** Forgets what was sent; what was imported stays. */
export async function forgetJob(): Promise<void> {
  const job = $job.get()
  $job.set(null)
  $importAsk.set({})
  $importFault.set('')
  if (job) await dropImport(job.id).catch(() => {})
  await listImports()
}

/** Takes out what an import brought. */
export async function undoImport(id: string): Promise<void> {
  await asked(async () => {
    await dropImport(id)
    if ($job.get()?.report?.id === id) $job.set(null)
    say('The import was undone.')
    askAgain()
  })
  await listImports()
}

/** What was imported; and an import that is under way, or files that wait, are found again after the page was left. */
export async function listImports(): Promise<void> {
  await asked(async () => {
    const { imports, uploads } = await askImports()
    $pastImports.set(imports.toReversed())
    const running = uploads.find(({ state }) => state === 'running') ?? null
    if ($job.get() || $sending.get() || !running) return
    $job.set(running)
    void follow(running.id)
  })
}

/** Closes the dialog and shows a collection. */
export function showCollection(id: string): void {
  closeImport()
  change((view) => withCollection(view, id))
}

async function follow(id: string): Promise<void> {
  const mine = (): boolean => $job.get()?.id === id
  try {
    const ended = await watchImport(id, (progress) => {
      const job = $job.get()
      if (job && mine()) $job.set({ ...job, progress })
    })
    if (!mine()) return
    $job.set(ended)
    if (ended.state === 'done') askAgain()
    say(ended.state === 'done' ? 'The import is done.' : 'The import has ended.')
    await listImports()
  } catch (error) {
    if (mine()) $importFault.set(toDisplayError(error))
  }
}

async function asked(work: () => Promise<unknown>): Promise<void> {
  $importBusy.set(true)
  try {
    await work()
    $importFault.set('')
  } catch (error) {
    $importFault.set(toDisplayError(error))
  } finally {
    $importBusy.set(false)
  }
}

hold({
  clear: () => {
    stopping.abort()
    $job.set(null)
    $importAsk.set({})
    $sending.set(null)
    $importFault.set('')
    $importBusy.set(false)
    $pastImports.set([])
  },
})
