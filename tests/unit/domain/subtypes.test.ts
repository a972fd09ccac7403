import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { subtypeDefaults, SUBTYPES } from '../../../server/domain/subtypes.ts'
import { EVENT_KINDS, MARKS, type EventKind } from '../../../server/domain/words.ts'

const TABLE = new URL('../../../../shared/data/cameo/cameo_domain_map.csv', import.meta.url)

describe('subtypes', () => {
  it('hold strengths from 0 to 3 and marks of the list', () => {
    const all = EVENT_KINDS.flatMap((kind) => Object.values(SUBTYPES[kind]))
    expect(all.length).toBeGreaterThan(50)
    for (const { strength, mark } of all) {
      expect([0, 1, 2, 3]).toContain(strength)
      expect(MARKS).toContain(mark)
    }
  })

  it('give the curated defaults', () => {
    expect(subtypeDefaults('SUSPENSION', 'intelligence')).toEqual({ strength: 2, mark: 'YES' })
    expect(subtypeDefaults('CONDEMNATION', 'dissent')).toEqual({ strength: 2, mark: 'WEAK' })
    expect(subtypeDefaults('COOPERATION', 'joint_operation')).toEqual({ strength: 3, mark: 'NO' })
  })

  it('know no subtype of another kind, and nothing that every object has', () => {
    expect(subtypeDefaults('COOPERATION', 'sanctions')).toBeNull()
    expect(subtypeDefaults('COOPERATION', 'constructor')).toBeNull()
  })

  it.runIf(existsSync(TABLE))('give every coded subtype the strongest values of its done codes', () => {
    const rows = readFileSync(TABLE, 'utf8').trim().split('\n').slice(1).map(fields)
    const seen = new Map<string, typeof rows>()
    for (const row of rows)
      seen.set(`${row.kind} ${row.subtype}`, [...(seen.get(`${row.kind} ${row.subtype}`) ?? []), row])
    for (const [key, of] of seen) {
      const [kind, subtype] = key.split(' ') as [EventKind, string]
      if (['support', 'restoration'].includes(subtype) || key === 'NEUTRAL statement') continue
      const done = of.some((row) => row.stage === 'ACTUAL') ? of.filter((row) => row.stage === 'ACTUAL') : of
      const mark = MARKS[Math.max(...done.map((row) => MARKS.indexOf(row.mark)))]
      expect({ key, ...subtypeDefaults(kind, subtype) }).toEqual({
        key,
        strength: Math.max(...done.map((row) => row.strength)),
        mark,
      })
    }
  })
})

/** The columns that matter, counted from the right, because names may hold commas within quotes. */
function fields(line: string) {
  const cells = [...line.matchAll(/("([^"]|"")*"|[^,]*)(,|$)/g)].map((match) => match[1] as string)
  return {
    kind: cells[6] as string,
    subtype: cells[7] as string,
    stage: cells[8] as string,
    strength: Number(cells[9]),
    mark: cells[10]?.toUpperCase() as (typeof MARKS)[number],
  }
}
