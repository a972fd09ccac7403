import { availableParallelism } from 'node:os'
import { readFileSync, writeFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { ATTACKS } from '../tests/graphql/attacks.ts'
import { fault, post, type Attack, type Front } from '../tests/graphql/attacks/attack.ts'
import { startFronts, type Fronts } from '../tests/graphql/attacks/fronts.ts'
import type { Reply } from '../tests/support/raw-http.ts'
import { ROOT } from './stale.ts'

/**
 * `node scripts/bench-attacks.ts [events]`: sends each attack of tests/graphql/attacks.ts again and again to servers with so many
 * events (default 20000) and writes what each was answered and what it cost the server: docs/attacks.md.
 */
const FILE = 'docs/attacks.md'
/** An attack is sent until the server has worked so long on it, milliseconds, or this long has gone by, or so often. */
const ENOUGH_CPU = 150
const ENOUGH_TIME = 800
const ENOUGH_TIMES = 200
/** How long a server is watched that nobody asks. */
const IDLE_MS = 10_000
/** A tick of /proc/<pid>/stat. */
const TICK_MS = 10

interface Measured {
  readonly front: Front
  readonly reply: Reply | null
  readonly fault: string | null
  /** Milliseconds of CPU for each request. */
  readonly cpu: number
  /** Bytes that the server's memory grew above what it was, at its highest. */
  readonly growth: number
}

const HEAD = ['| attack | server | answer | CPU a request, ms | memory grew, MB |', '| --- | --- | --- | ---: | ---: |']

const events = Number(process.argv[2] ?? 20_000)
const fronts = await startFronts(events)
try {
  const lines = await measureAll()
  writeFileSync(`${ROOT}/${FILE}`, lines.join('\n'))
} finally {
  await fronts.stop()
}

async function measureAll(): Promise<readonly string[]> {
  const memory = statusOf(pidOf(fronts, 'tokens'), 'VmRSS')
  const idle = await idleOf('tokens')
  const wrong: string[] = []
  const all: Measured[] = []
  const tables: string[] = []
  for (const [group, attacks] of ATTACKS) {
    tables.push('', `## ${group}`, '', ...HEAD)
    for (const attack of attacks) {
      const [front] = attack.to.includes('tokens') ? (['tokens'] as const) : attack.to
      if (front === undefined) continue
      const measured = attack.slow ? await measureOnce(attack, front, idle) : await measure(attack, front)
      all.push(measured)
      if (measured.fault !== null) wrong.push(`${attack.name}: ${measured.fault}`)
      tables.push(row(attack, measured))
      console.error(`${group}: ${attack.name}: ${milliseconds(measured.cpu)} ms`)
    }
  }
  const after = statusOf(pidOf(fronts, 'tokens'), 'VmRSS')
  const version = await measure(harmless('{ version }'), 'tokens')
  const question = await measure(
    harmless('{ distancing(toward: "us") { sentence rows { sentence acts { sentence } } } }'),
    'tokens',
  )
  if (wrong.length > 0) throw new Error(`Not as they must be:\n${wrong.join('\n')}`)
  return [...intro(all, { version, question, memory, after }), ...tables, '']
}

function harmless(query: string): Attack {
  return { name: query, to: ['tokens'], comes: { status: 200 }, send: (target) => post(target, { query }) }
}

/** Sends it until enough is known of it. The first time does not count: it may compile something. */
async function measure(attack: Attack, front: Front): Promise<Measured> {
  const pid = pidOf(fronts, front)
  const target = fronts.target(front)
  const first = await tried(attack, front)
  const before = memoryOf(pid)
  const [cpu, began] = [cpuOf(pid), performance.now()]
  let times = 0
  do {
    await attack.send(target).catch(() => null)
    times++
  } while (
    times < ENOUGH_TIMES &&
    cpuOf(pid) - cpu < ENOUGH_CPU &&
    performance.now() - began < ENOUGH_TIME &&
    (attack.requests ?? 1) * times < 1_000
  )
  const spent = cpuOf(pid) - cpu
  return { ...first, front, cpu: spent / times / (attack.requests ?? 1), growth: before.growth() }
}

/** @param idle what the server works while nobody asks, as a share of the time. */
async function measureOnce(attack: Attack, front: Front, idle: number): Promise<Measured> {
  const pid = pidOf(fronts, front)
  const before = memoryOf(pid)
  const [cpu, began] = [cpuOf(pid), performance.now()]
  const first = await tried(attack, front)
  const spent = cpuOf(pid) - cpu - idle * (performance.now() - began)
  return { ...first, front, cpu: Math.max(0, spent), growth: before.growth() }
}

async function idleOf(front: Front): Promise<number> {
  const pid = pidOf(fronts, front)
  await setTimeout(IDLE_MS / 2)
  const before = cpuOf(pid)
  await setTimeout(IDLE_MS)
  return (cpuOf(pid) - before) / IDLE_MS
}

async function tried(attack: Attack, front: Front): Promise<Pick<Measured, 'reply' | 'fault'>> {
  try {
    const reply = await attack.send(fronts.target(front))
    return { reply, fault: fault(reply, attack.comes) }
  } catch (error) {
    return { reply: null, fault: String(error) }
  }
}

function pidOf(all: Fronts, front: Front): number {
  const { pid } = all.served(front).child
  if (pid === undefined) throw new Error(`The server ${front} has no process.`)
  return pid
}

/** Milliseconds of CPU of a process and its threads so far: utime and stime. */
function cpuOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS
}

/** From now on: how far the resident memory rises above what it is. */
function memoryOf(pid: number): { readonly growth: () => number } {
  // "5" begins a new highest value.
  writeFileSync(`/proc/${pid}/clear_refs`, '5')
  const from = statusOf(pid, 'VmRSS')
  return { growth: () => Math.max(0, statusOf(pid, 'VmHWM') - from) }
}

function statusOf(pid: number, name: string): number {
  const [, kilobytes = '0'] =
    new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) * 1024
}

function row(attack: Attack, { front, reply, cpu, growth }: Measured): string {
  const said = reply === null ? '' : [reply.status || 'closed', reply.code].filter((each) => each !== null).join(' ')
  const many = (attack.requests ?? 1) > 1 ? ` (${attack.requests} requests)` : ''
  return `| ${attack.name.replaceAll('|', '\\|')}${many} | ${front} | ${said} | ${milliseconds(cpu)} | ${megabytes(growth)} |`
}

function milliseconds(value: number): string {
  return value < 0.05 ? '< 0.1' : value.toFixed(1)
}

function megabytes(bytes: number): string {
  return (bytes / 1_048_576).toFixed(0)
}

interface Beside {
  readonly version: Measured
  readonly question: Measured
  /** Bytes before the first attack, and after the last. */
  readonly memory: number
  readonly after: number
}

function intro(all: readonly Measured[], { version, question, memory, after }: Beside): readonly string[] {
  const sorted = all.map(({ cpu }) => cpu).toSorted((a, b) => a - b)
  const at = (share: number) => milliseconds(sorted[Math.floor((sorted.length - 1) * share)] ?? 0)
  return [
    '# Attacks, and what they cost',
    '',
    `${all.length} requests that want to take the server down or to get what is not theirs: \`tests/graphql/attacks.ts\`. The tests send each of them and demand the answer that is written there; afterwards the server must answer as before, and its log must hold no defect and no token. Made by \`node scripts/bench-attacks.ts ${events}\`, on ${availableParallelism()} cores, Node ${process.versions.node}; stores with the seeded case and ${events.toLocaleString('en')} made-up events.`,
    '',
    '- **server**: `tokens` asks for tokens; `local` has none; `proxied` has a public name beside.',
    '- **answer**: status and `extensions.code` of the first answer, or of the last where an attack is many requests; `closed`: the connection was closed without one. What is not refused is answered as any other question, harmlessly.',
    '- **CPU a request**: of the whole process, user and system, over repeated sendings. What is sent from a browser or a script is parsed by Node before the server sees it; that is in it. Slow ones wait for a limit of 10 to 15 s; what the server does in that time anyhow is taken off.',
    '- **memory grew**: how far the resident memory rose above where it was, at its highest, while the attack was repeated. It is mostly what had not been collected yet; the next rows begin where it fell back to.',
    '',
    `For comparison: \`{ version }\` costs ${milliseconds(version.cpu)} ms, the question of the product ${milliseconds(question.cpu)} ms. Of the attacks, half cost at most ${at(0.5)} ms, nine of ten ${at(0.9)} ms, the dearest ${at(1)} ms. The resident memory of ` +
      `the server with tokens was ${megabytes(memory)} MB before the first and ${megabytes(after)} MB after the last.`,
  ]
}
