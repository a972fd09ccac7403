import { afterEach, beforeEach, expect, test } from 'vitest'
import { createRecorders } from '../../../server/hand/create-recorder.ts'
import { openWorkshop, type Workshop } from './workshop.ts'

/** Several people write through one process: one after the other, each under their own name. */
let shop: Workshop
beforeEach(async () => {
  shop = await openWorkshop()
  await shop.load()
})
afterEach(() => shop.close())

const CHILE = { id: 'chile', collection: 'small', kind: 'STATE', name: 'Chile' } as const
const MERGE = { from: 'club', into: 'a', preview: true, reason: null }

/** Recorders, of which a merge waits until it may go on. */
function held() {
  const gate = Promise.withResolvers<void>()
  const snapshot = () => gate.promise.then(() => shop.memory.snapshot())
  return { recorders: createRecorders({ store: shop.store, memory: { snapshot } }), open: gate.resolve }
}

async function writers(): Promise<readonly string[]> {
  return (await shop.log()).filter(({ writer }) => writer.by === 'HAND').map(({ writer }) => writer.name)
}

test('who comes later waits, whatever their name, and the log tells each', async () => {
  const { recorders, open } = held()
  const told: string[] = []
  const first = recorders.of({ who: 'Ana' }).mergeActors(MERGE, null)
  const second = recorders.of({ who: 'Ben' }).saveActor(CHILE, null)
  const third = recorders.of({ who: 'Ana' }).saveActor({ ...CHILE, name: 'Republic of Chile' }, null)
  const all = [
    first.then(() => told.push('first')),
    second.then(() => told.push('second')),
    third.then(() => told.push('third')),
  ]
  // Time in which the second could have been written ten times over, had it not waited.
  for (let i = 0; i < 50; i++) await shop.store.revisions(['collection:small'])
  expect(told).toEqual([])
  open()
  await Promise.all(all)
  expect(told).toEqual(['first', 'second', 'third'])
  expect(await writers()).toEqual(['Ben', 'Ana'])
})

test('what nobody waits for any more is not begun', async () => {
  const { recorders, open } = held()
  const gone = new AbortController()
  const first = recorders.of({ who: 'Ana' }).mergeActors(MERGE, null)
  const second = recorders.of({ who: 'Ben', signal: gone.signal }).saveActor(CHILE, null)
  const third = recorders.of({ who: 'Cem' }).saveActor(CHILE, null)
  gone.abort(new RangeError('Ben has gone.'))
  open()
  await first
  await expect(second).rejects.toThrow('Ben has gone.')
  await third
  expect(await writers()).toEqual(['Cem'])
})
