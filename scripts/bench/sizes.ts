const UNITS: Readonly<Record<string, number>> = { '': 1, k: 1_000, m: 1_000_000 }

/** Numbers of events such as `10k,5m`, ascending. @throws Error where one is none. */
export function toSizes(text: string): number[] {
  return text
    .split(',')
    .map((each) => {
      const [, digits = '', unit = ''] = /^(\d+)([km]?)$/i.exec(each.trim()) ?? []
      const events = Number(digits) * (UNITS[unit.toLowerCase()] ?? 0)
      if (events < 1) throw new Error(`${JSON.stringify(each)} is no number of events: 10k, 470k or 5m are.`)
      return events
    })
    .toSorted((a, b) => a - b)
}
