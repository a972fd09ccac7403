import { createWriteStream, readFileSync } from 'node:fs'
import { once } from 'node:events'
import { formatDay, parseDay } from '../../server/domain/days.ts'
import { REAL_FILE } from './stores.ts'

const DAYS_A_COPY = 30
const ROWS_A_WRITE = 10_000

/** The published rows, again and again, each copy 30 days before the one before, so many of them, as tab-separated text. */
export async function writeRows(file: string, many: number): Promise<void> {
  const rows = readFileSync(REAL_FILE, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t'))
  const out = createWriteStream(file)
  for (let from = 0; from < many; from += ROWS_A_WRITE) {
    const until = Math.min(many, from + ROWS_A_WRITE)
    let text = ''
    for (let n = from; n < until; n++) text += `${rowOf(rows, n).join('\t')}\n`
    if (!out.write(text)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
}

function rowOf(rows: readonly (readonly string[])[], n: number): string[] {
  const [actor = '', type = '', target = '', date = ''] = rows[n % rows.length] ?? []
  const day = (parseDay(date) ?? 0) - Math.floor(n / rows.length) * DAYS_A_COPY
  return [actor, type, target, formatDay(day)]
}
