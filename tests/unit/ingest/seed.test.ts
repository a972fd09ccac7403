import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formatDay } from '../../../server/domain/days.ts'
import type { CollectionContents, EventRecord } from '../../../server/domain/records.ts'
import { checkCase } from '../../../server/ingest/case/check-case.ts'
import { Parents, toRises } from '../../../server/ingest/case/parents.ts'
import { problemsOf } from './small-case.ts'

const SEED = fileURLToPath(new URL('../../../seeds/caribbean-strikes-2025', import.meta.url))

let seed: CollectionContents
beforeAll(async () => {
  const { contents, problems } = await checkCase(SEED)
  expect(problems).toEqual([])
  if (!contents) throw new TypeError('A case without problems has contents.')
  seed = contents
})

function eventOf(id: string): EventRecord {
  const event = seed.events.find((each) => each.id === `caribbean-strikes-2025/${id}`)
  if (!event) throw new RangeError(`The seed has no event ${id}.`)
  return event
}

describe('the seeded case', () => {
  it('holds what the report says, and nothing else', () => {
    expect(seed.actors).toHaveLength(26)
    expect(seed.affiliations).toHaveLength(15)
    expect(seed.sources.map(({ publisher, published }) => [publisher, published && formatDay(published)])).toEqual([
      ['CNN', '2025-11-11'],
      ['Drop Site News', null],
      ['Realist English', '2025-11-11'],
    ])
    expect(
      Object.fromEntries(
        Array.from(
          Map.groupBy(seed.events, ({ kind }) => kind),
          ([kind, of]) => [kind, of.length],
        ),
      ),
    ).toEqual({
      SUSPENSION: 3,
      CONDEMNATION: 5,
      COOPERATION: 3,
      PRESSURE: 2,
      COERCION: 3,
      VIOLENCE: 1,
    })
  })

  it('is told as reported: no event carries a history, a strength or a mark of its own', () => {
    for (const { history, coded } of seed.events) expect([history, coded]).toEqual([[], null])
    const strict = seed.events.filter(
      ({ kind, stage, mark }) => kind === 'SUSPENSION' && stage === 'ACTUAL' && mark === 'YES',
    )
    expect(
      strict.map(({ actor, target, subtype, scope, occurred, strength }) => ({
        actor,
        target,
        subtype,
        scope,
        occurred,
        strength,
      })),
    ).toEqual([
      {
        actor: 'canada',
        target: 'us',
        subtype: 'restriction',
        scope: 'use of Canadian intelligence in lethal missions',
        occurred: '[2025-09-01..2025-11-11]',
        strength: 2,
      },
      {
        actor: 'uk',
        target: 'us',
        subtype: 'intelligence',
        scope: 'maritime intelligence on suspected drug-smuggling boats',
        occurred: '[2025-09-01..2025-10-11]',
        strength: 2,
      },
    ])
  })

  it('breaks what went on before: the sharing with JIATF-South, up to August', () => {
    const [broken] = eventOf('uk-suspends-intelligence').breaks
    expect(broken).toBe('caribbean-strikes-2025/uk-shares-intelligence')
    expect(eventOf('uk-shares-intelligence')).toMatchObject({ target: 'jiatf-south', occurred: '/2025-08-31' })
    expect(eventOf('canada-operation-caribbean')).toMatchObject({
      scope: 'Operation Caribbean',
      occurred: '/2025-11-11',
    })
  })

  it('lets the offer to resign weigh 1', () => {
    expect(eventOf('holsey-offers-to-resign')).toMatchObject({ stage: 'INTENT', strength: 1, mark: 'YES' })
  })

  it('answers five claims by what the Pentagon says, and disputes none', () => {
    const denials = seed.events.flatMap(({ id, evidence }) =>
      evidence
        .filter(({ stance }) => stance === 'DENIES')
        .map(({ speaker, paraphrase, about }) => [id.split('/')[1], speaker, paraphrase, about]),
    )
    expect(denials).toEqual(
      [
        'holsey-questions-legality',
        'lawyers-question-legality',
        'legal-experts-reject-argument',
        'turk-condemns-strikes',
        'uk-officials-condemn-strikes',
      ].map((id) => [id, 'the Pentagon', 'All operations are lawful.', 'CONTENT']),
    )
  })

  it('gives every event one origin', () => {
    for (const { evidence } of seed.events) {
      const asserting = evidence.filter(({ stance, about }) => stance === 'ASSERTS' && about === 'ACT')
      expect(new Set(asserting.map(({ source, relayedFrom }) => relayedFrom ?? source)).size).toBe(1)
    }
  })

  it('quotes only what was spoken', () => {
    const quotes = seed.events.flatMap(({ evidence }) =>
      evidence.flatMap(({ speaker, quote }) => (quote ? [[speaker, quote]] : [])),
    )
    expect(quotes).toEqual([
      ['Volker Türk', 'extrajudicial killings'],
      ['Volker Türk', 'a clear breach of international law'],
    ])
  })

  it('asks the prepared questions in order', () => {
    expect(seed.collection.questions.map(({ kind }) => kind)).toEqual([
      'DISTANCING',
      'COOPERATION',
      'CONDEMNATION',
      'KNOWN_ON',
      'SINGLE_ORIGIN',
      'CONNECTION',
    ])
    expect(seed.collection.headline).toBe('caribbean-strikes-2025/uk-suspends-intelligence')
  })
})

describe('the places of the seeded case', () => {
  /** What a box keeps free round its parts, in the units of the places: padding, title and labels. */
  const MARGIN = { x: 3, y: 5 }

  it('has one for every actor, none too near to another', () => {
    const { positions } = seed.collection
    expect(positions.map(({ actor }) => actor).sort()).toEqual(seed.actors.map(({ actor }) => actor))
    for (const [index, a] of positions.entries()) {
      for (const b of positions.slice(index + 1)) {
        expect(Math.hypot(a.x - b.x, a.y - b.y), `${a.actor} and ${b.actor}`).toBeGreaterThanOrEqual(7)
      }
    }
  })

  it('keeps boxes apart, and others out of them', () => {
    const parents = new Parents(toRises(seed.affiliations), 0)
    const topOf = (actor: string): string => [...parents.tops(actor)].join()
    const byTop = Map.groupBy(seed.collection.positions, ({ actor }) => topOf(actor))
    const boxes = [...byTop].map(([top, of]) => ({
      top,
      left: Math.min(...of.map(({ x }) => x)) - (of.length > 1 ? MARGIN.x : 0),
      right: Math.max(...of.map(({ x }) => x)) + (of.length > 1 ? MARGIN.x : 0),
      above: Math.min(...of.map(({ y }) => y)) - (of.length > 1 ? MARGIN.y : 0),
      below: Math.max(...of.map(({ y }) => y)) + (of.length > 1 ? MARGIN.y : 0),
    }))
    expect(boxes.map(({ top }) => top)).toContain('us')
    for (const [index, a] of boxes.entries()) {
      for (const b of boxes.slice(index + 1)) {
        const apart = a.right < b.left || b.right < a.left || a.below < b.above || b.below < a.above
        expect(apart, `${a.top} and ${b.top}`).toBe(true)
      }
    }
  })

  it('stands partners left, critics above and those acted against right of the United States', () => {
    const at = new Map(seed.collection.positions.map((place) => [place.actor, place]))
    const x = (actor: string) => at.get(actor)?.x ?? Number.NaN
    const y = (actor: string) => at.get(actor)?.y ?? Number.NaN
    for (const partner of ['uk', 'uk-officials', 'canada']) expect(x(partner)).toBeLessThan(x('jiatf-south'))
    for (const critic of ['volker-turk', 'legal-experts']) expect(y(critic)).toBeLessThan(y('marco-rubio'))
    const targets = seed.events
      .filter(({ kind }) => ['VIOLENCE', 'PRESSURE', 'COERCION'].includes(kind))
      .map(({ target }) => target)
    for (const target of targets) expect(x(target)).toBeGreaterThan(x('us'))
  })
})

describe('a copy of the seeded case with ten faults', () => {
  let folder: string
  beforeAll(async () => {
    folder = join(await mkdtemp(join(tmpdir(), 'entente-case-')), 'broken')
    await cp(SEED, folder, { recursive: true })
    const replace = async (file: string, from: string, to: string) => {
      const text = await readFile(join(folder, file), 'utf8')
      expect(text).toContain(from)
      await writeFile(join(folder, file), text.replace(from, to))
    }
    await replace('actors.yaml', '- id: canada\n', '- { id: UK, kind: STATE, name: Kingdom }\n- id: canada\n')
    await replace('actors.yaml', '- id: mexico\n', '- id: mexico\n  colour: green\n')
    await replace(
      'affiliations.yaml',
      'actor: department-of-defense, to: us',
      'actor: department-of-defense, to: southcom',
    )
    await replace('sources.yaml', 'published: 2025-11-11', 'url: ftp://realist.example/report\n  published: 2025-11-11')
    await replace('events.yaml', '"[2025-09-01..2025-10-11]"', '"[2025-10-11..2025-09-01]"')
    await replace('events.yaml', 'actor: uk-officials', 'actor: uk-official')
    await replace('events.yaml', 'target: trafficking-vessels', 'target: us')
    await replace('events.yaml', 'subtype: naval_presence', 'subtype: naval')
    await replace('events.yaml', 'relayedFrom: drop-site-news', 'relayedFrom: drop-site')
    await replace('positions.yaml', 'uk-officials: [10, 40]', 'uk-officials: [10, 400]')
  })
  afterAll(() => rm(join(folder, '..'), { recursive: true }))

  it('has ten problems, each in its place', async () => {
    const checked = await checkCase(folder)
    expect(checked.contents).toBeNull()
    expect(problemsOf(checked).map((each) => each.replace(/\. .*/, '.'))).toEqual([
      'actors.yaml:13:9: "UK" is the id of another actor, in line 4 (capitals make no other id).',
      'actors.yaml:104:3: An actor has no field colour.',
      'affiliations.yaml:9:41: These affiliations go round in a circle: department-of-defense → southcom → department-of-defense.',
      'events.yaml:13:13: "[2025-10-11..2025-09-01]" ends before it begins.',
      'events.yaml:26:10: No actor has the id "uk-official".',
      'events.yaml:167:11: "us" acts toward itself.',
      'events.yaml:202:12: "naval" is no subtype of COERCION.',
      'events.yaml:221:20: No source has the id "drop-site".',
      'positions.yaml:6:20: "400" is no number from 0 to 100.',
      'sources.yaml:6:8: "ftp://realist.example/report" is not an address of the web.',
    ])
  })
})

describe('a folder', () => {
  it('that is not there is a plain sentence', async () => {
    const folder = join(SEED, '..', 'no-such-case')
    expect(problemsOf(await checkCase(folder))).toEqual([
      `.:1:1: The folder ${folder} is not there. Check how it is spelt.`,
    ])
  })

  it('that is a file is a plain sentence', async () => {
    const file = join(SEED, 'case.yaml')
    expect(problemsOf(await checkCase(file))).toEqual([
      `.:1:1: ${file} is not a folder. Give the folder that holds case.yaml.`,
    ])
  })

  it('with files that are no text, too large or folders tells of each', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'entente-case-'))
    try {
      await cp(SEED, folder, { recursive: true })
      await writeFile(join(folder, 'case.yaml'), Buffer.from([0xff, 0xfe, 0x00]))
      await writeFile(join(folder, 'actors.yaml'), ' '.repeat(2 * 1024 * 1024 + 1))
      await rm(join(folder, 'sources.yaml'))
      await cp(SEED, join(folder, 'sources.yaml'), { recursive: true })
      expect(problemsOf(await checkCase(folder))).toEqual([
        'actors.yaml:1:1: This file has 2097153 bytes, and a file of a case at most 2097152. Split the case in two.',
        'case.yaml:1:1: This file is not text in UTF-8. Save it as UTF-8.',
        'sources.yaml:1:1: This is a folder, not a file. Rename it, and write the file.',
      ])
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})
