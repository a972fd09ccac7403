import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { growthPlot } from './bench/growth-plot.ts'
import type { Part } from './bench/part.ts'
import { columns } from './bench/parts/columns.ts'
import { imports } from './bench/parts/imports.ts'
import { layer } from './bench/parts/layer.ts'
import { questions } from './bench/parts/questions.ts'
import { sqlite } from './bench/parts/sqlite.ts'
import { toMarkdown, withPart, type Growth } from './bench/report.ts'
import { toSizes } from './bench/sizes.ts'
import { EVENTS_ARE } from './bench/stores.ts'
import { ROOT } from './stale.ts'

/**
 * `npm run bench -- [--sizes 10k,100k,470k,5m] [--rounds 15] [--only <part>]`: makes stores in a temporary folder, measures each part
 * beside its reference, and writes the tables and the plot of docs/benchmarks.md. With `--only`, other tables stay as they are.
 */
const PARTS: Readonly<Record<string, Part>> = { questions, layer, sqlite, columns, imports }
const DOCUMENT = join(ROOT, 'docs/benchmarks.md')
const PLOT = join(ROOT, 'docs/images/benchmarks.svg')

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10k,100k,470k' },
    rounds: { type: 'string', default: '15' },
    only: { type: 'string' },
  },
})
const { only } = values
if (only !== undefined && !Object.hasOwn(PARTS, only)) {
  console.error(`Parts are: ${Object.keys(PARTS).join(', ')}.`)
  process.exit(2)
}
const folder = mkdtempSync(join(tmpdir(), 'entente-bench-'))
const setting = {
  sizes: toSizes(values.sizes),
  rounds: Number(values.rounds),
  folder,
  say: (line: string) => console.error(line),
}
try {
  const growth: Growth[] = []
  for (const [name, part] of Object.entries(PARTS)) {
    if (only !== undefined && name !== only) continue
    const section = await part(setting)
    growth.push(...(section.growth ?? []))
    const text = `${toMarkdown(section)}\n\n${measured()}`
    // At once: what comes after may fail.
    writeFileSync(
      DOCUMENT,
      withPart(existsSync(DOCUMENT) ? readFileSync(DOCUMENT, 'utf8') : '# Benchmarks\n', name, text),
    )
    console.log(`${text}\n`)
  }
  // A plot of one part alone would take the others' lines away.
  if (only === undefined) writeFileSync(PLOT, growthPlot(growth))
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function measured(): string {
  const day = new Date().toISOString().slice(0, 10)
  return `${EVENTS_ARE} Measured on ${day}, ${cpus().length} cores, Node ${process.versions.node}, ${setting.rounds} rounds.`
}
