import { zip, type Packed } from './zip.ts'

/** A sheet as the rows of its XML. */
export interface SheetXml {
  readonly name: string
  readonly rows: string
}

const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet'

/** A workbook of which cells point to the texts given. Its styles: 0 plain, 1 a built-in day, 2 a day of its own, 3 a share. */
export function workbook(sheets: readonly SheetXml[], strings: readonly string[] = [], settings = ''): Buffer {
  const list = sheets.map(({ name }, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')
  const links = sheets.map((_, at) => `<Relationship Id="rId${at + 1}" Type="${TYPE}" Target="worksheets/s${at}.xml"/>`)
  return zip([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'xl/workbook.xml', content: `<workbook xmlns:r="r">${settings}<sheets>${list}</sheets></workbook>` },
    { name: 'xl/_rels/workbook.xml.rels', content: `<Relationships>${links.join('')}</Relationships>` },
    { name: 'xl/sharedStrings.xml', content: `<sst>${strings.map((text) => `<si>${text}</si>`).join('')}</sst>` },
    {
      name: 'xl/styles.xml',
      content:
        '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\\ mmm\\ yyyy"/><numFmt numFmtId="165" formatCode="0.0&quot;day&quot;"/></numFmts>' +
        '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>',
    },
    ...sheets.map(({ rows }, at): Packed => ({
      name: `xl/worksheets/s${at}.xml`,
      content: `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
    })),
  ])
}

/** A row whose cells are texts of their own. */
export function textRow(number: number, cells: readonly string[]): string {
  return `<row r="${number}">${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`
}
