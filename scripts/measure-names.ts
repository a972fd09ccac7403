import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { readCameoActor } from '../server/ingest/names/cameo-actor.ts'
import { createNames } from '../server/ingest/names/create-names.ts'
import type { KnownActor, Resolved } from '../server/ingest/names/names.ts'
import { resolveCountry } from '../server/ingest/names/resolve-name.ts'
import { STATES } from '../server/ingest/names/world.ts'
import type { Surface } from '../server/ingest/rows/row.ts'

/**
 * How well names are understood: `node scripts/measure-names.ts [folder]`. Reads the GDELT export and the raw ICEWS day under the folder
 * (../shared/data), asks who each name means, and compares with what the row's own code or country column says. Prints tables in
 * Markdown, which docs/names.md explains, and the commonest that are wrong.
 */
const folder = path.resolve(process.argv[2] ?? path.join(import.meta.dirname, '../../shared/data'))
const GDELT = path.join(folder, 'gdelt/20191024143000.export.CSV')
const ICEWS = path.join(folder, 'icews-raw/events.2018-06-01.tab')
const DICTIONARY = path.join(folder, 'entity-aliases/Phoenix.Countries.actors.txt')
const BENCHMARKS = ['icews14/icews14_named.tsv', 'icews18/icews18_sep_named.tsv'].map((file) => path.join(folder, file))
const names = createNames()

type Verdict = 'right' | 'wrong' | 'asked' | 'new'

class Tally {
  readonly uses = { right: 0, wrong: 0, asked: 0, new: 0 }
  readonly pairs = { right: 0, wrong: 0, asked: 0, new: 0 }
  readonly seen = new Map<string, { verdict: Verdict; uses: number; found: string }>()

  add(key: string, verdict: Verdict, found: string): void {
    this.uses[verdict]++
    const before = this.seen.get(key)
    if (before) before.uses++
    else {
      this.pairs[verdict]++
      this.seen.set(key, { verdict, uses: 1, found })
    }
  }

  print(title: string): void {
    const row = (label: string, counts: Record<Verdict, number>) => {
      const all = counts.right + counts.wrong + counts.asked + counts.new
      const cell = (count: number) => `${count} (${((100 * count) / all).toFixed(1)} %)`
      return `| ${title}, ${label} | ${all} | ${cell(counts.right)} | ${cell(counts.wrong)} | ${cell(counts.asked)} | ${cell(counts.new)} |`
    }
    console.log(row('uses', this.uses))
    console.log(row('different pairs', this.pairs))
  }

  list(verdict: Verdict, most: number): void {
    const found = [...this.seen].filter(([, one]) => one.verdict === verdict).sort(([, a], [, b]) => b.uses - a.uses)
    console.log(
      `${verdict}: ${found
        .slice(0, most)
        .map(([key, one]) => `${key} → ${one.found} (${one.uses})`)
        .join('; ')}`,
    )
  }
}

function measureGdelt(): void {
  const owners = new Tally()
  const roles = new Tally()
  const withCode = { known: 0, new: 0, asked: 0 }
  for (const cells of lines(GDELT)) {
    for (const [code, name] of [
      [cells[5], cells[6]],
      [cells[15], cells[16]],
    ]) {
      if (!code || !name) continue
      withCode[names.resolve({ ...alone(name), code: { system: 'CAMEO', text: code } }, 0).how]++
      const said = readCameoActor(code)
      const found = names.resolve(alone(name), 0)
      if (said.owner) owners.add(`${name} [${code}]`, judge(found, said.owner), found.actor.id)
      else if (said.role) {
        const same = found.actor.unspecified && found.how === 'known'
        roles.add(`${name} [${code}]`, found.how === 'known' ? (same ? 'right' : 'wrong') : found.how, found.actor.id)
      }
    }
  }
  owners.print('GDELT: names whose code has a country or organisation')
  roles.print('GDELT: names whose code is a role alone')
  console.log(`\nWith the code beside the name: ${JSON.stringify(withCode)}\n`)
  for (const verdict of ['wrong', 'asked', 'new'] as const) owners.list(verdict, 60)
  for (const verdict of ['wrong', 'new'] as const) roles.list(verdict, 40)
}

function measureIcews(): void {
  const all = new Tally()
  const owned = new Tally()
  for (const cells of lines(ICEWS).slice(1)) {
    for (const [name, country] of [
      [cells[2], cells[4]],
      [cells[8], cells[10]],
    ]) {
      const state = name && country && country !== 'NA' ? resolveCountry(country) : null
      if (!name || !state) {
        if (country && country !== 'NA' && !state) console.log(`no country: ${country}`)
        continue
      }
      const found = names.resolve(alone(name), 0)
      all.add(`${name} [${country}]`, judge(found, state), found.actor.id)
      if (name.includes('(')) owned.add(`${name} [${country}]`, judge(found, state), found.actor.id)
    }
  }
  console.log('')
  all.print('ICEWS raw: all names with a country')
  owned.print('ICEWS raw: names with parentheses')
  for (const verdict of ['wrong', 'asked', 'new'] as const) all.list(verdict, 60)
}

function measureBenchmarks(): void {
  const how = new Map<string, number>()
  const kinds = new Map<string, number>()
  const unknown = new Map<string, number>()
  for (const file of BENCHMARKS.filter((one) => existsSync(one))) {
    for (const cells of lines(file)) {
      for (const name of [cells[0], cells[2]]) {
        if (!name) continue
        const found = names.resolve(alone(name), 0)
        const key = found.actor.unspecified ? 'unspecified' : found.how
        how.set(key, (how.get(key) ?? 0) + 1)
        if (found.how !== 'new') continue
        kinds.set(found.actor.kind, (kinds.get(found.actor.kind) ?? 0) + 1)
        if (name.includes('(')) unknown.set(name, (unknown.get(name) ?? 0) + 1)
      }
    }
  }
  console.log(
    `\nICEWS14 and ICEWS18: ${JSON.stringify(Object.fromEntries(how))}, new by kind ${JSON.stringify(Object.fromEntries(kinds))}`,
  )
  const most = [...unknown].sort(([, a], [, b]) => b - a).slice(0, 40)
  console.log(`with parentheses and new: ${most.map(([name, uses]) => `${name} (${uses})`).join('; ')}`)
}

/** Whether a role is of the state, against whether the row's sectors say Government. */
function measureSectors(): void {
  const counts = { agree: 0, differ: 0 }
  const differing = new Set<string>()
  for (const cells of lines(ICEWS).slice(1)) {
    for (const [name, sectors] of [
      [cells[2], cells[3]],
      [cells[8], cells[9]],
    ]) {
      if (!name?.endsWith(')') || !sectors || sectors === 'NA') continue
      const { actor } = names.resolve(alone(name), 0)
      if (actor.unspecified) continue
      const same =
        sectors.split(/,(?! )/).includes('Government') === actor.affiliations.some(({ type }) => type === 'PART_OF')
      counts[same ? 'agree' : 'differ']++
      if (!same) differing.add(name)
    }
  }
  console.log(
    `\nRoles that roll up, against sectors: ${JSON.stringify(counts)}, differing: ${[...differing].join('; ')}`,
  )
}

/** Names and other names of entries whose code is a state alone, in a dictionary that nothing here was made from. */
function measureDictionary(): void {
  const tally = new Tally()
  let entry: string[] = []
  for (const line of readFileSync(DICTIONARY, 'utf8').split('\n')) {
    const text = line.replace(/#.*/, '').trim()
    const other = /^\+(\S+)/.exec(text)?.[1]
    const main = /^([^[+\s]\S*)/.exec(text)?.[1]
    if (main) entry = [main]
    if (other) entry.push(other)
    const state = /\[([A-Z]{3})\]/.exec(text)?.[1]
    const expected = state === undefined ? null : resolveCountry(state)
    if (!expected) continue
    for (const name of entry.map((words) => words.replaceAll('_', ' ').trim())) {
      const found = names.resolve(alone(name), 0)
      tally.add(`${name} [${state}]`, judge(found, expected), found.actor.id)
    }
    entry = []
  }
  tally.print('Phoenix: names of states')
  for (const verdict of ['wrong', 'asked', 'new'] as const) tally.list(verdict, 40)
}

/** Right: the one, or part of or based in him. */
function judge(found: Resolved, expected: KnownActor): Verdict {
  if (found.how !== 'known') return found.how
  if (belongs(found.actor, expected)) return 'right'
  return found.actor.affiliations.length === 0 && !STATES.has(found.actor) && STATES.has(expected) ? 'new' : 'wrong'
}

function belongs(actor: KnownActor, expected: KnownActor): boolean {
  return actor.id === expected.id || actor.affiliations.some(({ to }) => belongs(to, expected))
}

function alone(name: string): Surface {
  return { name, country: null, code: null, sectors: [] }
}

function lines(file: string): readonly (readonly string[])[] {
  return readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .filter(Boolean)
    .map((line) => line.split('\t'))
}

for (const file of [GDELT, ICEWS, DICTIONARY]) {
  if (existsSync(file)) continue
  console.error(`There is no ${file}. Name the folder that holds gdelt, icews-raw and entity-aliases.`)
  process.exit(1)
}
console.log('| set | names | right | wrong | asked | new |\n| --- | ---: | ---: | ---: | ---: | ---: |')
measureGdelt()
measureIcews()
measureSectors()
measureDictionary()
measureBenchmarks()
