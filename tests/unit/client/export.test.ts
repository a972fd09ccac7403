import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { harmless, toCsv } from '../../../client/state/export/csv.ts'
import { toPlainAnswer } from '../../../client/state/export/plain-tables.ts'
import { fileStem, toTold, type Telling } from '../../../client/state/export/told.ts'
import { FIRST_VIEW } from '../../../client/state/view/view.ts'

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

  test('files are named after the collection and the day', () => {
    expect(fileStem({ id: 'Caribbean strikes/2025' }, '2025-11-11')).toBe('caribbean-strikes-2025-known-2025-11-11')
    expect(fileStem({ id: 'case' }, null)).toBe('case')
  })
})
