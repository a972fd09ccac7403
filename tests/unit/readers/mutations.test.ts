import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openFiles } from '../../../server/ingest/files/open-files.ts'
import { READERS } from '../../../server/ingest/readers/index.ts'
import { recogniseAmong } from '../../../server/ingest/readers/recognise.ts'
import { numRuns, seed } from '../../support/samples.ts'
import { checkItem, checkRefusal } from './check-items.ts'
import { testFolder } from './folder.ts'
import { readItems } from './items.ts'
import { mutations } from './mutations.ts'
import { SEEDS, type Seed } from './seeds.ts'

const folder = testFolder()

function put({ format, files }: Seed, change: (name: string, bytes: Buffer) => Buffer): string[] {
  mkdirSync(join(folder.path, format), { recursive: true })
  return Object.entries(files).map(([name, bytes]) => folder.put(join(format, name), change(name, bytes)))
}

test('every reader has a sound file to begin with, which it takes without a reject', async () => {
  expect(
    READERS.map((reader) => reader.format).filter((format) => !SEEDS.some((each) => each.format === format)),
  ).toEqual([])
  for (const sound of SEEDS) {
    const files = await openFiles(put(sound, (_, bytes) => bytes))
    const { reader, items } = await readItems(files, sound.mapping)
    expect([reader.format, items.length > 0, items.filter((item) => item.type === 'reject')]).toEqual([
      sound.format,
      true,
      [],
    ])
    for (const item of items) checkItem(item, files)
  }
})

test('whatever is done to a file, it is read, or rows are rejected, or it is refused by a sentence', async () => {
  const ends = { read: 0, refused: 0 }
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...SEEDS), fc.nat(), mutations, async (sound, which, mutate) => {
      const names = Object.keys(sound.files)
      const changed = names[which % names.length]
      const paths = put(sound, (name, bytes) => (name === changed ? mutate(bytes) : bytes))
      try {
        const files = await openFiles(paths)
        const { reader } = recogniseAmong(READERS, files, sound.mapping)
        for await (const items of reader.read(files, { mapping: sound.mapping }))
          for (const item of items) checkItem(item, files)
        ends.read += 1
      } catch (error) {
        checkRefusal(error, names)
        ends.refused += 1
      }
    }),
    { numRuns: numRuns(600, 100_000), seed: seed() },
  )
  // A sample in which all goes one way would show nothing.
  expect(Math.min(ends.read, ends.refused)).toBeGreaterThan(50)
})
