/** A few rows in each format, made up, with the oddities of the real ones. */
export const NAMED = [
  'Ursula Berg\tMake statement\tForeign Affairs (Norland)\t2014-03-05',
  'Member of Legislative (Govt) (Norland)\tConsult\tHans "Hasi" Maier\t2014-03-05',
  'Găgăuzia\u{a0}\tArrest, detain, or charge with legal action\tIllegal Immigrant (Xinjiang\u{a0}Uyghur)\t2014-12-31',
]

const RAW_HEADER =
  'Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget Name\tTarget Sectors\tTarget Country\tStory ID\tSentence Number\tPublisher\tCity\tDistrict\tProvince\tCountry\tLatitude\tLongitude'

export const RAW = [
  RAW_HEADER,
  '101\t2018-06-01\tForeign Affairs (Norland)\tExecutive,Army Mechanized (Ships, Tanks, Planes),Government\tNorland\tConsult\t040\t1\tNA\tNA\tNA\t4711\t2\tThe Daily\tOslo\tNA\tNA\tNorland\t59.9\t10.7',
  '102\t2018-06-01\tSudland\tNA\tSudland\tHost a visit\t043\t2.8\tNorland\tNA\tNorland\t4711\t3\tNA\tOslo\tNA\tNA\tNorland\t59.9\t10.7',
  '103\t2018-06-02\tSudland\tNA\tSudland\tUse unconventional violence\t180\t-9\tNorland\tNA\tNorland\t4712\t1\tThe Daily\tNA\tNA\tNA\tNA\tNA\tNA',
]

export function gdeltRow(id: number, changes: Readonly<Record<number, string>> = {}): string {
  const cells = [
    [String(id), '20191024', '201910', '2019', '2019.8055'],
    ['GBRGOV', 'BRITISH', 'GBR', '', '', '', '', 'GOV', '', ''],
    ['IGOEUREEC', 'THE EU', 'EUR', 'EEC', '', '', '', 'IGO', '', ''],
    ['1', '043', '043', '04', '1', '2.8', '2', '1', '2', '-1.5'],
    ['4', 'London, United Kingdom', 'UK', 'UKH9', '40110', '51.5', '-0.1', '-2601889'],
    ['0', '', '', '', '', '', '', ''],
    ['4', 'London, United Kingdom', 'UK', 'UKH9', '40110', '51.5', '-0.1', '-2601889'],
    ['20191024143000', 'https://www.example.org/news/a-visit'],
  ].flat()
  return cells.map((cell, at) => changes[at + 1] ?? cell).join('\t')
}

export const GDELT = [
  gdeltRow(881990001),
  gdeltRow(881990002, { 6: '', 7: '', 8: '', 13: '', 27: '0211', 28: '021', 29: '02' }),
  gdeltRow(881990003, { 2: '20181024', 6: 'alg', 7: 'ALGONQUIAN', 8: '', 13: '', 61: 'BBC Monitoring' }),
]

/** The files of an id benchmark by name; times in hours. */
export const IDS: Readonly<Record<string, readonly string[]>> = {
  'entity2id.txt': ['Ursula_Berg\t0', 'Norland\t1', 'Foreign_Affairs_(Norland)\t2'],
  'relation2id.txt': ['Make_statement\t0', 'Consult\t1'],
  'train.txt': ['0\t0\t2\t0\t-1', '2   \t1    \t1  \t24\t0', '1 1 0 8736'],
}

export const ATOP = [
  'atopid,member,yrent,moent,dayent,yrexit,moexit,dayexit,ineffect,phase,defense,offense,neutral,nonagg,consul',
  '7,901,1949,4,4,0,0,0,1,1,1,0,0,0,1',
  '7,902,1952,2,18,1966,7,0,0,1,1,0,0,0,1',
  '8,901,1815,1,3,1815,2,8,0,1,1,0,0,1,1',
  '8,903,1815,1,3,1815,2,8,0,1,1,0,0,1,1',
]

export const ATOP_STATES = ['StateAbb,CCode,StateNme', 'NOR,901,Norland', 'SUD,902,Sudland', 'WES,903,Westland']

export function text(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`
}

/** The rows with one cell changed in each but those at the beginning that stay. */
export function changed(
  lines: readonly string[],
  column: number,
  change: (cell: string) => string,
  from = 0,
): string[] {
  return lines.map((line, at) =>
    at < from
      ? line
      : line
          .split('\t')
          .map((cell, each) => (each === column ? change(cell) : cell))
          .join('\t'),
  )
}
