import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { CodedRecord, EventRecord } from '../../domain/records.ts'
import type { Kept } from '../../store/graph-store.ts'
import { BACKUP_FORMAT, parseHeader, parseLine, type BackupHeader } from './backup-format.ts'
import { Digest, isSameSummary, type Summary } from './digest.ts'
import { BackupFileError } from './errors.ts'
import { told, type OnProgress, type Source } from './read-unmoved.ts'

/** A backup that is whole, as something to be restored from. */
export interface Backup extends Source {
  readonly header: BackupHeader
}

/**
 * Reads a backup from its beginning to its end, and so finds out whether it is whole, before anything is written anywhere. What is
 * read from it later is tested again.
 * @throws BackupFileError
 */
export async function openBackup(path: string, onProgress: OnProgress): Promise<Backup> {
  const header = await readHeader(path)
  for await (const chunk of told(readKept(path), 'reading', onProgress)) void chunk
  return { header, version: async () => header.version, everything: () => readKept(path) }
}

async function readHeader(path: string): Promise<BackupHeader> {
  for await (const [first = ''] of readLines(path)) return toHeader(path, first)
  throw new BackupFileError(path, DAMAGED)
}

/** Everything in a backup. @throws BackupFileError, at its end where what came is not all that the file was to hold. */
async function* readKept(path: string): AsyncIterable<readonly Kept[]> {
  const digest = new Digest()
  let header: BackupHeader | null = null
  let end: Summary | null = null
  for await (const lines of readLines(path)) {
    const chunk: Kept[] = []
    for (const line of lines) {
      if (header === null) {
        header = toHeader(path, line)
        continue
      }
      const parsed = parseLine(line)
      if (parsed === null || end !== null) throw new BackupFileError(path, DAMAGED)
      if ('end' in parsed) {
        end = parsed.end
      } else {
        digest.add(parsed.kept)
        chunk.push(asOfNow(parsed.kept))
      }
    }
    yield chunk
  }
  if (end === null || !isSameSummary(end, digest.summary())) throw new BackupFileError(path, DAMAGED)
}

/** What the first format did not say yet: where in the source a row stands. */
function asOfNow(kept: Kept): Kept {
  // Before the end has been read the line may be any.
  const coded: unknown = kept.type === 'event' ? (kept.record as Partial<EventRecord> | undefined)?.coded : null
  if (kept.type !== 'event' || typeof coded !== 'object' || coded === null) return kept
  const then = coded as Omit<CodedRecord, 'locator'> & Partial<CodedRecord>
  return { ...kept, record: { ...kept.record, coded: { ...then, locator: then.locator ?? null } } }
}

function toHeader(path: string, line: string): BackupHeader {
  const header = parseHeader(line)
  if (header === null) throw new BackupFileError(path, NO_BACKUP)
  if (header.format > BACKUP_FORMAT) throw new BackupFileError(path, NEWER)
  return header
}

const NO_BACKUP = 'is no backup of Entente, or its beginning is damaged. Name a file that "entente backup" made.'
const NEWER = 'was made by a newer Entente than this one. Restore it with that one.'
const DAMAGED = 'is cut short or was changed since it was made, so it is not restored. Take another backup.'

/** Longer than any line of a backup: a file of other things may be one line. */
const LONGEST_LINE = 1 << 26

/** The lines of a gzip file, a few at a time, never none; each ended by a line feed and by nothing else. @throws BackupFileError */
async function* readLines(path: string): AsyncIterable<readonly string[]> {
  const text = createGunzip().setEncoding('utf8')
  // An error of either comes out of the loop.
  pipeline(createReadStream(path, { highWaterMark: 1 << 18 }), text, () => {})
  let rest = ''
  let any = false
  try {
    for await (const part of text as AsyncIterable<string>) {
      const lines = (rest + part).split('\n')
      rest = lines.pop() ?? ''
      if (rest.length > LONGEST_LINE) throw new BackupFileError(path, NO_BACKUP)
      if (lines.length === 0) continue
      any = true
      yield lines
    }
  } catch (error) {
    throw toBackupError(path, error, any)
  }
  if (rest !== '' || !any) throw new BackupFileError(path, any ? DAMAGED : NO_BACKUP)
}

function toBackupError(path: string, error: unknown, begun: boolean): unknown {
  if (!(error instanceof Error && 'code' in error)) return error
  if ('syscall' in error) {
    const says = `cannot be read (${String(error.code)}). Name a file that "entente backup" made, and that you may read.`
    return new BackupFileError(path, says, error)
  }
  return new BackupFileError(path, begun ? DAMAGED : NO_BACKUP, error)
}
