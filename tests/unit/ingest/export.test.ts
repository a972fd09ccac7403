import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkCase, checkFiles } from '../../../server/ingest/case/check-case.ts'
import { ExportRefusedError, exportCase } from '../../../server/ingest/case/export-case.ts'
import { numRuns } from '../../support/samples.ts'
import { caseContents } from './arbitrary-case.ts'
import { problemsOf, SMALL_CASE } from './small-case.ts'

const SEED = fileURLToPath(new URL('../../../seeds/caribbean-strikes-2025', import.meta.url))

describe('an export', () => {
  it('of the seeded case reads back as the seeded case, from the same files', async () => {
    const { contents } = await checkCase(SEED)
    if (!contents) throw new TypeError('The seeded case has problems.')
    const files = exportCase(contents)
    expect([...files.keys()].sort()).toEqual((await readdir(SEED)).sort())
    expect(checkFiles(files)).toEqual({ contents, problems: [] })
    expect(exportCase(contents)).toEqual(files)
  })

  it('leaves out what is the default, and writes lists of words on one line', () => {
    const { contents } = checkFiles(new Map(Object.entries(SMALL_CASE)))
    if (!contents) throw new TypeError('The small case has problems.')
    expect(exportCase(contents).get('actors.yaml')).toBe(`# yaml-language-server: $schema=../actors.schema.json

- id: a
  kind: STATE
  name: Arcadia
  aliases: [Arc]
- id: b
  kind: STATE
  name: Boetia
- id: b-navy
  kind: MILITARY_COMMAND
  name: Navy of Boetia
- id: club
  kind: INTERNATIONAL_ORGANISATION
  name: The Club
`)
    expect(exportCase(contents).get('affiliations.yaml')).toContain('- type: PART_OF\n  actor: b-navy\n  to: b\n')
  })

  it('of any case reads back as that case: all scripts, quotation marks and ends of lines', () => {
    fc.assert(
      fc.property(caseContents, (contents) => {
        const checked = checkFiles(exportCase(contents))
        expect(problemsOf(checked)).toEqual([])
        expect(checked.contents).toEqual(contents)
      }),
      { numRuns: numRuns(60, 3000) },
    )
  })

  it('of a data set is refused', () => {
    const { contents } = checkFiles(new Map(Object.entries(SMALL_CASE)))
    if (!contents) throw new TypeError('The small case has problems.')
    const dataSet = { ...contents, collection: { ...contents.collection, kind: 'DATA_SET' as const } }
    expect(() => exportCase(dataSet)).toThrow(ExportRefusedError)
  })
})
