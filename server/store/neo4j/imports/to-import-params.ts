import type { ImportRecord } from '../../import-store.ts'
import type { ImportParams } from '../queries/imports.ts'

export function toImportParams(record: ImportRecord): ImportParams {
  const { files, settings, counts, ...rest } = record
  return {
    ...rest,
    files: JSON.stringify(files),
    settings: JSON.stringify(settings),
    counts: counts && JSON.stringify(counts),
  }
}
