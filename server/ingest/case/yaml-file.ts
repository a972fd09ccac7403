import { LineCounter, parseDocument, Scalar, visit, type Document, type Node, type YAMLError } from 'yaml'
import type { Place, Problems } from './problem.ts'

/** A file of a case as YAML whose nodes know their place. */
export interface YamlFile {
  readonly name: string
  /** Null where the file is empty. */
  readonly root: Node | null
  /** Where a node begins; the begin of the file where it is not known. */
  placeOf(node: unknown): Place
  /** As written between the first and the last character of a node. */
  textOf(node: Node): string
}

/** Returns null where the text is no YAML; the problem has been told. A key that stands twice is told and the rest is read. */
export function parseYaml(name: string, written: string, problems: Problems): YamlFile | null {
  const lineCounter = new LineCounter()
  const text = written.startsWith('\u{feff}') ? written.slice(1) : written
  if (isTooDeep(text)) {
    const says = 'Lists and fields stand in one another too deeply to be read. Write each as in the other cases.'
    problems.add({ file: name, line: 1, column: 1 }, says)
    return null
  }
  const document: Document = parseDocument(text, { lineCounter, prettyErrors: false, stringKeys: true, merge: false })
  const placeAt = (offset: number): Place => {
    const { line, col } = lineCounter.linePos(offset)
    return { file: name, line: Math.max(1, line), column: Math.max(1, col) }
  }
  const repeated = document.errors.filter(({ code }) => code === 'DUPLICATE_KEY')
  for (const error of repeated) problems.add(placeAt(error.pos[0]), 'This key stands twice. Keep one of the two.')
  const broken = document.errors.find(({ code }) => code !== 'DUPLICATE_KEY')
  if (broken) {
    const tab = tabBefore(text, broken.pos[0])
    if (tab !== null) problems.add(placeAt(tab), syntaxWords('TAB_AS_INDENT', 'a line begins with a tab'))
    else problems.add(placeAt(beginOf(broken, document)), syntaxWords(broken.code, broken.message))
    return null
  }
  for (const warning of document.warnings) {
    problems.add(placeAt(warning.pos[0]), `${warning.message}. Write the value without a tag.`)
  }
  return {
    name,
    root: document.contents,
    placeOf: (node) => placeAt((node as Node | null)?.range?.[0] ?? 0),
    textOf: (node) => (node.range ? text.slice(node.range[0], node.range[1]) : ''),
  }
}

/** The reader of YAML takes seconds over what is nested thousands of times; a case nests four times. */
function isTooDeep(text: string): boolean {
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (sign === '[' || sign === '{') depth++
    else if ((sign === ']' || sign === '}') && depth > 0) depth--
    if (depth > 500) return true
  }
  return /(?:[-?:][ \t]+){50}/.test(text)
}

const HINTS: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'Indent with spaces.',
  BLOCK_AS_IMPLICIT_KEY: 'Put text that holds ": " in quotation marks, or correct the indentation.',
  MULTIPLE_DOCS: 'Take the line --- away: a file is one document.',
  MULTIPLE_ANCHORS: 'Take the anchors away.',
}

function syntaxWords(code: string, message: string): string {
  const reason = code === 'MULTIPLE_DOCS' ? 'it holds several documents' : message.replace(/\.$/, '')
  const hint = HINTS[code] ?? 'Look at the indentation, the quotation marks and the brackets here and just above.'
  return `This is not YAML as a case needs it: ${reason}. ${hint} The rest of this file is checked after that.`
}

/** Where the tab stands that indents the line of an offset; null where none does. */
function tabBefore(text: string, offset: number): number | null {
  const begin = text.lastIndexOf('\n', offset - 1) + 1
  const indent = /^ *\t/.exec(text.slice(begin, begin + 200))
  return indent ? begin + indent[0].length - 1 : null
}

/** An open quotation mark is told at the end of the file; what has to be corrected is where it stands. */
function beginOf(error: YAMLError, document: Document): number {
  let begin = error.pos[0]
  if (error.code === 'MISSING_CHAR') {
    visit(document, {
      Scalar(_, { type, range }) {
        const isQuoted = type === Scalar.QUOTE_DOUBLE || type === Scalar.QUOTE_SINGLE
        if (isQuoted && range && range[0] < error.pos[0] && error.pos[0] <= range[1]) begin = range[0]
      },
    })
  }
  return begin
}
