import { graphql } from 'graphql'
import { createContext } from '../../server/graphql/context.ts'
import { createSchema } from '../../server/graphql/schema.ts'
import { createRecorder } from '../../server/hand/create-recorder.ts'
import type { Recorder } from '../../server/hand/recorder.ts'
import { openMemory, type Memory } from '../../server/memory/memory.ts'
import type { GraphStore } from '../../server/store/graph-store.ts'

/** A store with its memory and its hand, asked the whole way. */
export interface Side {
  readonly store: GraphStore
  readonly memory: Memory
  readonly recorder: Recorder
}

const schema = createSchema()

/** Hands write at the same moment on every side. */
export async function sideOf(store: GraphStore): Promise<Side> {
  const memory = openMemory(store)
  await memory.load()
  const recorder = createRecorder({ store, memory, who: 'local', now: () => new Date('2026-01-01T12:00:00Z') })
  return { store, memory, recorder }
}

/** The response, errors and all, as it would be sent. */
export async function respond(
  side: Side,
  source: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const contextValue = createContext(side)
  return JSON.stringify(await graphql({ schema, source, variableValues: variables, contextValue }))
}
