/** Files that are imported together, by the flags that they need. */
export interface Step {
  readonly title: string
  readonly files: readonly string[]
  readonly mapping?: string
}

const IDS = ['entity2id', 'relation2id', 'train', 'valid', 'test']

/** Steps of a set go into one store, one after the other. */
export const SETS: readonly (readonly Step[])[] = [
  [{ title: 'ICEWS18, September 2018', files: ['icews18/icews18_sep_named.tsv'] }],
  [
    { title: 'ICEWS14, named', files: ['icews14/icews14_named.tsv'] },
    {
      title: 'ICEWS14 by ids, after it',
      files: IDS.map((name) => `icews14/${name}.txt`),
      mapping: 'start: 2014-01-01\n',
    },
    {
      title: "MMKB's sample of ICEWS14, after both",
      files: ['icews14/mmkb/icews_2014_test.txt', 'icews14/mmkb/icews_2014_valid.txt'],
    },
  ],
  [
    {
      title: 'ICEWS14 by ids',
      files: IDS.map((name) => `icews14/${name}.txt`),
      mapping: 'start: 2014-01-01\n',
    },
  ],
  [{ title: 'ICEWS records of 2018-06-01', files: ['icews-raw/events.2018-06-01.tab'] }],
  [{ title: 'GDELT export of 2019-10-24 14:30 UTC', files: ['gdelt/20191024143000.export.CSV'] }],
  [{ title: 'ATOP, member level', files: ['atop/atop-member-level.csv', 'atop/COW-country-codes.csv'] }],
]
