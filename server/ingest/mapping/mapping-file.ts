import { isMap, LineCounter, parseDocument } from 'yaml'
import { checkMapping } from './check-mapping.ts'
import { speaksOfColumns, type MappingProblem } from './mapping.ts'

/** Bytes of a mapping. */
const MOST_BYTES = 5_000_000
/** Deeper than any mapping; the reader of YAML takes seconds over thousands. */
const TOO_DEEP = /[[{][^\]}]{0,200}[[{][^\]}]{0,200}[[{][^\]}]{0,200}[[{]|(?:[-?:][ \t]+){20}/

/** A mapping that cannot be used. `says` is a plain sentence with file, line, what is wrong and what is allowed. */
export class MappingFileError extends Error {
  override readonly name = 'MappingFileError'
  readonly says: string
  constructor(says: string) {
    super(says)
    this.says = says
  }
}

/**
 * What a file of YAML or JSON says as a mapping. Settings of formats that have no columns are passed on as they are.
 * @throws MappingFileError
 */
export function readMappingText(text: string, file: string): unknown {
  if (Buffer.byteLength(text) > MOST_BYTES) throw new MappingFileError(`${file} has more than ${MOST_BYTES} bytes.`)
  if (TOO_DEEP.test(text)) throw new MappingFileError(`${file} is no mapping: it stands in itself too deeply.`)
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true, merge: false })
  const [broken] = [...document.errors, ...document.warnings]
  if (broken)
    throw new MappingFileError(
      `${file}:${lines.linePos(broken.pos[0]).line}: This is no YAML: ${sentence(broken.message)}`,
    )
  const given = toPlain(document, file)
  if (!speaksOfColumns(given)) return given
  const checked = checkMapping(given)
  if (!('problems' in checked)) return checked
  const told = checked.problems.map(({ path, says }) => `${file}:${lineOf(path)}: ${says}`)
  throw new MappingFileError(told.join('\n'))

  function lineOf(path: MappingProblem['path']): number {
    const { contents } = document
    let at: number | undefined = contents?.range?.[0]
    let node: unknown = contents
    for (const part of path) {
      const pair = isMap(node) ? node.items.find(({ key }) => String(key) === part) : undefined
      if (!pair) break
      at = (pair.key as { readonly range?: readonly number[] | null } | null)?.range?.[0] ?? at
      node = pair.value
    }
    return Math.max(1, lines.linePos(at ?? 0).line)
  }
}

function toPlain(document: ReturnType<typeof parseDocument>, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 })
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error
    throw new MappingFileError(`${file} is no mapping: take the anchors and aliases away.`)
  }
}

function sentence(message: string): string {
  return /[.!]$/.test(message) ? message : `${message}.`
}
