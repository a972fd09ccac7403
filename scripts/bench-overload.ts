import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { storeFile, toDataFolder } from '../server/config.ts'
import { openSqliteStore } from '../server/store/sqlite/sqlite-store.ts'
import { hubBatches } from './bench/hub.ts'
import type { Load, LoadTally } from './bench/load.ts'
import { ROOT } from './stale.ts'

/**
 * `npm run bench:overload [-- seconds]`: serves 50,000 made-up events from a file, finds how many requests a second are answered at
 * most, then asks three times as often (60 s unless told otherwise), and writes what came of it to docs/overload.md.
 */
const SECONDS = Number(process.argv[2] ?? 60)
const EVENTS = 5_000
const TIMES = 3
/** More than the gate takes: the rest must be refused, not kept. */
const CONNECTIONS = 500
/** Of the kernel's clock in a second. */
const TICKS = 100
const QUERY = `{
  distancing(level: ACTOR, first: 20) { sentence rows { sentence strength } total }
  ties(first: 50) { total items { actor { name } target { name } total net } }
  events(first: 20) { total nodes { id summary evidence { quote } } }
}`

const folder = mkdtempSync(join(tmpdir(), 'entente-overload-'))
try {
  const store = openSqliteStore(storeFile(toDataFolder(folder)))
  for (const batch of hubBatches(EVENTS, 5_000)) await store.apply(batch)
  await store.close()
  await bench()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function bench(): Promise<void> {
  const child = spawn(process.execPath, [join(ROOT, 'bin/entente.mjs'), 'serve', '--port', '0', '--data', folder], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  try {
    const address = await readyAddress()
    const asked = { address, query: QUERY, rate: null }
    await load({ ...asked, connections: 8, seconds: 5 })
    const rss: { [when: string]: number } = { 'when it was warm': rssMb() }
    const before = await peak(asked, cpu)
    rss['after the search for the peak'] = rssMb()
    const seen: number[] = []
    const health: number[] = []
    const looking = setInterval(() => {
      seen.push(rssMb())
      const began = performance.now()
      void fetch(`${address}/healthz`).then(() => health.push(performance.now() - began))
    }, 500)
    const rate = before.perSecond * TIMES
    const spent = cpu()
    const flood = await load({ ...asked, connections: CONNECTIONS, seconds: SECONDS, rate })
    const perCpuSecond = flood.answered / (cpu() - spent)
    clearInterval(looking)
    rss['at most during the overload'] = Math.max(...seen)
    await pause(30_000)
    rss['30 s after it'] = rssMb()
    const after = await peak(asked, cpu)
    rss['after another search for the peak'] = rssMb()
    const gate = (await (await fetch(`${address}/metrics`)).text()).match(/^entente_gate_.+$/gm) ?? []
    report({ before, after, rate, flood, perCpuSecond, rss, worstHealth: Math.round(Math.max(...health)), gate })
  } finally {
    child.kill('SIGTERM')
    await once(child, 'exit')
  }

  async function readyAddress(): Promise<string> {
    let said = ''
    for await (const part of child.stdout) {
      const [, address] = /^Entente is ready at (\S+)\n/m.exec((said += String(part))) ?? []
      if (address !== undefined) return address
    }
    throw new Error('entente serve ended.')
  }

  /** Seconds that the server has worked. */
  function cpu(): number {
    const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    return (Number(fields[11]) + Number(fields[12])) / TICKS
  }

  function rssMb(): number {
    const [, kb] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? []
    return Math.round(Number(kb) / 1024)
  }
}

/** Requests that were answered: in a second, and in a second of the server's CPU, which others on the machine do not take away. */
interface Peak {
  readonly perSecond: number
  readonly perCpuSecond: number
}

/** The most requests that were answered, however many asked at once. */
async function peak(asked: Pick<Load, 'address' | 'query' | 'rate'>, cpu: () => number): Promise<Peak> {
  const all: Peak[] = []
  for (const connections of [2, 8, 32]) {
    const began = cpu()
    const { answered, seconds, failed } = await load({ ...asked, connections, seconds: 10 })
    if (failed > 0) throw new Error(`${failed} requests failed, with ${connections} at once.`)
    all.push({ perSecond: answered / seconds, perCpuSecond: answered / (cpu() - began) })
  }
  return {
    perSecond: Math.max(...all.map((each) => each.perSecond)),
    perCpuSecond: Math.max(...all.map((each) => each.perCpuSecond)),
  }
}

/** In a process of its own, which shares no thread with anybody. */
async function load(asked: Load): Promise<LoadTally> {
  const child = spawn(process.execPath, [join(ROOT, 'scripts/bench/load.ts'), JSON.stringify(asked)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  for await (const part of child.stdout) said += String(part)
  return JSON.parse(said) as LoadTally
}

interface Result {
  readonly before: Peak
  readonly after: Peak
  readonly rate: number
  readonly flood: LoadTally
  /** Answered in a second of the server's CPU. */
  readonly perCpuSecond: number
  readonly rss: Readonly<Record<string, number>>
  readonly worstHealth: number
  readonly gate: readonly string[]
}

function report({ before, after, rate, flood, perCpuSecond, rss, worstHealth, gate }: Result): void {
  const admitted = flood.answered / flood.seconds
  const all = flood.answered + flood.refused + flood.failed
  const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`
  const rows: readonly (readonly [string, string])[] = [
    ['peak before, answers a second', before.perSecond.toFixed(1)],
    ['peak after', after.perSecond.toFixed(1)],
    ['asked, a second', rate.toFixed(1)],
    ['answered, a second', admitted.toFixed(1)],
    ['answered, of the mean of both peaks', percent(admitted, (before.perSecond + after.perSecond) / 2)],
    ["peak before, answers in a second of the server's CPU", before.perCpuSecond.toFixed(1)],
    ['peak after', after.perCpuSecond.toFixed(1)],
    ['answered in a second of CPU under the overload', perCpuSecond.toFixed(1)],
    ['of the mean of both peaks', percent(perCpuSecond, (before.perCpuSecond + after.perCpuSecond) / 2)],
    ['refused with 503', `${flood.refused} (${percent(flood.refused, all)})`],
    ['failed otherwise', String(flood.failed)],
    [`not sent, because all ${CONNECTIONS} connections waited`, String(flood.held)],
    ['an answer came after, half of them, ms', String(flood.p50)],
    ['99 % of them, ms', String(flood.p99)],
    ['a refusal came after, 99 %, ms', String(flood.refusedP99)],
    ['`/healthz` answered after, at most, ms', String(worstHealth)],
    ...Object.entries(rss).map(([when, mb]) => [`memory (RSS) ${when}, MB`, String(mb)] as const),
  ]
  const text = `# What happens when more is asked than can be answered

${EVENTS.toLocaleString('en')} events in a file, one server process; a question that reads all of them three times over (rows of distancing, ties, events). First as fast as 2, 8 and 32 clients can ask, for the peak; then ${TIMES} times as often as that for ${SECONDS} s, over at most ${CONNECTIONS} connections, from another process on the same machine (${cpus().length} cores, which others use too). Made by \`npm run bench:overload\`; how it works: [ADR 17](adr/0017-work-is-stopped-and-kept-within-capacity.md).

Where the two peaks differ much, the machine was busy with other work at one time more than at the other; then answers in a second of the server's own CPU say more than answers in a second.

| | |
| --- | ---: |
${rows.map(([what, value]) => `| ${what} | ${value} |`).join('\n')}

At the end the gate said:

\`\`\`
${gate.join('\n')}
\`\`\`
`
  process.stdout.write(text)
  if (SECONDS >= 60) writeFileSync(join(ROOT, 'docs/overload.md'), text)
}
