import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { openFiles } from '../../../server/ingest/files/open-files.ts'
import { allLines, testFolder } from './folder.ts'
import { readItems, refusal } from './items.ts'
import { OWN_GRAPHML, OWN_GRAPHML_MAPPING } from './own-rows.ts'

const folder = testFolder()

test('an edge is a row with the data of its ends, wherever nodes stand; data left out has its default; places are those of the file', async () => {
  const file = await folder.open('own.graphml', OWN_GRAPHML)
  const { recognition, rows } = await readItems([file], OWN_GRAPHML_MAPPING)
  expect([recognition.says, recognition.asks]).toEqual(['GraphML: 7 columns, with a header', []])
  expect(
    rows.map(({ line, key, actor, target, occurred, act }) => [
      line,
      key,
      actor?.name,
      target?.name,
      occurred,
      act.code,
    ]),
  ).toEqual([
    [8, 'e0', 'Norland & Isles', 'Sudland', '2020-01-13', 'sanctions'],
    [9, 'e1', 'Sudland', 'Norland & Isles', '2020-01-14', 'visit'],
  ])
})

test('a mapping suggests itself: the names of the ends rather than their ids', async () => {
  const file = await folder.open('own.graphml', OWN_GRAPHML)
  const says = await refusal([file])
  expect(says).toMatch(/^Say which column is what/)
  const { recognition } = await readItems([file], OWN_GRAPHML_MAPPING)
  expect(recognition.suggestion?.columns.map(({ name }) => name)).toEqual([
    'source',
    'target',
    'type',
    'date',
    'edge id',
    'source label',
    'target label',
  ])
})

test('without direction, that is said; packed, it is read as it is', async () => {
  const undirected = OWN_GRAPHML.replace('edgedefault="directed"', 'edgedefault="undirected"')
  const file = await folder.open('own.graphml.gz', gzipSync(undirected))
  expect(file.notes).toContainEqual(expect.stringMatching(/^Its edges have no direction/))
  expect(await allLines(file)).toHaveLength(9)
})

const MANY = '<!DOCTYPE g [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'

test.each([
  ['entities', OWN_GRAPHML.replace('<graphml', `${MANY}<graphml`).replace('Sudland', '&b;'), /entities/],
  ['an entity that nobody declares', OWN_GRAPHML.replace('Sudland', '&x;'), /no XML/],
  ['a hyperedge', OWN_GRAPHML.replace('</graph>', '<hyperedge/></graph>'), /more than two/],
  ['an end that is missing', OWN_GRAPHML.slice(0, -12), /no XML/],
  ['elements in one another without end', OWN_GRAPHML.replace('</graph>', '<a>'.repeat(200)), /deep/],
])('GraphML with %s is refused with a line and a sentence', async (_, content, says) => {
  const open = async (): Promise<unknown> => openFiles([folder.put('bad.graphml', content)])
  await expect(open()).rejects.toMatchObject({
    name: 'SpoiltFileError',
    says: expect.stringMatching(says),
    line: expect.any(Number),
  })
})
