import { isDocument } from '../document/open-document.ts'
import { speaksOfColumns } from '../mapping/mapping.ts'
import { SpoiltFileError, type Reader, type Recognition, type TextFile } from '../rows/reader.ts'
import { NotRecognisedError } from './not-recognised.ts'

export interface Recognised {
  readonly reader: Reader
  readonly recognition: Recognition
}

/** From here on a reader is taken at its word, though another says that the file is its own and spoilt. */
const SURE = 0.5

/**
 * The reader that is surest that the files are of its format, by their content.
 * @throws SpoiltFileError where they are of a format, and spoilt; NotRecognisedError where no reader takes them together.
 */
export function recogniseAmong(readers: readonly Reader[], files: readonly TextFile[], mapping?: unknown): Recognised {
  const asked = speaksOfColumns(mapping) ? readers.filter(({ takesColumns }) => takesColumns === true) : readers
  if (files.length === 0) throw new NotRecognisedError('There is no file to read.')
  const document = files.find(isDocument)
  if (document)
    throw new NotRecognisedError(
      `${document.name} was exported by Entente, with all of its records. Bring it in alone, by "entente load".`,
    )
  const { best, spoilt } = ask(files, asked, mapping)
  if (best && (best.recognition.sure >= SURE || spoilt === null)) return best
  if (spoilt !== null) throw spoilt
  throw new NotRecognisedError(files.length === 1 ? unknown(files[0], readers) : mixed(files, readers))
}

function ask(
  files: readonly TextFile[],
  readers: readonly Reader[],
  mapping?: unknown,
): { readonly best: Recognised | null; readonly spoilt: SpoiltFileError | null } {
  let best: Recognised | null = null
  let spoilt: SpoiltFileError | null = null
  for (const reader of readers) {
    try {
      const recognition = reader.recognise(files, mapping)
      if (recognition && recognition.sure > (best?.recognition.sure ?? 0)) best = { reader, recognition }
    } catch (error) {
      if (!(error instanceof SpoiltFileError)) throw error
      spoilt ??= error
    }
  }
  return { best, spoilt }
}

function unknown(file: TextFile | undefined, readers: readonly Reader[]): string {
  const name = file?.name ?? ''
  if (file?.sample.trim() === '') return `${name} is empty.`
  return `${name} is of no format that is read here: ${readers.map((reader) => reader.title).join('; ')}.`
}

/** What each of the files is by itself, so that somebody can sort them. */
function mixed(files: readonly TextFile[], readers: readonly Reader[]): string {
  const each = files.slice(0, 20).map((file) => {
    const { best, spoilt } = ask([file], readers)
    return `${file.name}: ${best ? best.reader.title : spoilt ? spoilt.says : 'no format that is read here'}`
  })
  return `The files do not belong together; import those of one format at a time. ${each.join('; ')}.`
}
