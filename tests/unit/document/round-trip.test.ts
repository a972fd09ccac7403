import { gzipSync } from 'node:zlib'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CollectionContents } from '../../../server/domain/records.ts'
import { graphml } from '../../../server/egress/graphml.ts'
import { json } from '../../../server/egress/json.ts'
import { checkCase } from '../../../server/ingest/case/check-case.ts'
import { byCollection, DocumentError } from '../../../server/ingest/document/document.ts'
import { loadDocument } from '../../../server/ingest/document/load-document.ts'
import { openDocument } from '../../../server/ingest/document/open-document.ts'
import { openSqliteStore } from '../../../server/store/sqlite/sqlite-store.ts'
import { graph } from '../../support/arbitraries.ts'
import { aCollection, anActor, anEvent, aSource, coded } from '../../support/records.ts'
import { numRuns, seed } from '../../support/samples.ts'
import { testFolder } from '../readers/folder.ts'
import { refusal } from '../readers/items.ts'
import { openFiles } from '../../../server/ingest/files/open-files.ts'
import { written } from './outgoing-of.ts'

const folder = testFolder()
const SEED = fileURLToPath(new URL('../../../seeds/caribbean-strikes-2025', import.meta.url))
const FORMATS = [json, graphml]

async function read(name: string, text: string | Buffer): Promise<readonly CollectionContents[]> {
  const document = await openDocument(folder.put(name, text))
  if (!document) throw new Error('It was not recognised.')
  return byCollection(document)
}

function sorted({ collection, actors, affiliations, sources, events }: CollectionContents): CollectionContents {
  const by = <R>(records: readonly R[], id: (record: R) => string) =>
    records.toSorted((a, b) => (id(a) < id(b) ? -1 : 1))
  return {
    collection,
    actors: by(actors, ({ actor }) => actor),
    affiliations: by(affiliations, ({ id }) => id),
    sources: by(sources, ({ id }) => id),
    events: by(events, ({ id }) => id),
  }
}

/** What writers and readers trip over. */
const words = fc
  .oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
    fc.constantFrom(
      '<a>&b;',
      ']]>',
      '"\'\\',
      '=1+1',
      '\u{0}\u{1b}\t\r\n',
      '\u{fffe}\u{ffff}',
      '🇬🇧 مرحبا 日本語',
      '\u{202e}x',
      '</data>',
      '\u{85}\u{2028}',
    ),
  )
  .filter((text) => text.isWellFormed())

test.each(FORMATS)(
  '$name: what goes out and comes in again is the same, for random graphs and any text',
  async (format) => {
    await fc.assert(
      fc.asyncProperty(
        graph({ maxEvents: 12 }),
        fc.array(words, { minLength: 1, maxLength: 5 }),
        async ({ contents }, texts) => {
          const text = (at: number): string => texts[at % texts.length] ?? 'x'
          const odd = contents.map((each) => ({
            ...each,
            collection: { ...each.collection, title: text(0) },
            actors: each.actors.map((entry, at) => ({
              ...entry,
              name: text(at),
              aliases: [text(at + 1)],
              description: text(at + 2),
            })),
            events: each.events.map((event, at) => ({ ...event, summary: text(at), scope: text(at + 1) })),
          }))
          expect(await read(`random.${format.extension}`, await written(format, odd))).toEqual(odd.map(sorted))
        },
      ),
      { numRuns: numRuns(15, 2_000), seed: seed() },
    )
  },
)

test.each(FORMATS)('$name: signs that its syntax has no way to write come back all the same', async (format) => {
  for (const title of [
    '\u{fffe}\u{ffff}',
    '\u{0}\u{1b}\t\r\n',
    '\u{85}\u{2028}',
    '\u{7f}\u{80}',
    ']]>',
    '\u{1fffe}\u{10ffff}',
  ]) {
    const odd = { ...DATA, collection: { ...DATA.collection, title } }
    expect((await read(`odd.${format.extension}`, await written(format, [odd])))[0]?.collection.title).toBe(title)
  }
})

test('the seeded case goes out and into an empty store, and is the same; a part of it then takes nothing away', async () => {
  const { contents } = await checkCase(SEED)
  if (!contents) throw new Error('The case is not sound.')
  for (const format of FORMATS) {
    const store = openSqliteStore(':memory:')
    const path = folder.put(`case.${format.extension}.gz`, gzipSync(await written(format, [contents])))
    const document = await openDocument(path)
    if (!document) throw new Error('It was not recognised.')
    const loaded = await loadDocument(store, document, 'case')
    expect([loaded.collections[0]?.conflicts, (await store.readCollection(contents.collection.id))?.contents]).toEqual([
      [],
      sorted(contents),
    ])
    expect((await loadDocument(store, document, 'case')).collections[0]?.changed).toBe(0)
    const part = {
      ...document,
      events: document.events.filter(({ breaks, id }) => breaks.length > 0 || id !== document.events.at(-1)?.id),
    }
    await expect(loadDocument(store, part, 'part')).rejects.toThrow(/that the file does not have/)
    await store.close()
  }
})

const DATA: CollectionContents = {
  collection: aCollection({
    id: 'rows',
    kind: 'DATA_SET',
    title: 'Rows',
    headline: null,
    positions: [],
    questions: [],
  }),
  actors: [anActor('uk', { collection: 'rows' }), anActor('us', { collection: 'rows' })],
  affiliations: [],
  sources: [aSource({ id: 'rows/data-set', collection: 'rows' })],
  events: ['a', 'b'].map((id) =>
    anEvent({
      id: `rows/${id}`,
      collection: 'rows',
      actor: 'uk',
      target: 'us',
      evidence: [],
      breaks: [],
      restores: [],
      history: [],
      coded: coded(),
    }),
  ),
}

test('a data set goes in row by row; what is there already stays as it is, and another of its id is refused', async () => {
  const store = openSqliteStore(':memory:')
  const load = async (contents: CollectionContents) => {
    const document = await openDocument(folder.put('rows.json', await written(json, [contents])))
    if (!document) throw new Error('It was not recognised.')
    return (await loadDocument(store, document, 'rows.json')).collections[0]
  }
  expect((await load(DATA))?.changed).toBe(6)
  expect((await store.readCollection('rows'))?.contents).toEqual(DATA)
  expect(await load(DATA)).toMatchObject({ changed: 0, conflicts: [] })
  const other = { ...DATA, events: DATA.events.map((event) => ({ ...event, summary: 'Otherwise' })) }
  expect(await load(other)).toMatchObject({
    changed: 0,
    conflicts: ['rows/a is there already and says something else; it is kept as it is.', expect.any(String)],
  })
  await expect(load({ ...DATA, collection: { ...DATA.collection, title: 'Others' } })).rejects.toThrow(
    /another data set of the id rows/,
  )
  await store.close()
})

test.each([
  [/"collection":"rows"/g, '"collection":"x"', /sources\[0\]\.id: This is to be x\/ and/],
  [/"kind":"SUSPENSION"|"kind":"COOPERATION"/, '"kind":"WAR"', /events\[0\]\.kind: This is to be one of COOPERATION, /],
  [/"occurred":"[^"]*"/, '"occurred":"soon"', /events\[0\]\.occurred: "soon" is not a date/],
  [/"mark":"[A-Z]*"/, '"mark":"YES","more":1', /events\[0\]\.more: There is no such field/],
  [/"actor":"uk","target"/, '"actor":"fr","target"', /The event rows\/a names fr, which is not in the document/],
  [/"version":1/, '"version":2', /newer Entente/],
  [/"sources":\[/, '"sources":7,"x":[', /sources: This is to be a list/],
  [/\]\}\s*$/, ']', /is no JSON/],
])('a document in which %s has become %j is refused, and nothing is written', async (from, to, says) => {
  const text = await written(json, [DATA])
  expect(text).toMatch(from)
  const store = openSqliteStore(':memory:')
  const load = async (): Promise<unknown> => {
    const document = await openDocument(folder.put('bad.json', text.replace(from, to)))
    return document && loadDocument(store, document, 'bad.json')
  }
  await expect(load()).rejects.toThrow(DocumentError)
  await expect(load()).rejects.toThrow(says)
  expect(await store.version()).toBe(0)
  await store.close()
})

test('an import says of such a file how it comes in', async () => {
  for (const format of FORMATS) {
    const path = folder.put(`doc.${format.extension}`, await written(format, [DATA]))
    expect(await refusal(await openFiles([path]))).toMatch(/was exported by Entente.*entente load/)
  }
})
