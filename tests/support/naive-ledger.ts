import { readFileSync } from 'node:fs'

/**
 * A ledger of who distanced themselves from whom, straight from the benchmark file and the code table, in the shortest code that does
 * it. It shares nothing with the product but these two files: rows are compared with each other by what their actors are called.
 */
export interface NaiveLedger {
  readonly rows: number
  /** Rows that name somebody unspecified. */
  readonly unspecified: number
  readonly events: number
  readonly episodes: number
  readonly pairs: number
  /** `actor | target | subtype | events | first | last`, sorted. */
  readonly lines: readonly string[]
}

interface Act {
  readonly actor: string
  readonly target: string
  readonly subtype: string
  readonly day: string
}

const DAY = 86_400_000

/** Whom surface names stand for. */
export interface NaiveNames {
  readonly nameOf: (surface: string) => string
  readonly isNobody: (surface: string) => boolean
}

const AS_WRITTEN: NaiveNames = {
  nameOf: (surface) => surface,
  isNobody: (surface) => /Unspecified Actor|Unidentified State Actor/.test(surface),
}

/** @param since and `until`: `2018-09-01`, both inclusive @param toward somebody's name; null: everybody */
export function naiveLedger(
  file: string,
  table: string,
  [since, until]: readonly [string, string],
  toward: string | null,
  { nameOf, isNobody }: NaiveNames = AS_WRITTEN,
): NaiveLedger {
  const strict = new Map<string, string>()
  for (const line of readFileSync(table, 'utf8').split('\n').slice(1)) {
    const [, , name, , , , kind, subtype, stage, , mark] = cells(line)
    if (kind === 'SUSPENSION' && stage === 'ACTUAL' && mark === 'yes') {
      strict.set(name?.toLowerCase() ?? '', subtype ?? '')
    }
  }
  const all = readFileSync(file, 'utf8').trimEnd().split('\n')
  const named = all.filter((line) => !line.split('\t').some((cell, at) => at % 2 === 0 && isNobody(cell)))
  const acts: Act[] = []
  for (const line of named) {
    const [from = '', type = '', to = '', day = ''] = line.split('\t')
    const [actor, target] = [nameOf(from), nameOf(to)]
    const subtype = strict.get(type.toLowerCase())
    if (subtype === undefined || actor === target || day < since || day > until) continue
    if (toward === null || target === toward) acts.push({ actor, target, subtype, day })
  }
  const lines: string[] = []
  for (const run of runs(acts)) {
    const [first, last] = [run[0] as Act, run.at(-1) as Act]
    lines.push([first.actor, first.target, first.subtype, run.length, first.day, last.day].join(' | '))
  }
  return {
    rows: all.length,
    unspecified: all.length - named.length,
    events: acts.length,
    episodes: lines.length,
    pairs: new Set(acts.map(({ actor, target }) => `${actor}\t${target}`)).size,
    lines: lines.sort(),
  }
}

/** Acts alike, each at most 30 days after the one before it. */
function runs(acts: readonly Act[]): readonly Act[][] {
  const alike = Map.groupBy(acts, ({ actor, target, subtype }) => `${actor}\t${target}\t${subtype}`)
  return [...alike.values()].flatMap((list) => {
    const sorted = [...list].sort((a, b) => (a.day < b.day ? -1 : 1))
    const found: Act[][] = []
    for (const act of sorted) {
      const before = found.at(-1)?.at(-1)
      if (before && Date.parse(act.day) - Date.parse(before.day) <= 30 * DAY) found.at(-1)?.push(act)
      else found.push([act])
    }
    return found
  })
}

/** Cells of a line of CSV whose quoted cells hold commas, and no quotes or line ends. */
function cells(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')
}
