import { openFiles } from '../files/open-files.ts'
import type { TextFile } from '../rows/reader.ts'
import { DocumentError, type EntenteDocument } from './document.ts'
import { isGraphmlDocument, readGraphmlDocument } from './read-graphml.ts'
import { isJsonDocument, readJsonDocument } from './read-json.ts'

/** Whether a file is an export of Entente, JSON or GraphML, by its content. */
export function isDocument(file: TextFile): boolean {
  return isJsonDocument(file.sample) || (file.original !== undefined && isGraphmlDocument(file.original.sample))
}

/**
 * Reads an export of Entente, packed or not; null: the file is something else.
 * @throws DocumentError where it is one and cannot be taken; SpoiltFileError
 */
export async function openDocument(path: string): Promise<EntenteDocument | null> {
  const files = await openFiles([path])
  const [file] = files
  if (!file || !isDocument(file)) return null
  if (files.length > 1) throw new DocumentError(`${path} holds several files. Load them one by one.`)
  return file.original ? readGraphmlDocument(file.original) : readJsonDocument(file)
}
