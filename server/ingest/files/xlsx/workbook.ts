import { posix } from 'node:path'
import { elementsOf, type OpenPart } from './parts.ts'

export interface WorkbookSheet {
  readonly name: string
  /** Its path in the archive. */
  readonly part: string
}

export interface Workbook {
  readonly sheets: readonly WorkbookSheet[]
  /** Whether its days are counted from 1904. */
  readonly is1904: boolean
}

const LONGEST_NAME = 100

/** The sheets of a workbook, in its order; without charts and macros. */
export async function readWorkbook(open: OpenPart): Promise<Workbook> {
  const paths = new Map<string, string>()
  for await (const { name, attributes } of elementsOf(open, 'xl/_rels/workbook.xml.rels'))
    if (name === 'Relationship' && attributes.Type?.endsWith('/worksheet') === true)
      paths.set(attributes.Id ?? '', pathOf(attributes.Target ?? ''))
  const sheets: WorkbookSheet[] = []
  let is1904 = false
  for await (const { name, attributes } of elementsOf(open, 'xl/workbook.xml')) {
    if (name === 'workbookPr') is1904 = attributes.date1904 === '1' || attributes.date1904 === 'true'
    const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1]
    const part = name === 'sheet' && id !== undefined ? paths.get(id) : undefined
    if (part !== undefined) sheets.push({ name: shown(attributes.name ?? ''), part })
  }
  return { sheets, is1904 }
}

/** Paths are relative to the folder xl, or begin at the archive's root. */
function pathOf(target: string): string {
  return target.startsWith('/') ? target.slice(1) : posix.normalize(posix.join('xl', target))
}

function shown(name: string): string {
  return name.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '?').slice(0, LONGEST_NAME)
}
