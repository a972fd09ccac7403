import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import { parse } from 'csv-parse/sync'
import { csv } from '../../../server/egress/csv.ts'
import { FORMATS } from '../../../server/egress/formats.ts'
import { gexf } from '../../../server/egress/gexf.ts'
import { graphml } from '../../../server/egress/graphml.ts'
import { json } from '../../../server/egress/json.ts'
import type { CollectionContents } from '../../../server/domain/records.ts'
import { allOf } from '../../support/all-of.ts'
import { graph, reportDay } from '../../support/arbitraries.ts'
import { aCollection, anActor, anEvent, aSource, someEvidence } from '../../support/records.ts'
import { numRuns, seed } from '../../support/samples.ts'
import { leaving, textOf } from './leaving.ts'

const AWKWARD = [
  '=1+1',
  '@SUM(A1)',
  '+1',
  '-1',
  ' =1',
  'a\n=1',
  'a;=1',
  '"quoted"',
  'a,b',
  '<b>&amp;</b>]]>',
  'tab\tline\r\nend',
  '𝒟 👩‍👩‍👧 عربى \u{202e}',
  '\u{1}\u{b}\u{fffe}',
]

function awkward(): CollectionContents {
  return {
    collection: aCollection(),
    actors: [anActor('uk', { name: '=HYPERLINK("x")' }), anActor('us', { name: 'United States' })],
    affiliations: [],
    sources: [aSource()],
    events: AWKWARD.map((text, at) =>
      anEvent({ id: `case/${at}`, scope: text, summary: text, evidence: [someEvidence({ quote: text })] }),
    ),
  }
}

/** Elements and attributes of a document, which must be well formed. */
function elementsOf(text: string): readonly (readonly [name: string, attributes: Readonly<Record<string, string>>])[] {
  const found: [string, Record<string, string>][] = []
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => found.push([name, attributes]))
  parser.write(text).close()
  return found
}

test('CSV: a row an event, and no text that a spreadsheet would take for a formula', async () => {
  await leaving([awkward()], null, async (outgoing) => {
    const rows = parse(await textOf(csv, outgoing), { bom: true, columns: true }) as Record<string, string>[]
    expect(rows).toHaveLength(AWKWARD.length)
    for (const row of rows)
      for (const [column, cell] of Object.entries(row))
        if (!['strength', 'goldstein'].includes(column)) expect(cell).not.toMatch(/^\s*[=+\-@]|[;\n]\s*[=+\-@]/)
    expect(new Set(rows.map(({ scope }) => scope?.replaceAll("'", '')))).toEqual(new Set(AWKWARD))
    expect(rows[0]).toMatchObject({
      actor: 'uk',
      target_name: 'United States',
      sources: 'The Daily Report, 2025-11-11',
    })
  })
})

test.each([graphml, gexf])('$name is well-formed XML, whatever stands in the texts', async (format) => {
  await leaving([awkward()], null, async (outgoing) => {
    const elements = elementsOf(await textOf(format, outgoing))
    expect(elements.filter(([name]) => name === 'edge').map(([, { id }]) => id)).toHaveLength(AWKWARD.length)
    expect(elements.filter(([name]) => name === 'node').map(([, { id }]) => id)).toEqual(['uk', 'us'])
  })
})

test('nothing leaves that became known after the day, in whichever format', async () => {
  await fc.assert(
    fc.asyncProperty(graph(), reportDay, ({ contents }, day) =>
      leaving(contents, day, async (outgoing) => {
        const later = contents.flatMap(({ sources }) => sources.filter(({ published }) => (published ?? 0) > day))
        const told = JSON.parse(await textOf(json, outgoing)) as {
          readonly sources: readonly { readonly id: string }[]
          readonly events: readonly {
            readonly id: string
            readonly history: readonly { readonly on: string }[]
            readonly evidence: readonly { readonly source: string; readonly relayedFrom: string | null }[]
          }[]
        }
        const there = new Set(told.sources.map(({ id }) => id))
        for (const { id } of later) expect(there.has(id)).toBe(false)
        const ids = new Set(told.events.map(({ id }) => id))
        for (const { reported } of (await allOf(outgoing.events())).flat()) expect(reported).toBeLessThanOrEqual(day)
        for (const { evidence, history } of told.events) {
          for (const { source, relayedFrom } of evidence)
            for (const each of [source, relayedFrom]) if (each !== null) expect(there).toContain(each)
          for (const { on } of history) expect(Date.parse(on) / 86_400_000).toBeLessThanOrEqual(day)
        }
        expect(ids.size).toBe(outgoing.total)
        for (const format of FORMATS) {
          const text = await textOf(format, outgoing)
          for (const { id } of later) expect(text).not.toContain(`"${id}"`)
        }
      }),
    ),
    { numRuns: numRuns(25, 1_000), seed: seed() },
  )
})
