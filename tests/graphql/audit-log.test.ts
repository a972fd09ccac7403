import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { auditedRecord } from '../../server/graphql/audited-record.ts'
import { aCollection, aDay, anAffiliation, anEvent, aSource, coded } from '../support/records.ts'
import { CASE, serving, WORD, type Serving } from './serving.ts'

let served: Serving
const EVENT = `event:${CASE}/uk-suspends-intelligence`
const NOTES = ['first', 'second', 'third', 'fourth', 'fifth']

beforeAll(async () => {
  served = await serving()
  for (const note of NOTES) {
    await served.ask(
      `mutation ($note: String) {
        setEventStatus(event: "${CASE}/uk-suspends-intelligence", status: CONFIRMED, on: "2025-11-11", note: $note) { id } }`,
      { note },
    )
    await served.ask(
      `mutation ($evidence: EvidenceInput!) { addEvidence(event: "${CASE}/canada-restricts-intelligence", evidence: $evidence) { id } }`,
      { evidence: { ...WORD, paraphrase: note } },
    )
  }
})
afterAll(() => served.close())

interface Log {
  readonly total: number
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
    readonly startCursor: string | null
    readonly endCursor: string | null
  }
  readonly nodes: readonly { readonly id: string; readonly version: number; readonly record: string | null }[]
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[]
}

async function log(asked: { first?: number; after?: string | null; record?: string } = {}): Promise<Log> {
  const { auditLog } = await served.ask<{ auditLog: Log }>(
    `query ($first: Int, $after: String, $record: String) { auditLog(first: $first, after: $after, record: $record) {
      total pageInfo { hasNextPage hasPreviousPage startCursor endCursor } nodes { id version record } edges { cursor node { id } } } }`,
    asked,
  )
  return auditLog
}

describe('pages', () => {
  test.each([undefined, EVENT])('newest first, each entry once, of the record %s', async (record) => {
    const all = await log(record === undefined ? {} : { record })
    expect(all.total).toBe(all.nodes.length)
    const versions = all.nodes.map((node) => node.version)
    expect(versions).toEqual(versions.toSorted((a, b) => b - a))
    expect(all.edges.map((edge) => edge.node.id)).toEqual(all.nodes.map((node) => node.id))
    expect(new Set(all.nodes.map((node) => node.id)).size).toBe(all.total)

    const read: string[] = []
    let after: string | null = null
    for (let page = 0; ; page++) {
      const { total, pageInfo, nodes, edges } = await log({
        first: 2,
        after,
        ...(record === undefined ? {} : { record }),
      })
      read.push(...nodes.map((node) => node.id))
      expect(total).toBe(all.total)
      expect(pageInfo).toEqual({
        hasNextPage: read.length < total,
        hasPreviousPage: page > 0,
        startCursor: edges[0]?.cursor,
        endCursor: edges.at(-1)?.cursor,
      })
      if (!pageInfo.hasNextPage) break
      after = pageInfo.endCursor
    }
    expect(read).toEqual(all.nodes.map((node) => node.id))
  })

  test('of one record there is nothing else', async () => {
    const { nodes } = await log({ record: EVENT })
    expect(nodes.map((node) => node.record)).toEqual(NOTES.map(() => EVENT))
  })

  test('a load stands there in one entry, with how many records it changed', async () => {
    const oldest = (await log()).nodes.at(-1)
    expect(
      await served.ask('{ auditLog(first: 100) { nodes { id by who action record before after } } }'),
    ).toMatchObject({
      auditLog: {
        nodes: expect.arrayContaining([
          {
            id: oldest?.id,
            by: 'LOAD',
            who: CASE,
            action: 'load',
            record: null,
            before: null,
            after: { changed: expect.any(Number) },
          },
        ]),
      },
    })
  })

  test('a record of which nothing is noted has an empty page', async () => {
    expect(await log({ record: 'event:no/such' })).toEqual({
      total: 0,
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
      nodes: [],
      edges: [],
    })
  })
})

describe('what cannot be asked', () => {
  const LOG =
    'query ($first: Int, $after: String, $record: String) { auditLog(first: $first, after: $after, record: $record) { total } }'
  const cursor = (key: readonly unknown[]) => Buffer.from(JSON.stringify(key)).toString('base64url')

  test.each([
    ['first', { first: 0 }],
    ['first', { first: 501 }],
    ['after', { after: 'nonsense' }],
    ['after', { after: cursor(['events', 1, 1]) }],
    ['after', { after: cursor(['auditLog', 1.5, 1]) }],
    ['after', { after: cursor(['auditLog', 1, 1e300]) }],
    ['after', { after: cursor(['auditLog', '1', '1']) }],
    ['record', { record: '' }],
    ['record', { record: 'uk' }],
    ['record', { record: 'event:' }],
    ['record', { record: 'event:uk' }],
    ['record', { record: 'tie:a/b' }],
    ['record', { record: 'collection:a/b' }],
  ])('%s %j', async (argument, variables) => {
    const { message, extensions } = await served.refusal(LOG, variables)
    expect(extensions).toEqual({ code: 'BAD_USER_INPUT', argument })
    expect(message).toMatch(/[.]$/)
  })
})

describe('a record in the log has days, not numbers', () => {
  const day = aDay('2025-11-11')

  test('of an event its history and what a data set says', () => {
    const event = anEvent({ history: [{ status: 'DENIED', on: day, note: null }], coded: coded({ reported: day }) })
    expect(auditedRecord('event:case/1', event)).toEqual({
      ...event,
      history: [{ status: 'DENIED', on: '2025-11-11', note: null }],
      coded: { ...event.coded, reported: '2025-11-11' },
    })
    expect(auditedRecord('event:case/1', anEvent())).toEqual(anEvent())
  })

  test('of a source, of the questions of a collection; nothing of an affiliation', () => {
    const question = { id: 'case/q', text: 'When?', kind: 'KNOWN_ON', toward: null, by: null, dates: [day] } as const
    expect(auditedRecord('source:case/report', aSource({ published: day }))).toMatchObject({ published: '2025-11-11' })
    expect(auditedRecord('source:case/report', aSource({ published: null }))).toMatchObject({ published: null })
    expect(auditedRecord('collection:case', aCollection({ questions: [question] }))).toMatchObject({
      questions: [{ dates: ['2025-11-11'] }],
    })
    expect(auditedRecord('affiliation:case/a1', anAffiliation({ since: '2025' }))).toEqual(
      anAffiliation({ since: '2025' }),
    )
  })

  test('what is no record stays as it is', () => {
    expect(auditedRecord(null, { changed: 7 })).toEqual({ changed: 7 })
    expect(auditedRecord('event:case/1', null)).toBeNull()
  })
})
