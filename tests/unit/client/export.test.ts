import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { harmless, toCsv } from '../../../client/state/export/csv.ts'
import { toPlainAnswer } from '../../../client/state/export/plain-tables.ts'
import { $answer, $catalogue, $history, $network } from '../../../client/state/app.ts'
import { $dataNow } from '../../../client/state/export/data-now.ts'
import { fileStem, toTold, type Telling } from '../../../client/state/export/told.ts'
import type { Catalogue } from '../../../client/state/types.ts'
import { historyOf } from '../../../client/state/view/history.ts'
import { FIRST_VIEW } from '../../../client/state/view/view.ts'
import { network } from './made.ts'

describe('CSV', () => {
  test('begins with the byte order mark; lines end as the standard has it; what holds a comma, a quote or a line end is quoted', () => {
    const table = { name: 't', columns: ['Who', 'Words'], rows: [['A, B', 'said "no"\nand left']] }
    expect(toCsv(table)).toBe('\uFEFFWho,Words\r\n"A, B","said ""no""\nand left"\r\n')
  })

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', ' =1', '＝1', '=HYPERLINK("http://x")'])(
    '%j is no formula to a spreadsheet',
    (text) => {
      expect(harmless(text)).toBe(`'${text}`)
    },
  )

  test('a spreadsheet that parts cells by semicolons finds no formula either', () => {
    expect(harmless('boats; =1+1')).toBe("boats; '=1+1")
    expect(harmless('boats\n@x')).toBe("boats\n'@x")
    expect(harmless('a-b, c=d; e')).toBe('a-b, c=d; e')
  })

  test('whatever a table holds, it is read back cell by cell, each with at most apostrophes added', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'é', '"', ',', ';', '\r', '\n', '\t', '=', '+', '-', '@', ' '),
    })
    const rows = fc.array(fc.tuple(text, text, text), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(rows, (given) => {
        const read = parsed(toCsv({ name: 't', columns: ['a', 'b', 'c'], rows: given }))
        expect(read.slice(1)).toEqual(given.map((cells) => cells.map(harmless)))
        for (const cell of read.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
        for (const [place, cell] of given.flat().entries()) {
          expect(read.slice(1).flat()[place]?.replaceAll("'", '')).toBe(cell)
        }
      }),
    )
  })
})

/** Reads CSV as RFC 4180 has it, without the byte order mark. */
function parsed(csv: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  const cell = /("(?:[^"]|"")*"|[^,"\r\n]*)(,|\r\n)/y
  for (cell.lastIndex = 1; cell.lastIndex < csv.length;) {
    const [, content = '', end] = cell.exec(csv) ?? []
    if (end === undefined) throw new Error('This is no CSV.')
    rows.at(-1)?.push(content.startsWith('"') ? content.slice(1, -1).replaceAll('""', '"') : content)
    if (end === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}

test('an answer as plain rows: what spans the lines of a row stands in each of them, notes in brackets, with ids of events', () => {
  const opens = { what: 'event', id: 'e' } as const
  const table = {
    title: '1 row',
    columns: ['Who', 'Act'],
    rows: [
      {
        id: 'r',
        lines: [
          {
            id: '1',
            cells: [[{ text: 'UK' }], [{ text: 'Suspension', note: 'intelligence' }]],
            opens,
            events: ['c/a'],
          },
          { id: '2', cells: [null, [{ text: 'Condemnation' }]], opens, events: ['c/b', 'c/d'] },
        ],
      },
    ],
  }
  expect(toPlainAnswer(table, 'answer')).toEqual({
    name: 'answer',
    columns: ['Who', 'Act', 'Event ids'],
    rows: [
      ['UK', 'Suspension (intelligence)', 'c/a'],
      ['UK', 'Condemnation', 'c/b c/d'],
    ],
  })
})

describe('what is told with a picture', () => {
  const telling: Telling = {
    view: FIRST_VIEW,
    sentence: 'A sentence.',
    collection: { title: 'A case', kind: 'CASE' },
    asKnownOn: '2025-11-11',
    stats: { events: 17, ties: 15, actors: 18 },
    nameOf: (id) => id.toUpperCase(),
    sources: ['CNN'],
    link: 'http://entente/?a',
  }

  test('the sentence, the collection, the day of knowing, counts, sources and the link', () => {
    expect(toTold(telling)).toEqual({
      title: 'A sentence.',
      under: 'Case: A case · as known on 11 Nov 2025 · 17 events in 15 ties between 18 actors',
      filters: ['Shown at the level of actors.'],
      sources: ['CNN'],
      link: 'http://entente/?a',
    })
  })

  test('everything that leaves something out', () => {
    const { filters } = toTold({
      ...telling,
      view: {
        ...FIRST_VIEW,
        level: 'TOP',
        compare: '2025-10-01',
        window: { since: '2025-09-01', until: null },
        hidden: ['PRESSURE'],
        hiddenClaims: ['ANSWERED'],
        affiliations: false,
        focus: 'uk',
        ask: { kind: 'DISTANCING', toward: null, by: null, scope: null },
        include: ['CONDEMNATION'],
      },
    })
    expect(filters).toEqual([
      'Shown at the top level.',
      'Compared with 1 Oct 2025.',
      'Happened since 1 Sep 2025.',
      'Also counted: condemnations.',
      'Switched off: Pressure; what is answered.',
      'Affiliations are not drawn.',
      'Focus on UK.',
    ])
  })

  test('what was read before the last change says so', () => {
    expect(toTold({ ...telling, behind: true }).filters[0]).toMatch(/^Read before the last change/)
  })

  test('the day is the one that was read, whatever was asked for since', () => {
    const shown = { network: network([]), level: 'ACTOR', collection: 'c', asKnownOn: '2025-11-11' } as const
    const collection = { id: 'c' } as Catalogue['collections'][number]
    $catalogue.set({ state: 'ok', value: { collections: [collection], questions: [] } as unknown as Catalogue })
    $history.set(historyOf({ ...FIRST_VIEW, asKnownOn: '2025-10-01' }))
    $network.set({ state: 'error', sentence: 'The server is away.', last: shown })
    expect($dataNow.get()).toMatchObject({ asKnownOn: '2025-11-11', behind: true })
    $network.set({ state: 'ok', value: { ...shown, asKnownOn: '2025-10-01' } })
    expect($dataNow.get()).toMatchObject({ asKnownOn: '2025-10-01', behind: false })
    for (const atom of [$catalogue, $network, $answer]) atom.set({ state: 'idle' })
    $history.set(historyOf(FIRST_VIEW))
  })

  test('files are named after the collection and the day', () => {
    expect(fileStem({ id: 'Caribbean strikes/2025' }, '2025-11-11')).toBe('caribbean-strikes-2025-known-2025-11-11')
    expect(fileStem({ id: 'case' }, null)).toBe('case')
  })
})
