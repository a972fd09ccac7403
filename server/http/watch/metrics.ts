import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import { boundedNames } from './bounded-names.ts'
import { PAGE_OPERATIONS } from './page-operations.ts'

/** A number that is read when it is asked for. */
export interface Reading {
  /** Such as `entente_events`. */
  readonly name: string
  readonly help: string
  /** Null: not known now; then it is left out. */
  readonly value: () => number | null
}

/** One request that has been answered, or whose client has gone. */
export interface Answered {
  readonly route: string
  readonly status: number
  readonly seconds: number
  /** Null: no GraphQL. */
  readonly graphql: { readonly operation: string; readonly code: string } | null
}

export interface Metrics {
  count(answered: Answered): void
  /** A call of the store that has ended, by the name of its method. */
  countCall(call: string, seconds: number): void
  /** A number that goes up and down. */
  show(reading: Reading): void
  /** A number that only grows; its name ends in `_total`. */
  showTotal(reading: Reading): void
  readonly contentType: string
  /** As Prometheus reads it. */
  text(): Promise<string>
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]
/** Names of operations beside those of the page, and codes. */
const MOST_OPERATIONS = 30
const MOST_CODES = 40

/** @param ofProcess whether CPU, memory, garbage collection and the lag of the event loop are told; of one app in a process only. */
export function createMetrics({ ofProcess }: { readonly ofProcess: boolean }): Metrics {
  const registry = new Registry()
  const registers = [registry]
  if (ofProcess) collectDefaultMetrics({ register: registry })
  const operations = boundedNames(PAGE_OPERATIONS, MOST_OPERATIONS)
  const codes = boundedNames([], MOST_CODES)
  const requests = new Counter({
    name: 'entente_requests_total',
    help: 'GraphQL requests by name of the operation and code of the first error; OK without one.',
    labelNames: ['operation', 'code'],
    registers,
  })
  const duration = new Histogram({
    name: 'entente_request_seconds',
    help: 'How long GraphQL requests took, from the first byte to the last, by name of the operation.',
    labelNames: ['operation'],
    buckets: SECONDS,
    registers,
  })
  const responses = new Counter({
    name: 'entente_http_responses_total',
    help: 'Answers of every kind, by what was asked for and status.',
    labelNames: ['route', 'status'],
    registers,
  })
  const calls = new Histogram({
    name: 'entente_store_call_seconds',
    help: 'How long calls of the store took, by name of the call.',
    labelNames: ['call'],
    buckets: SECONDS,
    registers,
  })

  return {
    count({ route, status, seconds, graphql }) {
      responses.inc({ route, status })
      if (!graphql) return
      const operation = operations(graphql.operation)
      requests.inc({ operation, code: codes(graphql.code) })
      duration.observe({ operation }, seconds)
    },
    countCall: (call, seconds) => calls.observe({ call }, seconds),
    show({ name, help, value }) {
      new Gauge({
        name,
        help,
        registers,
        collect() {
          const now = value()
          if (now === null) this.remove()
          else this.set(now)
        },
      })
    },
    showTotal({ name, help, value }) {
      new Counter({
        name,
        help,
        registers,
        collect() {
          this.reset()
          this.inc(value() ?? 0)
        },
      })
    },
    contentType: registry.contentType,
    text: () => registry.metrics(),
  }
}
