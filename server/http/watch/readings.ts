import type { Metrics } from './metrics.ts'

/** Where the numbers come from that are read when somebody asks for them. */
export interface Sources {
  readonly columns: () => ColumnsState
  readonly gate: () => {
    readonly inFlight: number
    readonly waiting: number
    readonly refused: number
    readonly heldBytes: number
  }
  readonly sessions: () => number
  readonly storeCalls: () => number
}

/** What is held in memory. */
export interface ColumnsState {
  readonly ready: boolean
  /** Whether the store does not answer. */
  readonly isAway: boolean
  /** Null: not loaded yet. */
  readonly events: number | null
  readonly actors: number | null
  readonly version: number | null
  /** Records that could not be read and are left out. */
  readonly unreadable: number
}

/** Lets the state of the columns, the gate, the sessions and the store be told with what is counted. */
export function showReadings(metrics: Metrics, { columns, gate, sessions, storeCalls }: Sources): void {
  const show = (name: string, help: string, value: () => number | null) => metrics.show({ name, help, value })
  show('entente_ready', '1: questions are answered.', () => Number(columns().ready))
  show('entente_store_away', '1: the store does not answer; answers come from memory.', () => Number(columns().isAway))
  show('entente_events', 'Events in memory.', () => columns().events)
  show('entente_actors', 'Actors in memory.', () => columns().actors)
  show('entente_version', 'The version of the store that memory shows.', () => columns().version)
  show('entente_unreadable_records', 'Records that could not be read and are left out.', () => columns().unreadable)
  show('entente_gate_in_flight', 'GraphQL requests that are being answered.', () => gate().inFlight)
  show('entente_gate_waiting', 'GraphQL requests that wait for their turn.', () => gate().waiting)
  show('entente_gate_held_bytes', 'Bytes of bodies and answers that are held.', () => gate().heldBytes)
  metrics.showTotal({
    name: 'entente_gate_refused_total',
    help: 'GraphQL requests that were refused because there was no room.',
    value: () => gate().refused,
  })
  show('entente_sessions', 'People who are signed in.', sessions)
  show('entente_store_calls_under_way', 'Calls of the store that have not ended yet.', storeCalls)
}
