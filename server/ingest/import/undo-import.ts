import { NoImportError, type ImportStore, type UndoneImport } from '../../store/import-store.ts'
import { pairMirrors } from './pair-mirrors.ts'

/**
 * Takes away what an import brought and nobody else owns, and pairs the meetings of what is left anew. Called again after an
 * interruption it goes on. @param onProgress told of events taken away so far. @throws NoImportError
 */
export async function undoImport(
  store: ImportStore,
  id: string,
  onProgress: (removed: number) => void = () => {},
): Promise<UndoneImport> {
  const imports = await store.imports()
  const record = imports.find((each) => each.id === id)
  if (!record) throw new NoImportError(id)
  const undone = await store.undoImport(id, onProgress)
  const isAlone = !imports.some((each) => each.collection === record.collection && each.id !== id)
  if (!isAlone) await pairMirrors(store, record.collection)
  return undone
}
