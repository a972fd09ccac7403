import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkDocument } from '../../../server/ingest/document/check-document.ts'
import { byCollection, DocumentError } from '../../../server/ingest/document/document.ts'
import { openDocument } from '../../../server/ingest/document/open-document.ts'
import { SpoiltFileError } from '../../../server/ingest/rows/reader.ts'
import { graphml } from '../../../server/egress/graphml.ts'
import { json } from '../../../server/egress/json.ts'
import { aCollection, anActor, anEvent, aSource } from '../../support/records.ts'
import { numRuns, seed } from '../../support/samples.ts'
import { testFolder } from '../readers/folder.ts'
import { mutations } from '../readers/mutations.ts'
import { written } from './outgoing-of.ts'

const folder = testFolder()

const CONTENTS = {
  collection: aCollection({ id: 'rows', kind: 'DATA_SET', headline: null, positions: [], questions: [] }),
  actors: [anActor('uk', { collection: 'rows' }), anActor('us', { collection: 'rows' })],
  affiliations: [],
  sources: [aSource({ id: 'rows/s', collection: 'rows' })],
  events: [
    anEvent({ id: 'rows/a', collection: 'rows', actor: 'uk', target: 'us', evidence: [], breaks: [], restores: [] }),
  ],
}

test('whatever is done to an export, it is read whole, or refused by a sentence, or something else', async () => {
  const sound = await Promise.all(
    [json, graphml].map(async (format) => [format.extension, Buffer.from(await written(format, [CONTENTS]))] as const),
  )
  const ends = { read: 0, refused: 0 }
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...sound), mutations, async ([extension, bytes], mutate) => {
      try {
        const document = await openDocument(folder.put(`export.${extension}`, mutate(bytes)))
        if (!document) return
        checkDocument('export', document, byCollection(document))
        ends.read += 1
      } catch (error) {
        if (!(error instanceof DocumentError || error instanceof SpoiltFileError)) throw error
        expect(error.says).toMatch(/^.{10,}/s)
        ends.refused += 1
      }
    }),
    { numRuns: numRuns(200, 20_000), seed: seed() },
  )
  expect(Math.min(ends.read, ends.refused)).toBeGreaterThan(2)
})
