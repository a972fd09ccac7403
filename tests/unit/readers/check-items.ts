import { parseEdtf } from '../../../server/domain/edtf.ts'
import { NotRecognisedError } from '../../../server/ingest/readers/not-recognised.ts'
import { SpoiltFileError, type TextFile } from '../../../server/ingest/rows/reader.ts'
import type { Item, SourceRow, Surface } from '../../../server/ingest/rows/row.ts'

const CONTROL = /\p{Cc}/u

/** Random tests ask this of millions of values, for which `expect` is too slow. */
function must(holds: boolean, said: string, value: unknown): void {
  if (!holds) throw new Error(`${said}: ${JSON.stringify(value)}`)
}

/** What any reader owes for any file: that its items can be used as they are. @throws Error */
export function checkItem(item: Item, files: readonly TextFile[]): void {
  const { file, line } = item.type === 'reject' ? item.reject : 'row' in item ? item.row : item
  must(file < files.length && line >= 1 && Number.isInteger(line), 'a place in a file', item)
  if (item.type === 'row' || item.type === 'made') checkRow(item.row)
  if (item.type === 'reject') {
    const { reason, class: of, text } = item.reject
    must(/^.+[.!]$/s.test(reason) && !CONTROL.test(reason), 'a sentence', reason)
    must(of !== '' && text.length <= 2_000, 'a class, and a row that is cut', item)
  }
}

/** Whatever is refused is refused by a sentence that names the file. @throws Error, or what was thrown where it is no refusal. */
export function checkRefusal(error: unknown, names: readonly string[]): void {
  if (!(error instanceof SpoiltFileError || error instanceof NotRecognisedError)) throw error
  must(/^.{10,}\.$/s.test(error.says) && !CONTROL.test(error.says), 'a sentence', error.says)
  if (error instanceof SpoiltFileError)
    must(
      names.some((name) => error.file.startsWith(name)),
      'a file',
      error.file,
    )
}

function checkRow(row: SourceRow): void {
  checkActor(row.actor)
  checkActor(row.target)
  parseEdtf(row.occurred)
  if (row.act.type === 'coded') {
    must((row.act.code ?? row.act.name) !== null, 'an act', row.act)
    must(row.act.goldstein === null || Number.isFinite(row.act.goldstein), 'a value', row.act)
  }
  must(
    [row.key, row.locator, row.publisher].every((each) => each === null || each !== ''),
    'null for nothing',
    row,
  )
}

function checkActor(actor: Surface | null): void {
  if (actor === null) return
  must(actor.name !== '' && actor.name === actor.name.trim() && !CONTROL.test(actor.name), 'a name', actor)
  must(
    actor.sectors.every((sector) => sector !== ''),
    'sectors',
    actor,
  )
}
