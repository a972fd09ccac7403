import { SpoiltFileError, type TextFile } from '../../rows/reader.ts'
import { SAMPLE } from '../text-file.ts'
import { splitLines } from '../split-lines.ts'
import type { CellWords } from './cell-text.ts'
import { readDayStyles } from './number-formats.ts'
import type { OpenPart } from './parts.ts'
import { readSharedStrings } from './shared-strings.ts'
import { sheetLines } from './sheet-lines.ts'
import { readWorkbook } from './workbook.ts'

export interface WorkbookFile {
  readonly name: string
  readonly path: string
  readonly bytes: number
}

/** The sheets of a workbook that hold anything, each a file of text between tabs. @throws SpoiltFileError */
export async function sheetFiles(file: WorkbookFile, open: OpenPart): Promise<readonly TextFile[]> {
  const { sheets, is1904 } = await readWorkbook(open)
  const words: CellWords = { strings: await readSharedStrings(open), dayStyles: await readDayStyles(open), is1904 }
  const files: TextFile[] = []
  for (const { name, part } of sheets) {
    const sheet = await open(part)
    if (!sheet) throw new SpoiltFileError(file.name, null, `Its sheet ${name} is not there: the workbook is damaged.`)
    const text = await sheetFile(file, name, sheet, words)
    if (text.sample.trim() !== '') files.push(text)
  }
  if (files.length === 0) throw new SpoiltFileError(file.name, null, 'It is a workbook without anything in it.')
  return files
}

async function sheetFile(file: WorkbookFile, sheet: string, part: TextFile, words: CellWords): Promise<TextFile> {
  const name = `${file.name}/${sheet}`
  const text = (signal?: AbortSignal): AsyncIterable<string> => sheetLines(part, name, words, signal)
  return {
    name,
    sheet,
    path: file.path,
    bytes: part.bytes,
    sample: await sampleOf(text()),
    notes: [`Read from the sheet ${sheet} of a workbook.`],
    text,
    lines: (signal) => splitLines(text(signal), () => 0),
  }
}

async function sampleOf(pieces: AsyncIterable<string>): Promise<string> {
  let sample = ''
  for await (const piece of pieces) {
    sample += piece
    if (sample.length >= SAMPLE) break
  }
  return sample.length <= SAMPLE ? sample : sample.slice(0, sample.lastIndexOf('\n', SAMPLE) + 1)
}
