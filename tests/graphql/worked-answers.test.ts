import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SEEDED_CASE } from '../../server/cli/seeded-case.ts'
import { DISTANCING_RULES, LEVELS, type DistancingRule, type Level } from '../../server/domain/words.ts'
import { seedIfNew } from '../../server/ingest/load.ts'
import { answering, type Answering } from './answering.ts'

/** The distancing answers of the seeded case as they were worked out by hand, from its description and not from its files. */
let answers: Answering
const ids = new Map<string, string>()
beforeAll(async () => {
  answers = await answering((store) => seedIfNew(store, SEEDED_CASE))
  const { actors } = await answers.ask<{ actors: { nodes: { id: string; name: string }[] } }>(
    '{ actors(first: 500) { nodes { id name } } }',
  )
  for (const { id, name } of actors.nodes) ids.set(name, id)
})
afterAll(() => answers.close())

const SET_OF_THE_UK = '[2025-09-01..2025-10-11]'
const SET_OF_ALL = '[2025-09-01..2025-11-11]'

interface Worked {
  /** Who acted toward whom, by name. */
  readonly actor: string
  readonly target: string
  readonly rule: DistancingRule
  readonly subtype: string
  readonly occurred: string
  readonly answered: boolean
}

const act = (actor: string, target: string, rule: DistancingRule, subtype: string, occurred = SET_OF_ALL): Worked => ({
  actor,
  target,
  rule,
  subtype,
  occurred,
  answered: rule === 'CONDEMNATION',
})

const US = 'United States'
const PENTAGON = 'Pentagon leadership'
const TOWARD_US: readonly Worked[] = [
  act('United Kingdom', US, 'STRICT', 'intelligence', SET_OF_THE_UK),
  act('Canada', US, 'STRICT', 'restriction'),
  act('Legal experts', US, 'CONDEMNATION', 'statement'),
  act('UK officials', US, 'CONDEMNATION', 'statement'),
  act('Volker Türk', US, 'CONDEMNATION', 'statement'),
]
const INSIDE_US: readonly Worked[] = [
  act('Alvin Holsey', PENTAGON, 'CONDEMNATION', 'dissent'),
  act('Alvin Holsey', PENTAGON, 'THREATENED', 'resignation'),
  act('Military lawyers', PENTAGON, 'CONDEMNATION', 'dissent'),
]
/** In the order of the rows: strict ones first, then first act, then names. */
const TOPS = new Map([
  ['United Kingdom', ['United Kingdom', 'UK officials']],
  ['Canada', ['Canada']],
  ['Legal experts', ['Legal experts']],
  ['United Nations', ['Volker Türk']],
])

interface Row {
  who: { name: string }
  acts: Act[]
  sentence: string
}
interface Act {
  actor: { name: string }
  target: { name: string }
  admittedBy: string
  subtype: string
  answered: boolean
  disputed: boolean
  originCount: number
  status: string
  restored: { known: boolean }
  events: { nodes: { occurred: { edtf: string } }[] }
}
interface Answer {
  sentence: string
  rows: Row[]
  internal: Act[]
  total: number
  switches: { rule: string; rows: number; acts: number }[]
}

const QUERY = `query ($toward: ID, $by: ID, $include: [DistancingRule!], $level: Level, $on: Date) {
  distancing(toward: $toward, by: $by, include: $include, level: $level, asKnownOn: $on) {
    sentence total switches { rule rows acts } internal { ...told }
    rows { who { name } sentence lag { min } originCount disputed restored { known } acts { ...told } } } }
  fragment told on Act { actor { name } target { name } admittedBy subtype answered disputed originCount status restored { known }
    events { nodes { occurred { edtf } } } }`

async function distancing(given: {
  toward?: string
  by?: string
  include?: readonly string[]
  level: Level
  on?: string
}) {
  const { toward, by, ...rest } = given
  const variables = { ...rest, ...(toward && { toward: ids.get(toward) }), ...(by && { by: ids.get(by) }) }
  return (await answers.ask<{ distancing: Answer }>(QUERY, variables)).distancing
}

const toWorked = (told: Act): Worked => ({
  actor: told.actor.name,
  target: told.target.name,
  rule: told.admittedBy as DistancingRule,
  subtype: told.subtype,
  occurred: told.events.nodes.map((event) => event.occurred.edtf).join(),
  answered: told.answered,
})

const rowsOf = (answer: Answer) => answer.rows.map((row) => [row.who.name, row.acts.map(toWorked)] as const)
/** Acts of a row stand in time; of the same days, by the ids of the files, of which nothing is said here. */
const sorted = (acts: readonly Worked[]) => acts.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))

const SWITCHES: readonly DistancingRule[] = DISTANCING_RULES.filter((rule) => rule !== 'STRICT')
const COMBINATIONS = Array.from({ length: 2 ** SWITCHES.length }, (_, bits) =>
  SWITCHES.filter((__, at) => bits & (1 << at)),
)
const CASES = LEVELS.flatMap((level) => COMBINATIONS.map((include) => ({ level, include })))

describe.each(CASES)('toward the United States at $level with $include', ({ level, include }) => {
  const isOn = ({ rule }: Worked) => rule === 'STRICT' || include.includes(rule)

  test('rows and acts', async () => {
    const answer = await distancing({ toward: US, level, include })
    const expected =
      level === 'ACTOR'
        ? TOWARD_US.filter(isOn).map((each) => [each.actor, [each]] as const)
        : [...TOPS].map(
            ([top, members]) => [top, TOWARD_US.filter((each) => isOn(each) && members.includes(each.actor))] as const,
          )
    expect(rowsOf(answer).map(([who, acts]) => [who, sorted(acts)])).toEqual(
      expected.filter(([, acts]) => acts.length > 0).map(([who, acts]) => [who, sorted(acts)]),
    )
    expect(answer.total).toBe(answer.rows.length)
  })

  test('what happens inside the United States is no row', async () => {
    const { internal } = await distancing({ toward: US, level, include })
    expect(sorted(internal.map(toWorked))).toEqual(level === 'ACTOR' ? [] : sorted(INSIDE_US.filter(isOn)))
  })

  test('what each switch that is off would add', async () => {
    const { switches } = await distancing({ toward: US, level, include })
    const adds: Readonly<Record<string, number[]>> = { CONDEMNATION: [level === 'ACTOR' ? 3 : 2, 3] }
    expect(switches).toEqual(
      SWITCHES.filter((rule) => !include.includes(rule)).map((rule) => {
        const [rows, acts] = adds[rule] ?? [0, 0]
        return { rule, rows, acts }
      }),
    )
  })

  test('one origin each, nothing disputed, no lag, nothing known to be restored, all only reported', async () => {
    const { rows, internal } = await distancing({ toward: US, level, include })
    for (const told of [...rows.flatMap((row) => row.acts), ...internal]) {
      expect(told).toMatchObject({ originCount: 1, disputed: false, status: 'REPORTED', restored: { known: false } })
    }
    for (const row of rows) expect(row).toMatchObject({ lag: null, disputed: false })
  })

  test('nothing was known before 11 November 2025, everything on that day', async () => {
    const whole = await distancing({ toward: US, level, include })
    for (const on of ['2025-10-01', '2025-11-10']) {
      expect(await distancing({ toward: US, level, include, on })).toMatchObject({
        rows: [],
        internal: [],
        total: 0,
        sentence: expect.stringMatching(/none is recorded as known on/),
        switches: SWITCHES.filter((rule) => !include.includes(rule)).map((rule) => ({ rule, rows: 0, acts: 0 })),
      })
    }
    expect(await distancing({ toward: US, level, include, on: '2025-11-11' })).toEqual(whole)
  })
})

describe.each(COMBINATIONS.map((include) => ({ include })))(
  'toward the Pentagon leadership with $include',
  ({ include }) => {
    test('Holsey and the military lawyers, by name', async () => {
      const answer = await distancing({ toward: PENTAGON, level: 'ACTOR', include })
      const acts = INSIDE_US.filter((each) => include.includes(each.rule))
      const expected = ['Alvin Holsey', 'Military lawyers'].map(
        (who) => [who, sorted(acts.filter((each) => each.actor === who))] as const,
      )
      expect(rowsOf(answer).map(([who, told]) => [who, sorted(told)])).toEqual(
        expected.filter(([, told]) => told.length > 0),
      )
    })
  },
)

test('by the United Kingdom: at TOP with its officials, at ACTOR without', async () => {
  const include = ['CONDEMNATION']
  const top = await distancing({ by: 'United Kingdom', level: 'TOP', include })
  expect(top.rows.flatMap((row) => row.acts.map((told) => told.actor.name)).toSorted()).toEqual([
    'UK officials',
    'United Kingdom',
  ])
  const named = await distancing({ by: 'United Kingdom', level: 'ACTOR', include })
  expect(named.rows.flatMap((row) => row.acts.map((told) => told.actor.name))).toEqual(['United Kingdom'])
})

test.each(LEVELS)('what the cooperation was before, and what still goes on, at %s', async (level) => {
  const { distancing: answer } = await answers.ask<{ distancing: { rows: Record<string, unknown>[] } }>(
    `query ($toward: ID, $level: Level) { distancing(toward: $toward, level: $level) { rows {
      who { name } continues { ...list } before { ...list } meanwhile { ...list } } } }
      fragment list on EpisodeList { total truncated items { target { name } subtype events { nodes { occurred { edtf } } } } }`,
    { toward: ids.get(US), level },
  )
  const none = { total: 0, truncated: false, items: [] }
  const one = (target: string, subtype: string, edtf: string) => ({
    total: 1,
    truncated: false,
    items: [{ target: { name: target }, subtype, events: { nodes: [{ occurred: { edtf } }] } }],
  })
  expect(answer.rows).toEqual([
    {
      who: { name: 'United Kingdom' },
      continues: none,
      before: one('JIATF-South', 'intelligence', '/2025-08-31'),
      meanwhile: none,
    },
    { who: { name: 'Canada' }, continues: one(US, 'joint_operation', '/2025-11-11'), before: none, meanwhile: none },
  ])
})

test('no sentence cuts ties, and none states as fact what is reported', async () => {
  for (const { level, include } of CASES) {
    const answer = await distancing({ level, include: [...include] })
    const sentences = [answer.sentence, ...answer.rows.map((row) => row.sentence)]
    for (const sentence of sentences) expect(sentence).not.toMatch(/cut ties|cuts ties|severed/i)
    for (const row of answer.rows) expect(row.sentence).toMatch(/(is|are) reported to have/)
  }
})

test('the Pentagon answers what was said, and nothing that was done', async () => {
  const { events } = await answers.ask<{
    events: { nodes: { actor: { name: string }; kind: string; subtype: string }[] }
  }>('{ events(filter: { answered: ONLY }) { nodes { actor { name } kind subtype } } }')
  expect(events.nodes.map(({ actor, kind, subtype }) => `${actor.name} ${kind} ${subtype}`).toSorted()).toEqual([
    'Alvin Holsey CONDEMNATION dissent',
    'Legal experts CONDEMNATION statement',
    'Military lawyers CONDEMNATION dissent',
    'UK officials CONDEMNATION statement',
    'Volker Türk CONDEMNATION statement',
  ])
  expect(await answers.ask('{ events(filter: { disputed: ONLY }) { total } }')).toEqual({ events: { total: 0 } })
})
