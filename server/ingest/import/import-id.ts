import { hash } from 'node:crypto'
import { canonicalJson } from '../transfer/canonical-json.ts'
import type { Opened } from './parse-messages.ts'
import type { ImportSettings } from './settings.ts'

/** `<collection>@<sixteen hex digits>`: the same for the same files, whatever their names and order, read with the same settings. */
export function importId(
  collection: string,
  { files, format }: Pick<Opened, 'files' | 'format'>,
  settings: ImportSettings,
): string {
  const digests = files.map(({ digest }) => digest).sort()
  const said = canonicalJson({ digests, format, ...readSettings(settings) })
  return `${collection}@${hash('sha256', said, 'hex').slice(0, 16)}`
}

/** Of the settings, what rows are read with. */
export function readSettings({ mapping = null, answers = {} }: ImportSettings): { mapping: unknown; answers: unknown } {
  return { mapping, answers }
}
