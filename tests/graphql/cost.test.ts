import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MOST_COST } from '../../server/http/limits/limiting-cost.ts'
import { post, serveApp } from '../support/http.ts'
import { tinyApp } from '../support/tiny-app.ts'
import { schema as painting } from './painting.ts'
import { CASE, serving, type Serving } from './serving.ts'

let served: Serving
beforeAll(async () => {
  served = await serving()
})
afterAll(() => served.close())

const often = (count: number, text: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => text(at)).join(' ')

/** Events of actors of events of actors, and so on, many times. */
const EVERYTHING = `query ($many: Int) { ${often(40, (at) => `a${at}: actors(first: 500) { ...Theirs }`)} }
  fragment Theirs on ActorConnection { nodes ${'{ events(first: $many) { nodes { actor '.repeat(3)}
  { events(first: $many) { nodes { id sentence scope subtype } } } ${'} } }'.repeat(3)} }`

describe('what a query may cost', () => {
  test('too much is refused with what it costs, the limit, and where most of it is', async () => {
    const { message, extensions } = await served.refusal(EVERYTHING, { many: 500 })
    expect(extensions).toEqual({ code: 'COST_LIMIT_EXCEEDED', cost: expect.any(Number), limit: MOST_COST })
    expect(extensions['cost']).toBeGreaterThan(MOST_COST)
    expect(message).toContain('Most of it is at a0.nodes.events.nodes.actor.events.nodes.actor.events.nodes')
    expect(message).toMatch(/^The query may cost \d+; at most \d+ is answered\. .* or in several queries\.$/)
  })

  test('the same with fewer is answered', async () => {
    const query = 'query ($many: Int) { ties(first: $many) { items { id } } }'
    const { ties } = await served.ask<{ ties: { items: unknown[] } }>(query, { many: 5000 })
    expect(ties.items.length).toBeGreaterThan(3)
  })

  test.each([
    ['tokens', `{ ${often(700, () => 'version @a')} }`, /more than 2000 words and signs/],
    ['characters', `{ version } # ${'x'.repeat(100_001)}`, /100015 characters; at most 100000/],
    ['brackets', `{ version(a: ${'['.repeat(1_500)}`, /./],
    ['aliases', `{ ${often(51, (at) => `a${at}: version`)} }`, /51 aliases/],
    ['directives', `{ version ${often(51, () => '@skip(if: false)')} }`, /51 directives/],
    ['repeated fields', `{ ${often(52, () => 'version')} }`, /asks 51 times/],
    ['depth', `{ actor(id: "us") ${'{ top '.repeat(15)} { id } ${'}'.repeat(15)} }`, /17 fields deep/],
  ])('too many %s are refused', async (_, query, message) => {
    const refused = await served.refusal(query)
    expect(refused.message).toMatch(message)
    expect(['COST_LIMIT_EXCEEDED', 'GRAPHQL_PARSE_FAILED']).toContain(refused.extensions['code'])
  })

  test('too many values in variables are refused, and as many as any question needs are not', async () => {
    const query = 'query ($ids: [ID!]) { ties(filter: { between: $ids }) { total } }'
    const ids = (count: number) => Array.from({ length: count }, () => 'us')
    expect(await served.refusal(query, { ids: ids(5_000) })).toMatchObject({
      message: 'The variables hold more than 5000 values. Send fewer at once.',
      extensions: { code: 'COST_LIMIT_EXCEEDED' },
    })
    expect(await served.ask(query, { ids: ids(4_000) })).toEqual({ ties: { total: 0 } })
  })

  test('a change by hand is answered with what then stands', async () => {
    const query = `mutation ($event: EventInput!) { recordEvent(event: $event) { event { evidence { id source { title } } actor { events { total } } } } }`
    const evidence = Array.from({ length: 30 }, () => ({ source: `${CASE}/realist-english`, paraphrase: 'So.' }))
    const event = {
      collection: CASE,
      actor: 'uk',
      target: 'us',
      kind: 'SUSPENSION',
      subtype: 'intelligence',
      occurred: '2025-11-11',
      evidence,
    }
    const { recordEvent } = await served.ask<{ recordEvent: { event: { evidence: unknown[] } } }>(query, { event })
    expect(recordEvent.event.evidence).toHaveLength(30)
  })
})

describe('what errors tell back', () => {
  test('a message is no longer than a thousand characters, and says the beginning and the end', async () => {
    const { message } = await served.refusal(`{ actor(id: "us", asKnownOn: "${'9'.repeat(50_000)}") { id } }`)
    expect(message.length).toBeLessThan(1_100)
    expect(message).toContain(' … ')
  })

  test('of many errors a few are told', async () => {
    const { text } = await post(served.address, { query: `{ ${often(100, (at) => `no${at}`)} }` })
    expect((JSON.parse(text) as { errors: unknown[] }).errors.length).toBeLessThanOrEqual(6)
  })

  test('a body that is no JSON is not told back', async () => {
    const { text } = await post(served.address, 'secret'.repeat(10_000))
    expect(text.length).toBeLessThan(2_000)
  })

  test.each([
    ['a field', { query: '{ hell }' }],
    ['an argument', { query: '{ hello(nam: "x") }' }],
    ['a variable', { query: 'query ($colour: Colour) { paint(colour: $colour) }', variables: { colour: 'RE' } }],
    ['a list of a variable', { query: 'query ($all: [Colour!]) { paint(all: $all) }', variables: { all: ['REDD'] } }],
    [
      'a field of an input object',
      { query: 'query ($in: Painting) { paint(in: $in) }', variables: { in: { colou: 7 } } },
    ],
    ['a literal', { query: '{ paint(colour: RE) }' }],
    ['a type', { query: 'query ($colour: Colou) { paint(colour: $colour) }' }],
    ['a directive', { query: '{ hello @skp(if: true) }' }],
    [
      'what was made to keep a pattern busy',
      { query: `{ hello(name: ${JSON.stringify(' Did you mean '.repeat(5_000))}, nam: 1) }` },
    ],
  ])('without introspection nothing suggests %s', async (_, operation) => {
    const closed = await serveApp(tinyApp({ introspection: false, schema: painting }))
    const { text } = await post(closed.address, operation)
    await closed.close()
    const { errors } = JSON.parse(text) as { errors: { message: string }[] }
    expect(errors.length).toBeGreaterThan(0)
    for (const { message } of errors)
      expect(message).not.toMatch(/Did you mean ("|the|an)|\bRED\b|"skip"|"name"|"colour"/)
  })
})
