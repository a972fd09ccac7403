import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import {
  CopyDiffersError,
  HalfCopyError,
  SourceMovedError,
  TargetNotEmptyError,
} from '../../../server/ingest/transfer/errors.ts'
import { isHalfCopy, refuseHalfCopy } from '../../../server/ingest/transfer/half-copy.ts'
import type { Progress, Source } from '../../../server/ingest/transfer/read-unmoved.ts'
import { transfer } from '../../../server/ingest/transfer/transfer.ts'
import type { Batch, GraphStore, Kept } from '../../../server/store/graph-store.ts'
import { openSqliteStore } from '../../../server/store/sqlite/sqlite-store.ts'
import { aCase, aCollection, anEvent, LOADER } from '../../support/records.ts'
import { allOf, liveAFullLife } from './a-full-life.ts'

const folder = mkdtempSync(join(tmpdir(), 'entente-transfer-'))
const open: GraphStore[] = []
afterAll(async () => {
  for (const store of open) await store.close()
  rmSync(folder, { recursive: true, force: true })
})

function newStore(): GraphStore {
  const store = openSqliteStore(join(folder, `${open.length}.sqlite`))
  open.push(store)
  return store
}

const quietly = () => {}
const events = (many: number) =>
  Array.from({ length: many }, (_, at) => anEvent({ id: `case/${at}`, scope: `number ${at}` }))

/** A store that is read as it is, and to which something happens each time after the first chunk of a reading. */
function disturbed(store: GraphStore, happens: (reading: number) => Promise<unknown>): Source {
  let readings = 0
  async function* everything(): AsyncIterable<readonly Kept[]> {
    let chunks = 0
    for await (const chunk of store.everything()) {
      yield chunk
      chunks += 1
      if (chunks === 4) await happens((readings += 1))
    }
  }
  return { version: () => store.version(), everything }
}

describe('a store is poured into another', () => {
  test('with all that it keeps, and the target goes on from its version', async () => {
    const [source, target] = [newStore(), newStore()]
    await liveAFullLife(source)
    for (let version = await source.version(); version < 60; version++) await source.reload()
    const before = await allOf(source)
    const { read, found, resumed } = await transfer(source, target, quietly)
    expect([found, resumed]).toEqual([read, false])
    expect(await allOf(target)).toEqual(before)
    expect(await allOf(source)).toEqual(before)
    expect(await target.version()).toBe(60)
    expect(await target.audit({ first: 1000 })).toEqual(await source.audit({ first: 1000 }))
    expect(await target.merges()).toEqual(await source.merges())
    expect(await target.removals()).toEqual(await source.removals())
    expect(await target.everHeld('gone')).toBe(true)
    await refuseHalfCopy(target)
    expect((await target.apply({ writer: LOADER, collections: [aCollection({ id: 'new' })] })).version).toBe(61)

    // A copy is a store like any other: what it notes of itself is not copied.
    const third = newStore()
    expect((await transfer(target, third, quietly)).read.counts).toEqual({
      ...read.counts,
      collection: read.counts.collection + 1,
      held: read.counts.held + 1,
    })
  })

  test('in parts where it is much: records, and changes of the audit log', async () => {
    const [source, target] = [newStore(), newStore()]
    const batch: Batch = {
      ...aCase({ events: events(2_100) }),
      writer: { by: 'HAND', name: 'local' },
      action: 'record',
    }
    await source.apply(batch)
    const seen: Progress[] = []
    const { found } = await transfer(source, target, (progress) => seen.push(progress))
    expect(found.counts).toMatchObject({ event: 2_100, audit: 2_104 })
    expect(await allOf(target)).toEqual(await allOf(source))
    const done = (doing: string) => seen.filter((each) => each.doing === doing).map((each) => each.done)
    for (const doing of ['writing', 'comparing']) {
      expect(done(doing)).toEqual(done(doing).toSorted((a, b) => a - b))
    }
    expect(done('writing').at(-1)).toBe(4_209)
  })

  test.each<[string, (target: GraphStore) => Promise<unknown>]>([
    ['that holds something', (target) => target.apply(aCase())],
    [
      'that once held something',
      async (target) => {
        await target.apply({ writer: LOADER, collections: [aCollection()] })
        await target.apply({ writer: LOADER, remove: { collections: ['case'] } })
      },
    ],
    ['that is a copy already', (target) => transfer(newStore(), target, quietly)],
  ])('never into one %s', async (_, used) => {
    const [source, target] = [newStore(), newStore()]
    await source.apply(aCase({ events: events(1) }))
    await used(target)
    const before = { kept: await allOf(target), version: await target.version() }
    await expect(transfer(source, target, quietly)).rejects.toThrow(TargetNotEmptyError)
    expect({ kept: await allOf(target), version: await target.version() }).toEqual(before)
  })
})

describe('a source that is written meanwhile', () => {
  test('once, is read again', async () => {
    const [source, target] = [newStore(), newStore()]
    await source.apply(aCase({ events: events(3) }))
    const moving = disturbed(source, async (reading) => {
      if (reading === 1)
        await source.apply({ writer: LOADER, events: events(5).map((each) => ({ ...each, summary: 'new' })) })
    })
    const { read } = await transfer(moving, target, quietly)
    expect(read.counts.event).toBe(5)
    expect(await allOf(target)).toEqual(await allOf(source))
    await refuseHalfCopy(target)
  })

  test('once, by taking away what is there already, gives no copy', async () => {
    const [source, target] = [newStore(), newStore()]
    await source.apply(aCase({ events: events(3) }))
    const moving = disturbed(source, async (reading) => {
      if (reading === 1) await source.apply({ writer: LOADER, remove: { sources: ['case/report'] } })
    })
    await expect(transfer(moving, target, quietly)).rejects.toThrow(SourceMovedError)
    await expect(refuseHalfCopy(target)).rejects.toThrow(HalfCopyError)
  })

  test('again and again, gives no copy and says what to do', async () => {
    const [source, target] = [newStore(), newStore()]
    await source.apply(aCase({ events: events(3) }))
    const moving = disturbed(source, () => source.reload())
    await expect(transfer(moving, target, quietly)).rejects.toMatchObject({
      name: 'SourceMovedError',
      says: expect.stringMatching(/written while it was read, twice.*empty it.*again\.$/s),
    })
    expect(await isHalfCopy(target)).toBe(true)
  })
})

describe('a copy that is broken off', () => {
  test('is told to be half, and goes on to be whole', async () => {
    const [source, target] = [newStore(), newStore()]
    await source.apply({ ...aCase({ events: events(2_500) }), action: 'load' })
    const broken = disturbed(source, async () => {
      throw new Error('The plug was pulled.')
    })
    await expect(transfer(broken, target, quietly)).rejects.toThrow('The plug was pulled.')
    await expect(refuseHalfCopy(target)).rejects.toThrow(HalfCopyError)
    const { resumed } = await transfer(source, target, quietly)
    expect(resumed).toBe(true)
    expect(await allOf(target)).toEqual(await allOf(source))
    await refuseHalfCopy(target)
  })

  test('is never taken for a copy of another store', async () => {
    const [source, other, target] = [newStore(), newStore(), newStore()]
    await source.apply(aCase({ events: events(2_500) }))
    await other.apply(aCase({ events: events(2) }))
    const broken = disturbed(source, async () => {
      throw new Error('The plug was pulled.')
    })
    await expect(transfer(broken, target, quietly)).rejects.toThrow('The plug was pulled.')
    await target.apply(aCase({ events: events(3) }))
    await expect(transfer(other, target, quietly)).rejects.toMatchObject({
      says: expect.stringContaining('event: 2 read, 3 there.'),
    })
    await expect(transfer(other, target, quietly)).rejects.toThrow(CopyDiffersError)
    await expect(refuseHalfCopy(target)).rejects.toThrow(HalfCopyError)
  })
})
