import { Agent, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'

/** What a generator of load is to do. */
export interface Load {
  readonly address: string
  readonly query: string
  readonly connections: number
  readonly seconds: number
  /** Requests a second, come what may; null: each connection asks again when it has its answer. */
  readonly rate: number | null
}

export interface LoadTally {
  readonly seconds: number
  /** Answers with 200 and without an error, in that time. */
  readonly answered: number
  /** 503. */
  readonly refused: number
  readonly failed: number
  /** Not sent, because every connection still waited. */
  readonly held: number
  /** Of those that were answered, milliseconds. */
  readonly p50: number
  readonly p99: number
  /** Of those that were refused, milliseconds. */
  readonly refusedP99: number
}

/** `node load.ts '<Load>'` puts load on a server from a process of its own, and says a `LoadTally`. */
const load = JSON.parse(process.argv[2] ?? '') as Load
const body = JSON.stringify({ query: load.query })
const agent = new Agent({ keepAlive: true, maxSockets: load.connections })
const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
const answeredMs: number[] = []
const refusedMs: number[] = []
let failed = 0
let held = 0
let pending = 0

function askOnce(): Promise<void> {
  pending++
  const began = performance.now()
  return new Promise((resolve) => {
    const done = (status: number, text: string) => {
      pending--
      const ms = performance.now() - began
      if (status === 200 && !text.includes('"errors"')) answeredMs.push(ms)
      else if (status === 503) refusedMs.push(ms)
      else failed++
      resolve()
    }
    const sent = request(`${load.address}/graphql`, { method: 'POST', agent, headers }, (res) => {
      let text = ''
      res.setEncoding('utf8').on('data', (part: string) => (text += part))
      res.on('end', () => done(res.statusCode ?? 0, text)).on('error', () => {})
    })
    sent.on('error', () => done(0, ''))
    sent.end(body)
  })
}

const began = performance.now()
const over = () => performance.now() - began >= load.seconds * 1000
if (load.rate === null) {
  const client = async () => {
    while (!over()) await askOnce()
  }
  await Promise.all(Array.from({ length: load.connections }, client))
} else {
  for (let sent = 0; !over();) {
    const due = ((performance.now() - began) / 1000) * load.rate
    for (; sent < due; sent++) {
      if (pending < load.connections) void askOnce()
      else held++
    }
    await pause(5)
  }
}
const seconds = (performance.now() - began) / 1000
// What has not been answered by now does not count as answered in this time.
const inTime = answeredMs.length
while (pending > 0) await pause(20)
const tally: LoadTally = {
  seconds,
  answered: inTime,
  refused: refusedMs.length,
  failed,
  held,
  p50: percentile(answeredMs, 0.5),
  p99: percentile(answeredMs, 0.99),
  refusedP99: percentile(refusedMs, 0.99),
}
process.stdout.write(`${JSON.stringify(tally)}\n`)
process.exit(0)

function percentile(all: readonly number[], part: number): number {
  const sorted = all.toSorted((a, b) => a - b)
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0)
}
