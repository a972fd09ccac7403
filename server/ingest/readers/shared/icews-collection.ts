/** The collection that rows of a benchmark suggest, by the years of their days. */
export function icewsCollection(years: readonly number[]): { readonly id: string; readonly title: string } {
  const first = Math.min(...years)
  const last = Math.max(...years)
  if (years.length === 0) return { id: 'icews', title: 'ICEWS' }
  if (first === last && (first === 2014 || first === 2018))
    return { id: `icews${first % 100}`, title: `ICEWS${first % 100}` }
  if (first === last) return { id: `icews-${first}`, title: `ICEWS ${first}` }
  if (first >= 2005 && last <= 2015) return { id: 'icews05-15', title: 'ICEWS05-15' }
  return { id: 'icews', title: 'ICEWS' }
}
