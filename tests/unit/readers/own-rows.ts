import { textRow } from './workbook.ts'

/** A small table of somebody's own, made up, with cells in quotation marks and one over two lines. */
export const OWN = [
  'Day,Who,To whom,What,Note,Id',
  '13/01/2020,Norland,Sudland,Sanctions,"a, b",n-1',
  '14/01/2020,"Berg, Ursula",Norland,State visit,"two',
  'lines",n-2',
  '15/01/2020,Sudland,Norland,Talks,"he said ""no""",n-3',
]

/** The same as rows of a sheet. */
export const OWN_SHEET = OWN.slice(0, 2)
  .map((line, at) => textRow(at + 1, line.replace('"a, b"', 'a').split(',')))
  .join('')

export const OWN_MAPPING = {
  columns: { date: 'Day', actor: 'Who', target: 'To whom', act: 'What', summary: 'Note', id: 'Id' },
  dates: 'day-month-year',
  acts: { Sanctions: 'SUSPENSION sanctions', 'State visit': 'COOPERATION contact', Talks: 'COOPERATION negotiation' },
}
