import { basename } from 'node:path'
import { loadDocument, type DocumentReport } from '../ingest/document/load-document.ts'
import { openDocument } from '../ingest/document/open-document.ts'
import { counted } from './counted.ts'
import type { StoreSettings } from './store-options.ts'
import { withStore } from './with-store.ts'

/**
 * Loads an export of Entente, and tells on standard output what came of it; false: the file is none, and nothing was done.
 * @throws DocumentError and others that `says` why
 */
export async function loadDocumentAsTold(path: string, settings: StoreSettings): Promise<boolean> {
  const document = await openDocument(path)
  if (!document) return false
  const report = await withStore(settings, (store) => loadDocument(store, document, basename(path)))
  process.stdout.write(reportText(report))
  return true
}

function reportText({ collections, version }: DocumentReport): string {
  const lines = collections.flatMap(({ id, events, changed, conflicts }) => [
    `${id}: ${changed === 0 ? 'nothing changed' : `${counted(changed, 'record')} changed`}; the file holds ${counted(events, 'event')}.`,
    ...conflicts.map((each) => `  ${each}`),
  ])
  return `${[...lines, `The store is at version ${version}.`].join('\n')}\n`
}
