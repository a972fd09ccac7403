import { SpoiltFileError, type TextFile } from '../../rows/reader.ts'
import { PIECE } from '../byte-source.ts'
import { tabLine } from '../tab-line.ts'
import { xmlEvents, type XmlEvent } from '../xml.ts'
import { cellText, type CellWords } from './cell-text.ts'

const MOST_ROWS = 1_048_576
const MOST_COLUMNS = 2_000
/** Of a sheet, as text. Cells may point to one text again and again, so that little unpacks to much. */
const MOST_CHARACTERS = 2_000_000_000
/** Rows that tell how wide the table is: a sheet leaves out empty cells at the end of a row. */
const LOOKED_AT = 50
const NOT_EMPTY = /\S/

/**
 * The rows of a sheet as lines of text between tabs, in pieces; the number of a line is that of its row. Cells with quotation marks stand
 * in such, with ends of lines as spaces.
 * @throws SpoiltFileError
 */
export async function* sheetLines(
  sheet: TextFile,
  name: string,
  words: CellWords,
  signal?: AbortSignal,
): AsyncGenerator<string, void> {
  const reading = new SheetReading(name, words)
  let first: readonly (readonly string[])[] | null = []
  let width = 0
  for await (const events of xmlEvents(sheet.text(signal), name)) {
    const rows = reading.push(events)
    if (first === null) {
      yield* reading.lines(rows, width)
      continue
    }
    first = [...first, ...rows]
    if (first.length < LOOKED_AT) continue
    width = widest(first.slice(0, LOOKED_AT))
    yield* reading.lines(first, width)
    first = null
  }
  if (first !== null) yield* reading.lines(first, widest(first))
}

function widest(rows: readonly (readonly string[])[]): number {
  return Math.max(0, ...rows.map((row) => row.findLastIndex((cell) => NOT_EMPTY.test(cell)) + 1))
}

function toLine(row: readonly string[], width: number): string {
  const filled = row.findLastIndex((cell) => NOT_EMPTY.test(cell)) + 1
  if (filled === 0) return ''
  return tabLine(Array.from({ length: Math.max(width, filled) }, (_, at) => row[at] ?? ''))
}

class SheetReading {
  readonly #name: string
  readonly #words: CellWords
  #last = 0
  #row: string[] | null = null
  #column = -1
  #type = 'n'
  #style = 0
  #text = ''
  #isText = false
  #isPhonetic = false
  #characters = 0

  constructor(name: string, words: CellWords) {
    this.#name = name
    this.#words = words
  }

  /** Whole rows; empty ones stand for those that the sheet leaves out. */
  push(events: readonly XmlEvent[]): readonly (readonly string[])[] {
    const rows: (readonly string[])[] = []
    for (const event of events) {
      if (event.type === 'text') {
        if (this.#isText && !this.#isPhonetic) this.#text += event.text
      } else if (event.type === 'open') this.#open(event, rows)
      else this.#close(event.name, rows)
    }
    return rows
  }

  #open({ name, attributes }: Extract<XmlEvent, { type: 'open' }>, rows: (readonly string[])[]): void {
    if (name === 'row') {
      const number = attributes.r === undefined ? this.#last + 1 : Number(attributes.r)
      if (!Number.isInteger(number) || number <= this.#last || number > MOST_ROWS)
        throw this.#spoilt('Its rows are not in order')
      while (this.#last < number - 1) {
        rows.push([])
        this.#last++
      }
      this.#row = []
      this.#column = -1
    } else if (name === 'c') {
      this.#column = attributes.r === undefined ? this.#column + 1 : columnOf(attributes.r)
      if (this.#column < 0 || this.#column >= MOST_COLUMNS) throw this.#tooWide()
      this.#type = attributes.t ?? 'n'
      this.#style = Number(attributes.s ?? 0)
      this.#text = ''
    } else if (name === 'v' || name === 't') this.#isText = true
    else if (name === 'rPh') this.#isPhonetic = true
  }

  #close(name: string, rows: (readonly string[])[]): void {
    if (name === 'v' || name === 't') this.#isText = false
    else if (name === 'rPh') this.#isPhonetic = false
    else if (name === 'c' && this.#row) {
      const text = cellText({ type: this.#type, style: this.#style, text: this.#text }, this.#words)
      if (text === null) throw this.#spoilt('A cell points to a text that is not there')
      while (this.#row.length < this.#column) this.#row.push('')
      this.#row[this.#column] = text
    } else if (name === 'row' && this.#row) {
      rows.push(this.#row)
      this.#last++
      this.#row = null
    }
  }

  /** Rows as text, in pieces. @throws SpoiltFileError where it is too much by now */
  *lines(rows: readonly (readonly string[])[], width: number): Generator<string, void> {
    let text = ''
    for (const row of rows) {
      text += `${toLine(row, width)}\n`
      if (text.length < PIECE) continue
      yield this.#count(text)
      text = ''
    }
    if (text !== '') yield this.#count(text)
  }

  #count(text: string): string {
    this.#characters += text.length
    if (this.#characters > MOST_CHARACTERS)
      throw new SpoiltFileError(this.#name, this.#last, 'It holds more text than is read from a sheet. Save it as CSV.')
    return text
  }

  #tooWide(): SpoiltFileError {
    const says = `A cell stands in no column from A to the ${MOST_COLUMNS.toLocaleString('en')}th, which are read.`
    return new SpoiltFileError(this.#name, this.#last + 1, says)
  }

  #spoilt(what: string): SpoiltFileError {
    return new SpoiltFileError(
      this.#name,
      this.#last + 1,
      `${what}: the workbook is damaged. Save it again, or as CSV.`,
    )
  }
}

/** From 0, of a place such as `AB12`; -1: it is none. */
function columnOf(place: string): number {
  const letters = /^([A-Z]{1,3})\d*$/.exec(place)?.[1] ?? ''
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}
