import { describe, expect, test } from 'vitest'
import { copyText } from '../../../client/state/answers/copy.ts'
import { toDistancingAnswer } from '../../../client/state/answers/distancing.ts'
import { heardAnswer, heardLine, spoken } from '../../../client/state/answers/heard.ts'
import { toMovedFirstAnswer } from '../../../client/state/answers/moved-first.ts'
import type { SourceLine } from '../../../client/state/types.ts'
import { act, distancing } from './made-answers.ts'

const uk = { who: 'uk', acts: [act('suspends', 'uk', 'STRICT', { scope: 'boats' })] }
const canada = { who: 'canada', acts: [act('bars', 'canada', 'STRICT', { scope: 'data', subtype: 'restriction' })] }
const experts = { who: 'experts', acts: [act('doubt', 'experts', 'CONDEMNATION')] }
const turk = { who: 'turk', acts: [act('condemns', 'turk', 'CONDEMNATION', { scope: 'strikes' })] }

describe('the sentence', () => {
  const sentence = (...given: Parameters<typeof distancing>) => toDistancingAnswer(distancing(...given)).sentence

  test('counts, and tells each suspension with its scope, as reported', () => {
    expect(sentence([uk, canada])).toBe(
      'Two did, each in one scope. The UK is reported to have suspended boats; the CANADA to have restricted data.',
    )
  })

  test('counts what switches add, and no longer says that all is suspensions', () => {
    expect(sentence([uk, canada, experts, turk], { include: ['CONDEMNATION'] })).toBe(
      'Four did. The UK is reported to have suspended boats; the CANADA to have restricted data; two others to have condemned the US.',
    )
    expect(sentence([experts, turk], { include: ['CONDEMNATION'] })).toBe(
      'Two did. Two actors are reported to have condemned the US.',
    )
  })

  test('says plainly what is confirmed, and "coded" of a data set', () => {
    const sure = { who: 'uk', acts: [act('suspends', 'uk', 'STRICT', { scope: 'boats', status: 'CONFIRMED' })] }
    expect(sentence([sure, canada])).toContain(
      'The UK suspended boats; the CANADA is reported to have restricted data.',
    )
    expect(sentence([uk, canada], { coded: true })).toContain('The UK is coded as having suspended boats')
  })

  test('says that none is recorded, not that none did', () => {
    expect(sentence([experts])).toBe('None is recorded as known on 11 Nov 2025.')
  })
})

describe('what the rules leave out', () => {
  const leftOut = (...given: Parameters<typeof distancing>) => toDistancingAnswer(distancing(...given)).leftOut

  test('is counted and named, with the switches that bring it in', () => {
    expect(leftOut([uk, canada, experts, turk])).toEqual({
      rows: 2,
      words: 'EXPERTS and TURK condemned',
      inside: null,
      rules: ['CONDEMNATION'],
    })
    expect(leftOut([uk, canada, experts, turk], { include: ['CONDEMNATION'] })).toBeNull()
  })

  test('acts that would join a row that stands are no further actors', () => {
    const both = { who: 'uk', acts: [...uk.acts, act('officials', 'officials', 'CONDEMNATION')] }
    expect(leftOut([both])).toMatchObject({ rows: 0, words: 'Of those above, OFFICIALS condemned too' })
  })

  test('acts inside the one who is asked about are told apart', () => {
    const offer = act('offer', 'holsey', 'THREATENED', { subtype: 'resignation' }, 'pentagon')
    const dissent = act('dissent', 'lawyers', 'CONDEMNATION', {}, 'pentagon')
    expect(leftOut([uk], { internal: [offer, dissent] })).toMatchObject({
      rows: 0,
      inside: 'inside the US: 2 (HOLSEY offered to resign; LAWYERS condemned)',
      rules: ['CONDEMNATION', 'THREATENED'],
    })
    const { apart } = toDistancingAnswer(distancing([uk], { internal: [dissent], include: ['CONDEMNATION'] }))
    expect(apart.map(({ title }) => title)).toEqual(['Inside the US, no rows: 1'])
  })
})

describe('narrowed to words of a scope', () => {
  const narrow = (scope: string) => toDistancingAnswer(distancing([uk, canada, experts, turk], { scope }))

  test('rows, sentence and what switches add speak of the same acts', () => {
    const answer = narrow('STRI')
    expect(answer.main.rows).toEqual([])
    expect(answer.sentence).toMatch(/^None is recorded/)
    expect(answer.switches.map(({ adds }) => adds?.rows)).toEqual([1, 0, 0])
    expect(answer.leftOut).toMatchObject({ rows: 1, words: 'TURK condemned' })
    expect(narrow('boat').main.rows.map(({ id }) => id)).toEqual(['uk>us'])
  })

  test('so are days of knowing', () => {
    const late = { who: 'uk', acts: [act('late', 'uk', 'STRICT', { reportedOn: '2025-12-01' })] }
    const { main } = toDistancingAnswer(distancing([late, canada], { known: { since: null, until: '2025-11-30' } }))
    expect(main.rows.map(({ id }) => id)).toEqual(['canada>us'])
  })
})

test('each switch says how many rows it lets in, or would add', () => {
  const { switches, strict } = toDistancingAnswer(distancing([uk, canada, experts], { include: ['CONDEMNATION'] }))
  expect(strict).toBe(2)
  expect(switches.map(({ rule, on, adds, admits }) => [rule, on, adds?.rows ?? null, admits])).toEqual([
    ['CONDEMNATION', true, null, 1],
    ['THREATENED', false, 0, 0],
    ['WEAK', false, 0, 0],
  ])
})

describe('who moved first', () => {
  const sentence = (...lags: ({ min: number; max: number | null } | null)[]) => {
    const rows = lags.map((lag, place) => ({
      who: `a${place}`,
      acts: [act(`e${place}`, `a${place}`)],
      lag,
      first: { earliest: `2025-09-0${place + 1}`, latest: null },
    }))
    return toMovedFirstAnswer(distancing(rows)).sentence
  }

  test.each([
    [[null], /^Only the A0 is recorded to have stepped away from the US, so nobody/],
    [
      [null, null],
      /^Nobody surely moved first away from the US: the days of the A0 and the A1 overlap or are not known\.$/,
    ],
    [
      [
        { min: 0, max: 0 },
        { min: 3, max: 9 },
      ],
      /^The A0 moved first away from the US, from 1 Sep 2025 on; the A1 3 to 9 days later\.$/,
    ],
  ] as const)('%j', (lags, words) => expect(sentence(...lags)).toMatch(words))
})

describe('what is heard', () => {
  test('days in full', () => {
    expect(spoken('Sep to 11 Oct 2025')).toBe('between September and 11 October 2025')
    expect(spoken('1 Sep 2024 to 11 Oct 2025')).toBe('between 1 September 2024 and 11 October 2025')
    expect(spoken('known 11 Nov 2025')).toBe('known 11 November 2025')
  })

  test('the answer, then its rows and what is left out; a row in the order of its columns', () => {
    const answer = toDistancingAnswer(distancing([uk, canada, experts]))
    expect(heardAnswer(answer)).toBe(`${answer.sentence} 2 rows, 1 actor left out by the strict rule.`)
    const line = answer.main.rows[0]?.lines[0]
    expect(line && heardLine(line, answer.main.columns, [])).toBe(
      'UK, suspended, statement, boats, between September and 11 October 2025, known 11 November 2025, Reported, not confirmed, ' +
        '1 origin, nothing recorded since, counted because suspension, done',
    )
  })
})

test('copied, an answer carries its rows with the numbers of their sources, the day, and the link', () => {
  const source: SourceLine = {
    id: 'c/r',
    publisher: 'Realist English',
    title: 'A report',
    url: 'https://example.org/report',
    published: '2025-11-11',
    reliability: 'F',
  }
  const cnn = { ...source, id: 'c/cnn', publisher: 'CNN', title: null, url: null }
  const data = distancing([uk, canada, experts])
  const answer = toDistancingAnswer({
    ...data,
    answer: {
      ...data.answer,
      citations: [
        { source, relayedFrom: cnn, events: ['suspends'] },
        { source, relayedFrom: null, events: ['bars'] },
        { source, relayedFrom: null, events: ['elsewhere'] },
      ],
    },
  })
  const text = copyText(answer, {
    text: 'Who did?',
    collection: 'A case',
    under: ['happened any time'],
    link: 'http://here/?ask=x',
  })
  const parts = text.split('\n\n')
  expect(parts[0]).toBe('Who did?\nA case. As known on 11 Nov 2025, happened any time.')
  expect(parts[1]?.startsWith(answer.sentence)).toBe(true)
  const [first, second] = parts[2]?.split('\n') ?? []
  expect(first).toMatch(/^1\. UK; Act: suspended \(statement\); Scope: what exactly: boats; .* \[1\]$/)
  expect(second).toMatch(/^2\. CANADA; .* \[2\]$/)
  expect(parts[3]).toBe('Left out by the strict rule: 1 actor. EXPERTS condemned.')
  expect(parts[4]?.split('\n')).toEqual([
    'Sources',
    '[1] CNN, carried by Realist English, “A report”, 11 Nov 2025, reliability F: cannot be judged yet, https://example.org/report',
    '[2] Realist English, “A report”, 11 Nov 2025, reliability F: cannot be judged yet, https://example.org/report',
  ])
  expect(parts[5]).toBe('http://here/?ask=x')
})
