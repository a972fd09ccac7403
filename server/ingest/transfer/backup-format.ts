import type { Kept } from '../../store/graph-store.ts'
import { KEPT_TYPES, type Summary } from './digest.ts'

/**
 * A backup is one gzip file of lines of JSON, each ended by a line feed: what it is; then each thing that the store kept, as
 * `everything` gives it; then how many of each type there are, and their digest. It is read and written for one store or the other
 * alike.
 */
export interface BackupHeader {
  readonly entente: 'backup'
  readonly format: number
  /** Which store it was made of. */
  readonly store: string
  /** The version that the store was at. */
  readonly version: number
  /** When it was made: an ISO 8601 instant. */
  readonly at: string
}

/** Raised when what older programs know to read no longer says all. */
export const BACKUP_FORMAT = 2

export function headerLine(store: string, version: number): string {
  const at = new Date().toISOString()
  const header: BackupHeader = { entente: 'backup', format: BACKUP_FORMAT, store, version, at }
  return JSON.stringify(header)
}

export function endLine(summary: Summary): string {
  return JSON.stringify({ end: summary })
}

/** Null: no header. Its format may be one that this program does not know. */
export function parseHeader(line: string): BackupHeader | null {
  const header = parse(line)
  if (header?.['entente'] !== 'backup' || !isCount(header['format'])) return null
  if (header['format'] > BACKUP_FORMAT) return { ...EMPTY, format: header['format'] }
  const { store, version, at } = header
  if (typeof store !== 'string' || !isCount(version) || typeof at !== 'string') return null
  return { ...EMPTY, store, version, at }
}

const EMPTY: BackupHeader = { entente: 'backup', format: BACKUP_FORMAT, store: '', version: 0, at: '' }

/** A line after the first; null: neither of both. */
export function parseLine(line: string): { readonly kept: Kept } | { readonly end: Summary } | null {
  const value = parse(line)
  if (KEPT_TYPES.some((type) => type === value?.['type'])) return { kept: value as unknown as Kept }
  const end = value?.['end']
  if (typeof end !== 'object' || end === null) return null
  const { counts, digest } = end as Partial<Summary>
  return typeof digest === 'string' && typeof counts === 'object' ? { end: { counts, digest } } : null
}

function parse(line: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : null
  } catch {
    return null
  }
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}
