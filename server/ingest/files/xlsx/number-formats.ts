import { elementsOf, type OpenPart } from './parts.ts'

/** Formats of days that every workbook has without saying it: those with a day in them. */
const BUILT_IN: ReadonlySet<number> = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
])
/** What stands in a format as it is: in quotation marks, in brackets, behind a backslash. */
const LITERAL = /"[^"]*"|\[[^\]]*\]|\\./g

/** Which of the styles of a workbook show numbers as days, by their place. */
export async function readDayStyles(open: OpenPart): Promise<readonly boolean[]> {
  const own = new Map<number, boolean>()
  const styles: boolean[] = []
  let isOfCells = false
  for await (const { name, attributes } of elementsOf(open, 'xl/styles.xml')) {
    if (name === 'numFmt') own.set(Number(attributes.numFmtId), showsDay(attributes.formatCode ?? ''))
    // Those of cells come after those of named styles, and before others.
    else if (name === 'cellXfs' || name === 'cellStyleXfs' || name === 'cellStyles') isOfCells = name === 'cellXfs'
    else if (name === 'xf' && isOfCells) {
      const id = Number(attributes.numFmtId ?? 0)
      styles.push(own.get(id) ?? BUILT_IN.has(id))
    }
  }
  return styles
}

function showsDay(format: string): boolean {
  const [positive = ''] = format.replaceAll(LITERAL, '').split(';')
  return /[yd]/i.test(positive)
}
