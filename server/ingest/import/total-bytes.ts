import type { Opened } from './parse-messages.ts'

/** Of all files, as they lie. */
export function totalBytes({ files }: Pick<Opened, 'files'>): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0)
}
