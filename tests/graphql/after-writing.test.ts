import { graphql } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createContext } from '../../server/graphql/context.ts'
import { createSchema } from '../../server/graphql/schema.ts'
import type { Recorded, Recorder } from '../../server/hand/recorder.ts'
import { openMemory, type Memory } from '../../server/memory/memory.ts'
import { StoreMovedError } from '../../server/store/graph-store.ts'
import { CASE, serving, type Serving } from './serving.ts'

/** What others, or a database that goes away, may do between a write and the reading of what it wrote. */
const schema = createSchema()
const EVENT = `${CASE}/uk-suspends-intelligence`
const STATUS = `mutation { setEventStatus(event: "${EVENT}", status: CONFIRMED, on: "2025-11-11") { id version change event { id } } }`
const SOURCE = `mutation { saveSource(source: { id: "new", collection: "${CASE}", publisher: "P" }) { version source { id } } }`

let served: Serving
let memory: Memory
beforeAll(async () => {
  served = await serving()
  memory = openMemory(served.store)
  await memory.load()
})
afterAll(() => served.close())

/** With a recorder that does nothing but answer: the moment between two statements cannot be met otherwise. */
async function told(source: string, write?: () => Promise<Recorded>) {
  const recorder = write && ({ setEventStatus: write, saveSource: write } as unknown as Recorder)
  const context = createContext({
    store: served.store,
    memory,
    ...(recorder ? { recorders: { of: () => recorder } } : {}),
  })
  const { data, errors } = await graphql({ schema, source, contextValue: context })
  return {
    data: JSON.parse(JSON.stringify(data)) as unknown,
    errors: errors?.map(({ message, extensions, path }) => ({ message, extensions, path: path?.join('.') })),
  }
}

describe('what was written', () => {
  test('is told, without what a database that went away since cannot show', async () => {
    const { data, errors } = await told(STATUS, async () => ({ id: EVENT, version: 99, change: '99' }))
    expect(data).toEqual({ setEventStatus: { id: EVENT, version: 99, change: '99', event: null } })
    expect(errors).toEqual([
      {
        message: expect.stringMatching(/written as version 99.*database is back\.$/),
        extensions: { code: 'SERVICE_UNAVAILABLE' },
        path: 'setEventStatus.event',
      },
    ])
  })

  test('and taken away by somebody since is a conflict that says where to look', async () => {
    const version = await served.store.version()
    const { errors } = await told(SOURCE, async () => ({ id: `${CASE}/new`, version, change: String(version) }))
    expect(errors).toEqual([
      {
        message: expect.stringContaining(`auditLog(record: "source:${CASE}/new")`),
        extensions: { code: 'CONFLICT', record: `source:${CASE}/new`, version: null },
        path: 'saveSource.source',
      },
    ])
  })
})

describe('what was not written', () => {
  test('because others wrote all the while says to try again', async () => {
    const { errors } = await told(STATUS, () => Promise.reject(new StoreMovedError(3, 4)))
    expect(errors).toEqual([
      {
        message: expect.stringMatching(/nothing of this was written\. Try again/),
        extensions: { code: 'SERVICE_UNAVAILABLE' },
        path: 'setEventStatus',
      },
    ])
  })

  test('because nobody writes here says where one can', async () => {
    const { errors } = await told(STATUS)
    expect(errors).toMatchObject([
      { message: expect.stringContaining('entente serve'), extensions: { code: 'FORBIDDEN' } },
    ])
  })
})
