import type { TextFile } from '../rows/reader.ts'
import { isEventType } from './shared/event-types.ts'
import { sampleLines, share } from './shared/sample.ts'

/** What a file of an id benchmark is: rows of numbers, names of actors, names of event types, or counts beside them. */
export type IdFile = 'rows' | 'actors' | 'types' | 'counts'

const ROW = /^\s*\d+\s+\d+\s+\d+\s+\d+(\s+-?\d+)?\s*$/
const COUNTS = /^\s*\d+\s+\d+(\s+\d+)?\s*$/
const ENTRY = /^(.*\S)\s*\t\s*(\d+)\s*$/

/** A name and its id, or null. */
export function entryOf(line: string): { readonly name: string; readonly id: number } | null {
  const match = ENTRY.exec(line)
  return match ? { name: match[1] ?? '', id: Number(match[2]) } : null
}

/** Null: the file is nothing of an id benchmark of ICEWS. */
export function idFile(file: TextFile): IdFile | null {
  const lines = sampleLines(file)
  if (lines.length === 1 && COUNTS.test(lines[0] ?? '')) return 'counts'
  if (share(lines, (line) => ROW.test(line)) >= 0.5) return 'rows'
  const entries = lines.map(entryOf).filter((entry) => entry !== null)
  // Anything may end with a number after a tab; ids begin at 0 and go up by one.
  const inOrder = share(entries, (entry) => entries[0] !== undefined && entry.id < entries[0].id + lines.length)
  if (entries.length < lines.length / 2 || entries.length === 0 || inOrder < 0.5) return null
  return share(entries, (entry) => isEventType(entry.name.replaceAll('_', ' '))) >= 0.5 ? 'types' : 'actors'
}
