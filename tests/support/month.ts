import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

const ACTS = [
  'Make statement',
  'Consult',
  'Make a visit',
  'Host a visit',
  'Criticize or denounce',
  'Express intent to cooperate',
]
const PEOPLE = [
  'Angela Merkel',
  'Police (Germany)',
  'France',
  'Citizen (Nigeria)',
  'Volker Türk',
  'Japan',
  'Kim Jong-Un',
]

/** Rows of event data as the ICEWS benchmarks write them; the same for the same numbers. Some are set aside, some repeat, some are meetings. */
export function monthRows(rows: number, from = 0): string[] {
  return Array.from({ length: rows }, (_, n) => {
    const at = from + n
    const actor = PEOPLE[at % PEOPLE.length] as string
    const target = PEOPLE[(at * 3 + Math.floor(at / 11)) % PEOPLE.length] as string
    const day = `2018-09-${String((Math.floor(at / 40) % 30) + 1).padStart(2, '0')}`
    return [actor, ACTS[(at * 5) % ACTS.length], target, day].join('\t')
  })
}

/** Writes them, or what they have become, into a file. @returns its path. */
export function writeMonth(folder: string, name: string, rows: readonly string[]): string {
  const path = join(folder, name)
  writeFileSync(path, `${rows.join('\n')}\n`)
  return path
}
