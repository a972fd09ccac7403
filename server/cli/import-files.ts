import { userInfo } from 'node:os'
import { ImportRefusedError, whyRefused } from '../ingest/import/errors.ts'
import { planImport } from '../ingest/import/plan-import.ts'
import { RejectsFile } from '../ingest/import/rejects-file.ts'
import { runImport, type ImportReport } from '../ingest/import/run-import.ts'
import type { ImportSettings, OnError } from '../ingest/import/settings.ts'
import { ASKED } from '../ingest/mapping/suggestion.ts'
import { suggestedMapping } from '../ingest/import/suggested-mapping.ts'
import { readAnswersFile, readMappingFile } from '../ingest/import/settings-files.ts'
import { FAILURE } from './exit-codes.ts'
import { FirstLeft } from './import-left.ts'
import { loadDocumentAsTold } from './load-document.ts'
import { ImportProgressTeller } from './import-progress.ts'
import { planText, reportText } from './import-report.ts'
import type { StoreSettings } from './store-options.ts'
import { withStore } from './with-store.ts'

/** What `entente import` was told. */
export interface ImportFlags extends StoreSettings {
  readonly into?: string
  readonly title?: string
  readonly mapping?: string
  readonly names?: string
  readonly onError: OnError
  readonly rejects?: string
  readonly suggestMapping?: true
  readonly dryRun?: true
  readonly json?: true
}

/** Imports files, or says what they would bring, and tells it on standard output. @throws ImportRefusedError and others that `says` why. */
export async function importAsTold(files: readonly string[], flags: ImportFlags): Promise<void> {
  try {
    await importFiles(files, flags)
  } catch (error) {
    const says = withHint(whyRefused(error))
    throw says === null || (error instanceof Error && 'says' in error && error.says === says)
      ? error
      : new ImportRefusedError(says, error)
  }
}

/** On the page the mapping is shown beside the question; here it has to be asked for. */
function withHint(says: string | null): string | null {
  return says?.includes(ASKED) ? `${says} It is written by --suggest-mapping, and given by --mapping.` : says
}

async function importFiles(files: readonly string[], flags: ImportFlags): Promise<void> {
  const [only] = files
  if (files.length === 1 && only !== undefined && flags.dryRun !== true && (await loadDocumentAsTold(only, flags)))
    return
  const settings = await toSettings(flags)
  if (flags.suggestMapping === true) return writeSuggestion(files, settings.mapping)
  const rejects = flags.rejects === undefined ? null : await RejectsFile.open(flags.rejects)
  const first = new FirstLeft()
  const onLeft = async (...[rows, members]: Parameters<RejectsFile['write']>): Promise<void> => {
    first.add(rows, members)
    await rejects?.write(rows, members)
  }
  const progress = new ImportProgressTeller()
  try {
    const told = { onProgress: progress.tell, onLeft, ...interrupts() }
    if (flags.dryRun === true) {
      const preview = await planImport(files, settings, told)
      progress.clear()
      return tell(flags, preview, planText(preview, first))
    }
    const by = userInfo().username
    const report = await withStore(flags, (store) =>
      runImport(store, files, settings, { by, tellAside: rejects !== null, ...told }),
    )
    progress.clear()
    tell(flags, report, reportText(report, first))
    failWhereRejected(report)
  } finally {
    progress.clear()
    await rejects?.close()
  }
}

async function writeSuggestion(files: readonly string[], mapping: unknown): Promise<void> {
  const { yaml, asks } = await suggestedMapping(files, mapping)
  process.stdout.write(yaml)
  for (const ask of asks) process.stderr.write(`${ask}\n`)
}

function failWhereRejected({ outcome }: ImportReport): void {
  if (outcome === 'rejected') process.exitCode = FAILURE
}

function tell(flags: ImportFlags, value: unknown, text: string): void {
  process.stdout.write(flags.json === true ? `${JSON.stringify(value, null, 2)}\n` : text)
}

async function toSettings({ into, title, mapping, names, onError }: ImportFlags): Promise<ImportSettings> {
  return {
    onError,
    ...(into === undefined ? {} : { into }),
    ...(title === undefined ? {} : { title }),
    ...(mapping === undefined ? {} : { mapping: await readMappingFile(mapping) }),
    ...(names === undefined ? {} : { answers: await readAnswersFile(names) }),
  }
}

/** The first SIGINT or SIGTERM stops the import in order; a second ends the process at once, and the import can be gone on with. */
function interrupts(): { readonly signal: AbortSignal } {
  const stopping = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      process.stderr.write(
        '\nStopping: what the import has brought is taken away. Interrupt again to leave it as it is.\n',
      )
      stopping.abort()
    })
  }
  return { signal: stopping.signal }
}
